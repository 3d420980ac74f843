package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.images.TestPictures;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Groups that everybody can find: making one, coming in, going, and what those outside see. */
class GroupPagesIT extends BrowserTest {

  private static final Pattern A_GROUP = Pattern.compile(".*/group/\\d+$");

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  @Test
  void aGroupWithoutATitleIsRefusedAndNamedItIsMadeWithItsInvitations() {
    Screen desk = desk(ann, "/groups");
    assertThat(desk.at("no-groups")).isVisible();
    desk.at("to-new-group").click();
    desk.at("group-create").click();
    assertThat(desk.at("group-title-error")).hasText("Title is missing");
    String title = Parley.unique("Chess");
    desk.at("group-title").fill(title);
    desk.at("group-description").fill("On Fridays.\nBring a clock.");
    desk.at("pick-search").fill(ben.name());
    desk.picks(ben);
    desk.isPictured("group-new-desk");
    desk.at("group-create").click();
    assertThat(desk.page()).hasURL(A_GROUP);
    assertThat(desk.at("group-name")).hasText(title);
    assertThat(desk.at("group-count")).hasText("1 member");
    desk.isPictured("group-desk");

    Screen phone = phone(ben, "/groups");
    Locator invitation = phone.at("group-invitation");
    assertThat(invitation).containsText(title);
    assertThat(invitation).containsText(ann.name());
    phone.isPictured("groups-invited-phone");
    phone.fitsItsWidth();
    phone.at("accept-invitation").click();
    assertThat(phone.at("own-group")).containsText(title);
    assertThat(desk.at("group-count")).hasText("2 members");
  }

  @Test
  void whoAsksIsTakenInLiveAndFindsTheChatThePostsAndWhatIsPlanned() {
    String group = ann.foundsGroupWith();
    ann.plans(group, "A long walk");
    Map<String, Object> post =
        Map.of("title", "Rules", "body", "Touched is moved.", "groupID", group);
    ann.call("POST", "/posts", post).expect(201);
    String title = ann.get("/groups/" + group).body().path("name").asString();
    Screen phone = phone(ben, "/groups");
    Screen desk = desk(ann, "/group/" + group);
    assertThat(desk.at("event-item")).hasCount(1);
    phone.at("find-groups").fill(title);
    assertThat(phone.at("found-group").getByTestId("ask-to-join")).isVisible();
    phone.isPictured("groups-found-phone");
    phone.at("found-group").getByRole(AriaRole.LINK).click();
    assertThat(phone.at("group-description")).containsText(title);
    assertThat(phone.at("members-only")).isVisible();
    assertThat(phone.at("to-chat")).hasCount(0);
    assertThat(phone.at("group-events")).hasCount(0);
    assertThat(phone.at("post")).hasCount(0);
    phone.isPictured("group-outside-phone");
    phone.at("ask-to-join").click();
    assertThat(phone.at("join-state")).hasText("You asked to join");

    assertThat(desk.at("join-request")).containsText(ben.name());
    desk.isPictured("group-request-desk");
    desk.at("accept-request").click();
    assertThat(desk.at("join-request")).hasCount(0);
    assertThat(phone.at("event-item")).hasCount(1);
    assertThat(phone.at("post")).containsText("Touched is moved.");
    phone.isPictured("group-inside-phone");
    phone.fitsItsWidth();
    phone.at("to-chat").click();
    phone.writes("hello, everybody");
    desk.at("to-chat").click();
    assertThat(desk.message("hello, everybody")).isVisible();
  }

  @Test
  void whatAMemberWritesIsAnnouncedOnThePageOfAnother() {
    String group = ann.foundsGroupWith(ben);
    Screen desk = desk(ann, "/group/" + group);
    assertThat(desk.at("posts-none")).isVisible();
    Screen phone = phone(ben, "/group/" + group);
    phone.at("group-write").click();
    phone.at("title-input").fill("Opening");
    phone.at("body-input").fill("The Caro-Kann is sound.");
    phone.at("post-submit").click();
    assertThat(phone.at("post-title")).hasText("Opening");
    assertThat(desk.at("post")).containsText("The Caro-Kann is sound.");
    Map<String, Object> next = Map.of("title", "Ending", "body", "Kings first.", "groupID", group);
    ben.call("POST", "/posts", next).expect(201);
    desk.at("posts-fresh").click();
    assertThat(desk.at("post").first()).containsText("Kings first.");
    phone.opens("/group/" + group);
    assertThat(phone.at("post").last()).containsText("The Caro-Kann is sound.");
  }

