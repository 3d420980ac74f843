package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.parley.client.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody has begun to write and not sent. */
class DraftsIT extends BrowserTest {

  private Person ann;
  private String chat;
  private String other;

  @BeforeEach
  void annHasTwoChats() {
    ann = parley.person("ann");
    chat = ann.privateChatWith(parley.person("ben"));
    other = ann.privateChatWith(parley.person("cid"));
  }

  @Test
  void eachChatKeepsWhatWasBegunThereAlsoWhenThePageIsReloadedOffline() {
    Screen phone = phone(ann, "/chat/" + chat);
    phone.keepsTheProgram();
    phone.at("composer").fill("Dear Ben");
    phone.at("back").click();
    phone.conversation(other).click();
    assertThat(phone.at("composer")).hasValue("");
    phone.at("composer").fill("Dear Cid");
    phone.isKept("Dear Ben");
    phone.isKept("Dear Cid");
    phone.goesOffline();
    phone.page().reload();
    assertThat(phone.at("composer")).hasValue("Dear Cid");
    phone.opens("/chat/" + chat);
    assertThat(phone.at("composer")).hasValue("Dear Ben");
    phone.comesBack();
    phone.isConnectedWithin(30);
    assertThat(phone.at("composer")).hasValue("Dear Ben");
    phone.forgetsLostConnections();
  }

  @Test
  void whatWasBegunOnOneDeviceGoesOnOnAnotherAndIsGoneOnBothWhenSent() {
    Screen phone = phone(ann, "/chat/" + chat);
    Screen desk = desk(ann, "/chat/" + chat);
    phone.at("composer").fill("Begun on the phone");
    assertThat(desk.at("composer")).hasValue("Begun on the phone");
    desk.at("composer").press("End");
    desk.at("composer").pressSequentially(", ended at the desk");
    desk.at("composer").press("Enter");
    assertThat(desk.message("Begun on the phone, ended at the desk", "sent")).isVisible();
    assertThat(phone.at("composer")).hasValue("");
    Screen later = desk(ann, "/chat/" + chat);
    assertThat(later.message("ended at the desk")).isVisible();
    assertThat(later.at("composer")).hasValue("");
  }

  @Test
  void whatIsTypedHereStandsAgainstWhatComesFromElsewhere() {
    Screen desk = desk(ann, "/chat/" + chat);
    desk.goesOffline();
    desk.at("composer").fill("typed here");
    ann.call("PUT", "/conversations/" + chat + "/own/draft", Map.of("content", "typed elsewhere"))
        .expect(200);
    desk.comesBack();
    desk.isConnectedWithin(30);
    desk.page()
        .waitForCondition(
            () ->
                ann.get("/conversations/" + chat)
                    .body()
                    .path("draft")
                    .asString()
                    .equals("typed here"));
    assertThat(desk.at("composer")).hasValue("typed here");
    desk.forgetsLostConnections();
  }
}
