package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.browser.ProfileIT.follows;
import static dev.parley.browser.ProfileIT.hides;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one is told, in front of one's eyes: live, in words, answered on the spot. */
class NotificationsInABrowserIT extends BrowserTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");

  @Test
  void aFollowRequestAppearsLiveAndIsAcceptedRightThere() {
    hides(ann);
    Screen desk = desk(ann, "/notifications");
    assertThat(desk.at("notices-none")).isVisible();
    Screen phone = phone(ben, "/profile/" + ann.id());
    phone.at("follow").click();
    assertThat(desk.at("nav-notifications-count")).hasText("1");
    assertThat(desk.at("notice-words")).hasText(ben.name() + " wants to follow you");
    desk.isPictured("notices-request-desk");
    desk.at("notice-accept").click();
    assertThat(desk.at("notice-answer")).containsText("Accepted");
    assertThat(desk.at("notice-accept")).hasCount(0);
    assertThat(desk.at("nav-notifications-count")).hasCount(0);
    assertThat(phone.at("following")).isVisible();
  }

  @Test
  void theUnreadCountIsEqualOnTwoDevices() {
    hides(ann);
    follows(ben, ann);
    follows(cat, ann);
    Screen desk = desk(ann, "/notifications");
    Screen phone = phone(ann, "/");
    assertThat(desk.at("nav-notifications-count")).hasText("2");
    assertThat(phone.at("nav-notifications-count")).hasText("2");
    notice(desk, ben).getByTestId("notice-decline").click();
    assertThat(phone.at("nav-notifications-count")).hasText("1");
    assertThat(desk.at("nav-notifications-count")).hasText("1");
    desk.at("notices-read-all").click();
    assertThat(desk.at("nav-notifications-count")).hasCount(0);
    assertThat(phone.at("nav-notifications-count")).hasCount(0);
    desk.page().reload();
    assertThat(desk.at("notice").first()).isVisible();
    assertThat(desk.at("nav-notifications-count")).hasCount(0);
  }

  @Test
  void newMessagesAreCountedAtTheChatsAndNotOnceMore() {
    Screen desk = desk(ann, "/notifications");
    ben.posts(ben.privateChatWith(ann), "hello");
    for (int again = 0; again < 2; again++) {
      assertThat(desk.at("nav-chats-count")).hasText("1");
      assertThat(desk.at("notice-words")).hasText(ben.name() + " has written to you");
      assertThat(desk.at("nav-notifications-count")).hasCount(0);
      desk.page().reload();
    }
  }

  @Test
  void whatIsAnsweredOnOneDeviceIsAnsweredOnTheOther() {
    hides(ann);
    follows(ben, ann);
    Screen desk = desk(ann, "/notifications");
    Screen phone = phone(ann, "/notifications");
    assertThat(phone.at("notice-accept")).isVisible();
    phone.isPictured("notices-request-phone");
    phone.fitsItsWidth();
    desk.at("notice-accept").click();
    assertThat(phone.at("notice-answer")).containsText("Accepted");
  }

  @Test
  void aRequestThatIsWithdrawnVanishes() {
    hides(ann);
    follows(ben, ann);
    Screen desk = desk(ann, "/notifications");
    assertThat(desk.at("notice")).hasCount(1);
    ben.call("DELETE", "/follows/" + ann.id(), null).expect(200);
    assertThat(desk.at("notices-none")).isVisible();
    assertThat(desk.at("nav-notifications-count")).hasCount(0);
  }

  @Test
  void everyKindIsSaidInWordsAndLeadsWhereItBelongs() {
    String group = ann.foundsGroupWith(cat);
    String name = ann.get("/groups/" + group).expect(200).body().path("name").asString();
    ben.call("POST", "/groups/" + group + "/requests", null).expect(200);
    String event = cat.plans(group, "A walk");
    String invited = ben.foundsGroupWith();
    ben.invites(invited, ann);
    String post = written(ann);
    react(ben, post);
    comment(ben, post);
    ben.posts(ben.privateChatWith(ann), "are you there?");
    Screen desk = desk(ann, "/notifications");
    assertThat(said(desk, "join group request")).hasText(ben.name() + " wants to join " + name);
    assertThat(said(desk, "new group event")).hasText(cat.name() + " plans A walk in " + name);
    assertThat(said(desk, "invite to group"))
        .hasText(Pattern.compile(ben.name() + " invites you to group"));
    assertThat(said(desk, "reaction")).hasText(ben.name() + " has reacted to your post");
    assertThat(said(desk, "comment")).hasText(ben.name() + " has commented on your post");
    assertThat(said(desk, "new chat message")).hasText(ben.name() + " has written to you");
    desk.isPictured("notices-desk");
    Screen phone = phone(ann, "/notifications");
    assertThat(phone.at("notice").first()).isVisible();
    phone.isPictured("notices-phone");
    phone.fitsItsWidth();
    leads(desk, "comment", "/post/" + post);
    leads(desk, "reaction", "/post/" + post);
    leads(desk, "new group event", "/event/" + event);
    leads(desk, "join group request", "/group/" + group);
    leads(desk, "invite to group", "/group/" + invited);
    leads(desk, "new chat message", "/chat/");
  }

  @Test
  void invitationsAndRequestsToJoinAreAnsweredInTheList() {
    String group = ann.foundsGroupWith();
    ben.call("POST", "/groups/" + group + "/requests", null).expect(200);
    String invited = ben.foundsGroupWith();
    ben.invites(invited, ann);
    Screen desk = desk(ann, "/notifications");
    assertThat(desk.at("notice-accept")).hasCount(2);
    at(desk, "join group request").getByTestId("notice-accept").click();
    assertThat(at(desk, "join group request").getByTestId("notice-answer"))
        .containsText("Accepted");
    at(desk, "invite to group").getByTestId("notice-decline").click();
    assertThat(at(desk, "invite to group").getByTestId("notice-answer")).containsText("Declined");
    ben.get("/conversations/" + group).expect(200);
    ann.get("/conversations/" + invited).expect(404);
    Screen phone = phone(ben, "/notifications");
    assertThat(said(phone, "join group request accepted"))
        .hasText(Pattern.compile("You are a member of group.* now"));
    assertThat(said(phone, "invite to group rejected"))
        .hasText(Pattern.compile(ann.name() + " has declined your invitation"));
  }

  @Test
  void whatIsOpenedIsRead() {
    hides(ann);
    follows(ben, ann);
    Screen desk = desk(ann, "/notifications");
    desk.at("notice-open").click();
    assertThat(desk.page()).hasURL(Pattern.compile("/profile/" + ben.id()));
    assertThat(desk.at("nav-notifications-count")).hasCount(0);
    desk.page().goBack();
    assertThat(desk.at("notice")).hasAttribute("data-read", "1");
    // it can still be answered
    assertThat(desk.at("notice-accept")).isVisible();
  }

  @Test
  void olderOnesComeByScrollingAndTheUnreadStandAboveThem() {
    String post = written(ann);
    for (int i = 0; i < 45; i++) {
      comment(ben, post);
    }
    ann.call("PUT", "/notifications/read", Map.of("all", true)).expect(200);
    comment(cat, post);
    Screen phone = phone(ann, "/notifications");
    assertThat(phone.at("notices-new").getByTestId("notice")).hasCount(1);
    assertThat(phone.at("notices-new")).containsText(cat.name());
    phone.at("notice").last().scrollIntoViewIfNeeded();
    assertThat(phone.at("notice")).hasCount(46);
    assertThat(phone.page().locator("parley-near-end")).hasCount(0);
    phone.isPictured("notices-older-phone");
  }

  @Test
  void whatIsSwitchedOffIsNotTold() {
    Screen desk = desk(ann, "/notifications");
    desk.at("to-notice-settings").click();
    assertThat(desk.at("told-comment")).isEnabled();
    assertThat(desk.at("told-comment")).isInViewport();
    desk.at("told-comment").uncheck();
    Screen phone = phone(ann, "/settings");
    assertThat(phone.at("told-comment")).isEnabled();
    assertThat(phone.at("told-comment")).not().isChecked();
    assertThat(phone.at("told-reaction")).isChecked();
    phone.at("told-comment").scrollIntoViewIfNeeded();
    phone.isPictured("notice-settings-phone");
    String post = written(ann);
    comment(ben, post);
    react(ben, post);
    assertThat(desk.at("nav-notifications-count")).hasText("1");
    desk.opens("/notifications");
    assertThat(said(desk, "reaction")).isVisible();
    assertThat(desk.at("notice")).hasCount(1);
  }

  @Test
  void theSystemTellsWhatIsNewWhenNobodyLooksAtThePage() {
    hides(ann);
    Screen desk = desk();
    desk.context().grantPermissions(List.of("notifications"));
    // The system's notifications can't be looked at from here; what was asked of it can.
    desk.context()
        .addInitScript(
            "window.shown = [];"
                + " window.Notification = class { static permission = 'granted';"
                + " constructor(title, { body, data }) { shown.push(body + ' ' + data.path); } };");
    desk.entersAs(ann, "/settings");
    desk.at("notifications").check();
    follows(cat, ann);
    assertThat(desk.at("nav-notifications-count")).hasText("1");
    assertEquals(List.of(), desk.page().evaluate("() => shown"));
    desk.page()
        .evaluate("() => Object.defineProperty(document, 'visibilityState', {value: 'hidden'})");
    follows(ben, ann);
    desk.page().waitForFunction("() => shown.length > 0");
    assertEquals(
        List.of(ben.name() + " wants to follow you /profile/" + ben.id()),
        desk.page().evaluate("() => shown"));
  }

  private static String written(Person author) {
    return author
        .call("POST", "/posts", Map.of("title", "Bread", "body", "It rises."))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private static void comment(Person person, String post) {
    person.call("POST", "/posts/" + post + "/comments", Map.of("content", "How nice")).expect(201);
  }

  private static void react(Person person, String post) {
    person
        .call(
            "POST",
            "/reactions",
            Map.of("messageType", "post", "messageID", post, "reaction", true))
        .expect(200);
  }

  private static Locator at(Screen screen, String type) {
    return screen.page().locator("[data-testid=notice][data-type='" + type + "']");
  }

  private static Locator said(Screen screen, String type) {
    return at(screen, type).getByTestId("notice-words");
  }

  private static Locator notice(Screen screen, Person about) {
    return screen.at("notice").filter(new Locator.FilterOptions().setHasText(about.name()));
  }

  private static void leads(Screen screen, String type, String path) {
    at(screen, type).getByTestId("notice-open").click();
    assertThat(screen.page()).hasURL(Pattern.compile(path));
    screen.page().goBack();
    assertThat(screen.at("notice").first()).isVisible();
  }
}