  @Test
  void theGroupsPictureIsForItsMembers() {
    Screen desk = desk(ann, "/groups/new");
    desk.at("picture-file")
        .setInputFiles(new FilePayload("cat.png", "image/png", TestPictures.png(300, 200)));
    assertThat(desk.at("picture-remove")).isVisible();
    desk.at("group-title").fill(Parley.unique("Cats"));
    desk.at("group-create").click();
    assertThat(desk.page()).hasURL(A_GROUP);
    String group = desk.page().url().replaceAll(".*/", "");
    isLoaded(desk);
    ann.invites(group, ben);
    Screen phone = phone(ben, "/group/" + group);
    assertThat(phone.at("accept-invitation")).isVisible();
    assertThat(picture(phone)).hasCount(0);
    phone.at("accept-invitation").click();
    isLoaded(phone); // what is removed while it is fetched is missing, and browsers say so
    desk.at("picture-remove").click();
    assertThat(picture(phone)).hasCount(0);
  }

  @Test
  void aPictureThatIsRemovedDoesNotComeBackWithAnOlderAnswer() {
    String group = ann.foundsGroupWith();
    Screen desk = desk();
    Interference line = new Interference(desk.page());
    Clock clock = desk.page().clock();
    clock.install();
    desk.entersAs(ann, "/group/" + group);
    desk.at("picture-file")
        .setInputFiles(new FilePayload("cat.png", "image/png", TestPictures.png(300, 200)));
    isLoaded(desk);
    line.holds("getGroupEventsList"); // which is asked when the picture is known already
    clock.pauseAt(Instant.now().plusSeconds(10).toEpochMilli());
    ann.plans(group, "A walk");
    desk.page()
        .waitForCondition(
            () -> {
              clock.runFor(100);
              return line.held() > 0;
            });
    desk.at("picture-remove").click();
    assertThat(picture(desk)).hasCount(0);
    line.releases();
    assertThat(desk.at("event-item")).hasCount(1);
    assertThat(picture(desk)).hasCount(0);
  }

  @Test
  void aGroupThatWasNotMadeYetIsStillThereAfterAReload() {
    Screen phone = phone(ann, "/groups/new");
    phone.at("group-title").fill("Chess");
    phone.at("group-description").fill("On Fridays");
    phone.isKept("On Fridays");
    phone.page().reload();
    assertThat(phone.at("group-title")).hasValue("Chess");
    assertThat(phone.at("group-description")).hasValue("On Fridays");
    phone.at("group-create").click();
    assertThat(phone.at("group-name")).hasText("Chess");
    phone.opens("/groups/new");
    assertThat(phone.at("group-title")).hasValue("");
  }

  @Test
  void anUnansweredRequestIsTakenBack() {
    String group = ann.foundsGroupWith();
    Screen desk = desk(ann, "/group/" + group);
    Screen phone = phone(ben, "/group/" + group);
    phone.at("ask-to-join").click();
    assertThat(desk.at("join-request")).hasCount(1);
    phone.at("withdraw").click();
    assertThat(phone.at("ask-to-join")).isVisible();
    assertThat(desk.at("join-request")).hasCount(0);
  }

  @Test
  void whoIsNotTakenInLearnsItAtOnceAndMayAskAgain() {
    String group = ann.foundsGroupWith();
    Screen desk = desk(ann, "/group/" + group + "/members");
    Screen phone = phone(ben, "/group/" + group);
    phone.at("ask-to-join").focus();
    phone.page().keyboard().press("Enter");
    assertThat(phone.at("withdraw")).isFocused();
    desk.at("decline-request").click();
    assertThat(desk.at("join-request")).hasCount(0);
    assertThat(phone.at("ask-to-join")).isVisible();
    assertThat(desk.at("group-member")).hasCount(1);
  }

  @Test
  void withItsLastMemberAGroupIsGone() {
    String group = ann.foundsGroupWith();
    Screen phone = phone(ann, "/group/" + group);
    phone.at("group-more").click();
    phone.at("group-leave").click();
    assertThat(phone.page().getByRole(AriaRole.DIALOG)).containsText("without you the group is");
    phone.at("dialog-confirm").click();
    assertThat(phone.at("no-groups")).isVisible();
    ben.call("GET", "/groups/" + group, null).refused(404, "notFound");
  }

