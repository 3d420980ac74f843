package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one decides about oneself: profile, privacy, blocks, notifications, and going for good. */
class OwnPagesIT extends BrowserTest {

  private final Person ann = parley.register(Parley.unique("ann"), Screen.PASSWORD);
  private final Person ben = parley.person("ben");

  @Test
  void anotherFullNameIsSeenByOthersWithoutReload() {
    Screen desk = desk(ann, "/settings");
    Screen phone = phone(ben, "/people");
    desk.at("profile-edit").click();
    desk.at("profile-fullName").fill("Ann of the Mountains");
    desk.isPictured("profile-form");
    desk.at("profile-save").click();
    assertThat(phone.person(ann)).containsText("Ann of the Mountains");
    assertThat(desk.at("me")).hasText("Ann of the Mountains");
  }

  @Test
  void anotherAddressNeedsThePasswordAndATakenNameIsRefusedBesideItsField() {
    Screen phone = phone(ann, "/settings");
    phone.at("profile-edit").click();
    phone.at("profile-email").fill(ann.name() + "@example.com");
    phone.at("profile-save").click();
    assertThat(phone.at("profile-currentPassword-error")).isVisible();
    phone.at("profile-name").fill(ben.name());
    phone.at("profile-currentPassword").fill(Screen.PASSWORD);
    phone.at("profile-save").click();
    assertThat(phone.at("profile-name-error")).isVisible();
    phone.isPictured("profile-refused");
    phone.fitsItsWidth();
    phone.at("profile-name").fill(ann.name());
    phone.at("profile-save").click();
    assertThat(phone.at("account-email")).hasText(ann.name() + "@example.com");
  }

  @Test
  void whomOneBlocksCanNotWriteUntilOneUnblocksThem() {
    String chat = ann.privateChatWith(ben);
    ben.posts(chat, "buy my things");
    Screen desk = desk(ann, "/chat/" + chat + "/details");
    Screen phone = phone(ben, "/chat/" + chat);
    assertThat(phone.at("composer")).isVisible();
    desk.at("block").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("unblock")).isVisible();
    assertThat(phone.at("may-not-write")).isVisible();
    phone.isPictured("may-not-write");
    desk.opens("/settings/blocked");
    assertThat(desk.at("blocked-person")).hasCount(1);
    desk.isPictured("blocked");
    desk.at("unblock").click();
    assertThat(desk.at("blocked-none")).isVisible();
    assertThat(phone.at("composer")).isVisible();
  }

  @Test
  void howFarOneHasReadIsOnesOwnBusiness() {
    Screen desk = desk(ann, "/settings");
    desk.isPictured("settings-whole");
    assertThat(desk.at("receipts")).isChecked();
    desk.at("receipts").click();
    desk.page()
        .waitForCondition(() -> !ann.get("/accounts/me").body().path("receipts").asBoolean(true));
    desk.opens("/settings");
    assertThat(desk.at("receipts")).not().isChecked();
  }

  @Test
  void aDeletedAccountIsGoneAfterItsPasswordWasGiven() {
    Screen phone = phone(ann, "/settings");
    phone.at("delete-account").click();
    phone.at("dialog-password").fill("not the password");
    phone.isPictured("delete-account");
    phone.at("dialog-confirm").click();
    assertThat(phone.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT).last())
        .isVisible();
    phone.at("delete-account").click();
    phone.at("dialog-password").fill(Screen.PASSWORD);
    phone.at("dialog-confirm").click();
    assertThat(phone.page()).hasURL(Pattern.compile("/login"));
    parley
        .call("POST", "/api/v1/sessions", Map.of("name", ann.name(), "password", Screen.PASSWORD))
        .expect(401);
  }

  @Test
  void aNotificationIsShownExactlyWhenTheChatIsNotOpenAndNotMuted() {
    String open = ann.groupWith(ben);
    String closed = ann.groupWith(ben);
    String muted = ann.groupWith(ben);
    Screen desk = desk();
    desk.context().grantPermissions(List.of("notifications"));
    // The system's notifications can't be looked at from here; what was asked of it can.
    desk.context()
        .addInitScript(
            "window.shown = [];"
                + " window.Notification = class { static permission = 'granted';"
                + " constructor(title, { body, tag }) { shown.push(tag + ' ' + body); } };");
    desk.entersAs(ann, "/settings");
    desk.at("notifications").check();
    ann.call("PUT", "/conversations/" + muted + "/own/mute", Map.of("until", "forever"))
        .expect(200);
    desk.opens("/chat/" + open);
    desk.isConnected();
    assertThat(desk.at("composer")).isVisible();
    ben.posts(open, "before your eyes");
    assertThat(desk.message("before your eyes")).isVisible();
    ben.posts(muted, "nothing urgent");
    assertThat(desk.conversation(muted).getByTestId("unread-badge")).hasText("1");
    ben.posts(closed, "look here");
    desk.page().waitForFunction("() => shown.length > 0");
    assertEquals(List.of("chat:" + closed + " New message"), desk.page().evaluate("() => shown"));
  }
}
