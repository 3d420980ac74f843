package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people show of themselves, to whom, and how they change it. */
class ProfileIT extends BrowserTest {

  private static final String ABOUT = "Mountains, bread,\nand old radios. <b>Not bold.</b>";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  @Test
  void whatOneTellsOfOneselfIsSeenByOthersButNotTheBirthday() {
    Screen desk = desk(ann, "/profile/" + ann.id());
    desk.at("profile-change").click();
    desk.at("firstName").fill("Ann");
    desk.at("lastName").fill("Lee");
    desk.at("dateOfBirth").fill("2000-01-02");
    desk.at("gender").fill("female");
    desk.at("about").fill(ABOUT);
    desk.isPictured("profile-edit-desk");
    desk.at("profile-edit-save").click();
    assertThat(desk.at("profile-name")).hasText("Ann Lee");
    assertThat(desk.at("profile-birthday")).containsText("2 January 2000");
    assertThat(desk.at("me")).hasText("Ann Lee");
    desk.isPictured("profile-own-desk");
    Screen phone = phone(ben, "/profile/" + ann.id());
    assertThat(phone.at("profile-name")).hasText("Ann Lee");
    assertThat(phone.at("profile-user-name")).hasText("@" + ann.name());
    assertThat(phone.at("profile-about")).hasText(ABOUT);
    assertThat(phone.at("profile-gender")).hasText("female");
    assertThat(phone.at("profile-birthday")).hasCount(0);
    assertThat(phone.at("profile-mail")).hasCount(0);
    phone.isPictured("profile-other-phone");
    phone.fitsItsWidth();
    // what is taken away is gone
    desk.at("profile-change").click();
    desk.at("about").fill("");
    desk.at("profile-edit-save").click();
    assertThat(desk.at("profile-about")).hasCount(0);
  }

  @Test
  void aMistakeIsToldBesideItsFieldAndNothingTypedIsLost() {
    Screen phone = phone(ann, "/profile/" + ann.id());
    phone.at("profile-change").click();
    phone.at("firstName").fill("Ann");
    phone.at("dateOfBirth").fill("2999-01-01");
    phone.at("profile-edit-save").click();
    assertThat(phone.at("dateOfBirth-error")).isVisible();
    assertThat(phone.at("firstName")).hasValue("Ann");
    phone.isPictured("profile-edit-phone");
    phone.fitsItsWidth();
    phone.at("profile-edit-cancel").click();
    assertThat(phone.at("profile-name")).hasText(ann.name());
  }

  @Test
  void whatOneChangesAndDoesNotSaveSurvivesAReloadUntilOneCancels() {
    Screen phone = phone(ann, "/profile/" + ann.id());
    phone.at("profile-change").click();
    phone.at("about").fill("Half a sentence");
    phone.at("profile-private-switch").check();
    phone.isKept("Half a sentence");
    phone.opens("/profile/" + ann.id());
    assertThat(phone.at("about")).hasValue("Half a sentence");
    assertThat(phone.at("profile-private-switch")).isChecked();
    assertThat(phone.at("firstName")).hasValue("");
    phone.at("profile-edit-cancel").click();
    assertThat(phone.at("profile-change")).isVisible();
    phone.isForgotten("Half a sentence");
    phone.opens("/profile/" + ann.id());
    assertThat(phone.at("profile-change")).isVisible();
  }

  @Test
  void aPrivateProfileIsHiddenUntilItsOwnerLetsOneFollow() {
    Screen desk = desk(ann, "/profile/" + ann.id());
    desk.at("profile-change").click();
    desk.at("about").fill("Not for everybody");
    desk.at("profile-private-switch").check();
    assertThat(desk.at("profile-type-means")).containsText("Only people whom you let follow you");
    desk.at("profile-edit-save").click();
    assertThat(desk.at("profile-private")).isVisible();
    Screen phone = phone(ben, "/profile/" + ann.id());
    assertThat(phone.at("profile-restricted")).isVisible();
    assertThat(phone.at("profile-about")).hasCount(0);
    assertThat(phone.at("profile-followers")).hasCount(0);
    phone.isPictured("profile-restricted-phone");
    phone.opens("/profile/" + ann.id() + "/followers");
    assertThat(phone.at("follows-restricted")).isVisible();
    phone.opens("/profile/" + ann.id());
    phone.at("follow").click();
    assertThat(phone.at("follow-requested")).isVisible();
    // the owner learns of it on the spot, and the asker of the answer
    desk.opens("/profile/" + ben.id());
    assertThat(desk.at("profile-asks")).isVisible();
    desk.isPictured("profile-asks-desk");
    desk.at("profile-accept").click();
    assertThat(phone.at("following")).isVisible();
    assertThat(phone.at("profile-about")).hasText("Not for everybody");
    assertThat(phone.at("profile-followers")).hasText(Pattern.compile("1 follower"));
    assertThat(desk.at("follows-me")).isVisible();
  }

  @Test
  void makingAProfilePublicLetsInWhoWaits() {
    hides(ann);
    asksToFollow(ben, ann);
    Screen phone = phone(ben, "/profile/" + ann.id());
    assertThat(phone.at("follow-requested")).isVisible();
    Screen desk = desk(ann, "/profile/" + ann.id());
    desk.at("profile-change").click();
    desk.at("profile-private-switch").uncheck();
    assertThat(desk.at("profile-type-means")).containsText("Whoever waits for your answer");
    desk.at("profile-edit-save").click();
    assertThat(phone.at("following")).isVisible();
    assertThat(desk.at("profile-followers")).containsText("1 follower");
  }