  @Test
  void aFormerMemberSeesOnlyTheOutside() {
    String group = ann.foundsGroupWith(ben);
    Screen phone = phone(ben, "/group/" + group);
    assertThat(phone.at("to-chat")).isVisible();
    Screen desk = desk(ann, "/group/" + group + "/members");
    desk.at("group-member").filter(named(ben.name())).getByTestId("member-more").click();
    desk.at("remove-from-group").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("group-member-count")).hasText("1 member");
    assertThat(phone.at("members-only")).isVisible();
    assertThat(phone.at("to-chat")).hasCount(0);
    assertThat(phone.at("ask-to-join")).isVisible();
    phone.opens("/group/" + group + "/members");
    assertThat(phone.at("members-only")).isVisible();
    phone.opens("/group/" + group + "/events");
    assertThat(phone.at("members-only")).isVisible();
  }

  @Test
  void whatTheGroupIsCalledIsChangedByItsModeratorAndSeenAtOnce() {
    String group = ann.foundsGroupWith(ben);
    Screen desk = desk(ann, "/group/" + group);
    Screen phone = phone(ben, "/group/" + group);
    phone.at("group-more").click();
    assertThat(phone.at("group-leave")).isVisible();
    assertThat(phone.at("group-edit")).hasCount(0);
    phone.page().keyboard().press("Escape");
    desk.at("group-more").click();
    desk.at("group-edit").click();
    desk.at("group-title").fill(" ");
    desk.at("group-save").click();
    assertThat(desk.at("group-title-error")).hasText("Title is missing");
    desk.at("group-title").fill("Go, the game");
    desk.at("group-description").fill("Black and white");
    desk.at("group-save").click();
    assertThat(desk.at("group-name")).hasText("Go, the game");
    assertThat(phone.at("group-name")).hasText("Go, the game");
    assertThat(phone.at("group-description")).hasText("Black and white");
  }

  @Test
  void theLastModeratorNamesAnotherOneBeforeLeaving() {
    String group = ann.foundsGroupWith(ben);
    Screen desk = desk(ann, "/group/" + group);
    desk.at("group-more").click();
    desk.at("group-leave").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("toast")).containsText("Make somebody else a moderator first");
    desk.at("toast").getByText("Members").click();
    desk.at("group-member").filter(named(ben.name())).getByTestId("member-more").click();
    desk.isPictured("group-members-desk");
    desk.at("toggle-moderator").click();
    assertThat(desk.page().locator("[data-testid=group-member][data-role=admin]")).hasCount(2);
    desk.opens("/group/" + group);
    desk.at("group-more").click();
    desk.at("group-leave").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("members-only")).isVisible();
    assertThat(desk.at("group-count")).hasText("1 member");
  }

  @Test
  void aMemberInvitesSomebodyWhoDeclines() {
    String group = ann.foundsGroupWith(ben);
    Person cid = parley.person("cid");
    Screen phone = phone(cid, "/groups");
    assertThat(phone.at("no-groups")).isVisible();
    Screen desk = desk(ben, "/group/" + group + "/members");
    desk.at("invite-people").click();
    desk.at("invite-search").fill(cid.name());
    Locator outsider = desk.at("outsider").filter(named(cid.name()));
    outsider.getByTestId("invite").click();
    assertThat(outsider.getByTestId("outsider-state")).hasText("Invited");
    desk.isPictured("group-invite-desk");
    assertThat(phone.at("group-invitation")).hasCount(1);
    phone.at("decline-invitation").click();
    assertThat(phone.at("no-groups")).isVisible();
    phone.opens("/group/" + group);
    assertThat(phone.at("ask-to-join")).isVisible();
  }

  @Test
  void aDeletedGroupIsGoneForThoseWhoLookAtIt() {
    String group = ann.foundsGroupWith(ben);
    Screen phone = phone(ben, "/group/" + group);
    assertThat(phone.at("group-name")).isVisible();
    Screen desk = desk(ann, "/group/" + group);
    desk.at("group-more").click();
    desk.at("group-delete").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("no-groups")).isVisible();
    assertThat(phone.at("page-missing")).isVisible();
    ben.call("GET", "/groups/" + group, null).refused(404, "notFound");
  }

  @Test
  void theDetailsOfAGroupsChatLeadToItsPageAndInviteInsteadOfAdding() {
    String group = ann.foundsGroupWith(ben);
    Screen desk = desk(ann, "/chat/" + group + "/details");
    assertThat(desk.at("invite-to-group")).isVisible();
    assertThat(desk.at("add-people")).hasCount(0);
    desk.isPictured("group-details-desk");
    desk.at("to-group").click();
    assertThat(desk.at("group-head")).isVisible();
    desk.opens("/chat/" + group + "/details");
    desk.at("leave").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("details-error")).hasText("Name another moderator first");
    desk.at("invite-to-group").click();
    assertThat(desk.at("invite-search")).isVisible();
    assertThat(desk.at("group-members")).containsText(ben.name());
  }

  @Test
  void aGroupIsFoundWhereverOneSearches() {
    String group = ann.foundsGroupWith();
    String title = ann.get("/groups/" + group).body().path("name").asString();
    Screen phone = phone(ben, "/");
    phone.at("search").fill(title);
    assertThat(phone.at("group-item")).containsText("1 member");
    phone.isPictured("search-groups-phone");
    phone.at("group-item").click();
    assertThat(phone.at("ask-to-join")).isVisible();
    Screen desk = desk(ann, "/");
    desk.at("search").fill(title);
    assertThat(desk.conversation(group)).isVisible();
    assertThat(desk.at("group-item")).hasCount(0);
  }

  private static void isLoaded(Screen screen) {
    assertThat(picture(screen)).isVisible();
    screen
        .page()
        .waitForFunction("() => document.querySelector('.group-head img')?.naturalWidth > 0");
  }

  private static Locator picture(Screen screen) {
    return screen.at("group-head").locator(".avatar img");
  }

  private static Locator.FilterOptions named(String name) {
    return new Locator.FilterOptions().setHasText(name);
  }
}
