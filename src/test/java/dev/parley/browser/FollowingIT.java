package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.browser.ProfileIT.follows;
import static dev.parley.browser.ProfileIT.hides;

import dev.parley.client.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Following, asking for it, and those whom one shows more than others. */
class FollowingIT extends BrowserTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");

  @Test
  void followingIsSeenByBothWithoutReload() {
    Screen desk = desk(ann, "/profile/" + ann.id());
    assertThat(desk.at("profile-followers")).containsText("0 followers");
    Screen phone = phone(ben, "/profile/" + ann.id());
    phone.at("follow").click();
    assertThat(phone.at("following")).isVisible();
    assertThat(phone.at("profile-followers")).containsText("1 follower");
    assertThat(desk.at("profile-followers")).containsText("1 follower");
    phone.at("following").click();
    phone.at("dialog-confirm").click();
    assertThat(phone.at("follow")).isVisible();
    assertThat(desk.at("profile-followers")).containsText("0 followers");
  }

  @Test
  void whatOneDoesOnADeskIsSeenOnTheOwnPhone() {
    Screen desk = desk(ann, "/profile/" + ben.id());
    Screen phone = phone(ann, "/profile/" + ben.id());
    assertThat(phone.at("follow")).isVisible();
    desk.at("follow").click();
    assertThat(phone.at("following")).isVisible();
  }

  @Test
  void aRequestAppearsWhereItIsAwaitedAndIsAcceptedThere() {
    hides(ann);
    Screen desk = desk(ann, "/requests");
    assertThat(desk.at("requests-none")).isVisible();
    Screen phone = phone(ben, "/profile/" + ann.id());
    phone.at("follow").click();
    assertThat(desk.at("requests")).containsText(ben.name());
    follows(cat, ann);
    assertThat(desk.at("requests").getByTestId("person-row")).hasCount(2);
    desk.isPictured("requests-desk");
    row(desk, "requests", ben).getByTestId("request-accept").click();
    assertThat(phone.at("following")).isVisible();
    row(desk, "requests", cat).getByTestId("request-decline").click();
    assertThat(desk.at("requests-none")).isVisible();
    desk.opens("/profile/" + ann.id() + "/followers");
    assertThat(desk.at("person-row")).hasCount(1);
    assertThat(desk.at("follows")).containsText(ben.name());
  }

  @Test
  void whatOneHasAskedCanBeWithdrawn() {
    hides(ann);
    follows(ben, ann);
    Screen desk = desk(ann, "/requests");
    assertThat(desk.at("requests")).containsText(ben.name());
    Screen phone = phone(ben, "/requests");
    assertThat(phone.at("requests-sent")).containsText(ann.name());
    phone.isPictured("requests-phone");
    phone.fitsItsWidth();
    phone.at("request-withdraw").click();
    assertThat(phone.at("requests-none")).isVisible();
    assertThat(desk.at("requests-none")).isVisible();
  }

  @Test
  void aFollowerOfOnesOwnCanBeRemoved() {
    follows(ben, ann);
    Screen phone = phone(ben, "/profile/" + ann.id());
    assertThat(phone.at("following")).isVisible();
    Screen desk = desk(ann, "/profile/" + ann.id());
    desk.at("profile-followers").click();
    assertThat(desk.page()).hasURL(Pattern.compile("/profile/" + ann.id() + "/followers"));
    desk.isPictured("followers-desk");
    desk.at("remove-follower").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("follows-none")).isVisible();
    assertThat(phone.at("follow")).isVisible();
  }

  @Test
  void whomOneFollowsStandsInAListAndCanBeLeft() {
    follows(ann, ben);
    follows(ann, cat);
    Screen phone = phone(ann, "/profile/" + ann.id() + "/following");
    assertThat(phone.at("person-row")).hasCount(2);
    phone.isPictured("following-phone");
    phone.fitsItsWidth();
    row(phone, "follows", ben).getByTestId("unfollow").click();
    phone.at("dialog-confirm").click();
    assertThat(phone.at("person-row")).hasCount(1);
    // the lists of others are only looked at
    phone.opens("/profile/" + cat.id() + "/followers");
    assertThat(phone.at("follows")).containsText(ann.name());
    assertThat(phone.at("remove-follower")).hasCount(0);
  }

  @Test
  void closeFriendsAreChosenAmongFollowersAndNobodyIsTold() {
    follows(ben, ann);
    follows(cat, ann);
    Screen phone = phone(ann, "/settings");
    phone.at("to-friends").click();
    assertThat(phone.at("friends-none")).isVisible();
    assertThat(phone.at("not-friends").getByTestId("person-row")).hasCount(2);
    phone.at("friends-search").fill(ben.name());
    assertThat(phone.at("not-friends").getByTestId("person-row")).hasCount(1);
    phone.at("friend-add").click();
    assertThat(phone.at("friends")).containsText(ben.name());
    phone.at("friends-search").fill("");
    assertThat(phone.at("not-friends")).containsText(cat.name());
    phone.isPictured("friends-phone");
    phone.fitsItsWidth();
    // the star on their profile says the same
    phone.opens("/profile/" + ben.id());
    assertThat(phone.at("profile-star")).hasAttribute("aria-pressed", "true");
    phone.isPictured("profile-star-phone");
    phone.at("profile-star").click();
    assertThat(phone.at("profile-star")).hasAttribute("aria-pressed", "false");
    phone.opens("/settings/friends");
    assertThat(phone.at("friends-none")).isVisible();
  }

  @Test
  void whoUsesTheKeyboardGoesOnWhereAPressedButtonWent() {
    hides(ann);
    follows(ben, ann);
    follows(cat, ann);
    Screen desk = desk(ann, "/requests");
    row(desk, "requests", cat).getByTestId("request-accept").press("Enter");
    assertThat(desk.at("person-row")).hasCount(1);
    assertThat(row(desk, "requests", ben).getByTestId("request-accept")).isFocused();
    desk.page().keyboard().press("Enter");
    assertThat(desk.at("requests-none")).isVisible();
    assertThat(desk.at("page-back")).isFocused();
    desk.opens("/profile/" + ben.id());
    desk.at("follow").press("Enter");
    assertThat(desk.at("following")).isFocused();
  }

  private static com.microsoft.playwright.Locator row(Screen screen, String list, Person person) {
    return screen.at(list).locator("[data-user-id='" + person.id() + "']");
  }
}