  @Test
  void fromAProfileOneWritesAndFromAChatOneComesToTheProfile() {
    Screen desk = desk(ann, "/profile/" + ben.id());
    desk.at("profile-message").click();
    assertThat(desk.page()).hasURL(Pattern.compile("/people/" + ben.id()));
    desk.writes("hello");
    assertThat(desk.page()).hasURL(Pattern.compile("/chat/"));
    desk.at("chat-profile").click();
    assertThat(desk.at("profile-name")).hasText(ben.name());
    desk.at("profile-message").click();
    assertThat(desk.message("hello")).isVisible();
    desk.at("chat-details").click();
    desk.at("details-profile").click();
    assertThat(desk.at("profile-name")).hasText(ben.name());
  }

  @Test
  void membersAndPeopleInTheListLeadToTheirProfiles() {
    String group = ann.groupWith(ben);
    Screen desk = desk(ann, "/chat/" + group + "/details");
    desk.at("member-profile").last().click();
    assertThat(desk.at("profile-name")).isVisible();
    Screen phone = phone(ann, "/people");
    phone.at("search").fill(ben.name());
    phone.person(ben).locator("xpath=..").getByTestId("person-profile").click();
    assertThat(phone.at("profile-name")).hasText(ben.name());
  }

  @Test
  void aBlockEndsFollowingBothWaysAndHidesEachFromTheOther() {
    follows(ann, ben);
    follows(ben, ann);
    Screen desk = desk(ann, "/profile/" + ben.id());
    Screen phone = phone(ben, "/profile/" + ann.id());
    assertThat(phone.at("following")).isVisible();
    desk.at("profile-more").click();
    desk.isPictured("profile-menu");
    desk.at("profile-block").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("profile-blocked")).isVisible();
    assertThat(phone.at("profile-restricted")).isVisible();
    assertThat(phone.at("follows-me")).hasCount(0);
    desk.isPictured("profile-blocked");
    desk.at("profile-unblock").click();
    assertThat(desk.at("follow")).isVisible();
    assertThat(desk.at("follows-me")).hasCount(0);
  }

  @Test
  void whatSomebodyWritesStandsThereAsFarAsOneMaySeeIt() {
    writes("Bread for everybody", 0);
    writes("Bread for followers", 1);
    Screen phone = phone(ben, "/profile/" + ann.id());
    assertThat(phone.at("profile-posts")).hasText("1 post");
    assertThat(phone.at("posts")).containsText("Bread for everybody");
    assertThat(phone.at("posts")).not().containsText("Bread for followers");
    phone.at("follow").click();
    assertThat(phone.at("posts")).containsText("Bread for followers");
    assertThat(phone.at("profile-posts")).hasText("2 posts");
    phone.isPictured("profile-posts-phone");
    phone.fitsItsWidth();
    Screen desk = desk(ann, "/profile/" + ann.id());
    assertThat(desk.at("posts")).containsText("Bread for followers");
    desk.isPictured("profile-posts-desk");
    hides(ann);
    Screen other = desk(parley.person("cat"), "/profile/" + ann.id());
    assertThat(other.at("profile-restricted")).isVisible();
    assertThat(other.at("posts")).hasCount(0);
  }

  @Test
  void theArrowLeadsToWhereOneCameFrom() {
    follows(ben, ann);
    Screen phone = phone(ann, "/profile/" + ann.id());
    phone.at("profile-followers").click();
    phone.at("person-row").locator("a").click();
    assertThat(phone.at("profile-name")).hasText(ben.name());
    phone.at("page-back").click();
    assertThat(phone.at("remove-follower")).isVisible();
    phone.at("page-back").click();
    assertThat(phone.at("profile-name")).hasText(ann.name());
    // a link from elsewhere has nothing before it
    Screen fresh = phone(ann, "/profile/" + ben.id() + "/followers");
    fresh.at("page-back").click();
    assertThat(fresh.at("profile-name")).hasText(ben.name());
  }

  private void writes(String title, int postType) {
    ann.call("POST", "/posts", Map.of("title", title, "body", "It rises.", "postType", postType))
        .expect(201);
  }

  @Test
  void aPersonWhoIsNotThereHasNoProfile() {
    Screen desk = desk(ann, "/profile/999999999");
    assertThat(desk.at("page-missing")).isVisible();
  }

  @Test
  void anEditedNameReachesTheProfileThatSomebodyLooksAt() {
    Screen desk = desk(ben, "/profile/" + ann.id());
    assertThat(desk.at("profile-name")).hasText(ann.name());
    ann.call("PATCH", "/people/me", Map.of("fullName", "Ann of the Hills")).expect(200);
    assertThat(desk.at("profile-name")).hasText("Ann of the Hills");
  }

  @Test
  void everyButtonOfAProfileHasAName() {
    follows(ben, ann);
    Screen desk = desk(ann, "/profile/" + ben.id());
    assertThat(desk.at("profile-star")).isVisible();
    List<String> names = List.of("Follow back", "Make " + ben.name() + " a close friend", "More");
    for (String name : names) {
      assertThat(
              desk.page()
                  .getByRole(
                      AriaRole.BUTTON,
                      new com.microsoft.playwright.Page.GetByRoleOptions()
                          .setName(name)
                          .setExact(true)))
          .isVisible();
    }
    assertEquals(0, desk.page().locator("[style]").count());
  }

  static void hides(Person person) {
    person.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
  }

  static void follows(Person follower, Person followed) {
    follower.call("PUT", "/follows/" + followed.id(), null).expect(200);
  }

  static void asksToFollow(Person follower, Person followed) {
    follows(follower, followed);
  }
}
