package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one does with a message, and how others see it. */
class MessageMenuIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private String chat;

  @BeforeEach
  void aGroupOfAnnsWithBen() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    chat = ann.groupWith(ben);
  }

  @Test
  void anAnswerShowsWhatItAnswersAndLeadsThere() {
    ben.posts(chat, "Who brings the **cake**?");
    Screen screen = desk(ann, "/chat/" + chat);
    Screen other = phone(ben, "/chat/" + chat);
    opensMenu(screen, "cake");
    screen.isPictured("menu-desk-light");
    screen.at("action-reply").click();
    assertThat(screen.at("compose-bar")).containsText("Who brings the cake?");
    assertThat(screen.at("composer")).isFocused();
    screen.isPictured("reply-desk-light");
    screen.writes("I do");
    assertThat(screen.at("compose-bar")).hasCount(0);
    assertThat(screen.message("I do", "sent").getByTestId("quote"))
        .containsText("Who brings the cake?");

    Locator answer = other.message("I do");
    assertThat(answer.getByTestId("quote")).containsText("Who brings the cake?");
    answer.getByTestId("quote").click();
    assertThat(other.page().locator(".message.lit")).containsText("Who brings");
    other.isPictured("quote-phone-dark");

    // the quote follows what it quotes
    JsonNode asked = ben.history(chat).path(1);
    ben.call(
            "PATCH",
            "/messages/" + asked.path("id").asString(),
            Map.of("content", "Who brings tea?"))
        .expect(200);
    assertThat(screen.message("I do").getByTestId("quote")).containsText("Who brings tea?");
    assertThat(screen.message("Who brings tea?").getByTestId("edited-mark")).isVisible();
    ben.call("DELETE", "/messages/" + asked.path("id").asString(), null);
    assertThat(screen.message("I do").getByTestId("quote")).containsText("Message deleted");
    assertThat(screen.message("Who brings tea?")).hasCount(0);
  }

  @Test
  void anAnswerWrittenWithoutAConnectionKeepsItsQuote() {
    ben.posts(chat, "Are you there?");
    Screen screen = desk(ann, "/chat/" + chat);
    opensMenu(screen, "Are you there?");
    screen.at("action-reply").click();
    screen.context().setOffline(true);
    screen.connectionIs("offline");
    screen.writes("soon");
    assertThat(screen.message("soon", "sending").getByTestId("quote"))
        .containsText("Are you there?");
    screen.context().setOffline(false);
    assertThat(screen.message("soon", "sent"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
    screen.forgetsLostConnections();
    JsonNode sent = ben.history(chat).path(2);
    assertEquals("Are you there?", sent.path("replyTo").path("content").asString());
  }

  @Test
  void theArrowUpEditsTheLastMessageAndEscapeLeavesItAsItWas() {
    ann.posts(chat, "the frist one");
    Screen screen = desk(ann, "/chat/" + chat);
    assertThat(screen.message("frist")).isVisible();
    screen.at("composer").press("ArrowUp");
    assertThat(screen.at("composer")).hasValue("the frist one");
    assertThat(screen.at("compose-bar")).hasAttribute("data-mode", "edit");
    screen.isPictured("edit-desk-light");
    screen.at("composer").press("Escape");
    assertThat(screen.at("composer")).hasValue("");
    assertThat(screen.at("compose-bar")).hasCount(0);

    screen.at("composer").press("ArrowUp");
    screen.writes("the first one");
    assertThat(screen.message("the first one").getByTestId("edited-mark")).isVisible();
    assertThat(screen.at("composer")).hasValue("");
    assertThat(screen.message("frist")).hasCount(0);
    assertEquals("the first one", ben.history(chat).path(1).path("content").asString());
  }

  @Test
  void aDraftIsThereAgainAfterAnEdit() {
    ann.posts(chat, "old words");
    Screen screen = desk(ann, "/chat/" + chat);
    screen.at("composer").fill("a draft");
    opensMenu(screen, "old words");
    screen.at("action-edit").click();
    assertThat(screen.at("composer")).hasValue("old words");
    screen.writes("new words");
    assertThat(screen.message("new words")).isVisible();
    assertThat(screen.at("composer")).hasValue("a draft");
  }

  @Test
  void aDeletedMessageLeavesAPlaceAndIsAskedAboutBefore() {
    ann.posts(chat, "a mistake");
    Screen screen = desk(ann, "/chat/" + chat);
    Screen other = phone(ben, "/chat/" + chat);
    assertThat(other.message("a mistake")).isVisible();
    opensMenu(screen, "a mistake");
    screen.at("action-delete").click();
    screen.isPictured("delete-desk-light");
    screen.at("dialog-cancel").click();
    assertThat(screen.message("a mistake")).isVisible();
    opensMenu(screen, "a mistake");
    screen.at("action-delete").click();
    screen.at("dialog-confirm").click();
    for (Screen each : List.of(screen, other)) {
      assertThat(each.message("Message deleted")).isVisible();
      assertThat(each.message("a mistake")).hasCount(0);
      assertThat(each.message("Message deleted").getByTestId("message-actions")).hasCount(0);
    }
  }

  @Test
  void aReactionIsCountedAndNamedAndTakenBackByAClick() {
    ben.posts(chat, "We won!");
    Screen screen = desk(ann, "/chat/" + chat);
    Screen other = phone(ben, "/chat/" + chat);
    opensMenu(screen, "We won!");
    screen.at("quick-reaction").first().click();
    Locator seen = other.message("We won!").getByTestId("reaction");
    assertThat(seen).hasText("👍1");
    assertThat(seen).hasAttribute("title", "thumbs up: " + ann.name());
    seen.click();
    Locator own = screen.message("We won!").getByTestId("reaction");
    assertThat(own).hasText("👍2");
    assertThat(own).hasAttribute("aria-pressed", "true");
    assertThat(own).hasAttribute("title", "thumbs up: you, " + ben.name());

    screen.at("add-reaction").click();
    assertThat(screen.at("emoji").first()).isVisible();
    screen.isPictured("emoji-desk-light");
    screen.at("emoji-search").fill("party");
    screen.at("emoji-search").press("Enter");
    assertThat(own).hasCount(2);
    screen.isPictured("reactions-desk-light");
    own.first().click();
    assertThat(own.first()).hasText("👍1");
    assertThat(own.first()).hasAttribute("aria-pressed", "false");
  }

  @Test
  void aPhoneOffersTheSameInASheetAfterATap() {
    ben.posts(chat, "Tap me");
    Screen screen = finger(ann, "/chat/" + chat);
    screen.message("Tap me").locator(".content").tap();
    assertThat(screen.at("message-menu")).isVisible();
    assertThat(screen.at("action-edit")).hasCount(0);
    screen.fitsItsWidth();
    screen.isPictured("sheet-phone-dark");
    screen.at("more-reactions").tap();
    assertThat(screen.at("emoji-picker")).isVisible();
    screen.fitsItsWidth();
    screen.isPictured("emoji-phone-dark");
    screen.page().locator("[data-testid=emoji][aria-label=rocket]").tap();
    assertThat(screen.message("Tap me").getByTestId("reaction")).hasText("🚀1");
    screen.message("Tap me").locator(".content").tap();
    screen.page().mouse().click(200, 60);
    assertThat(screen.at("message-menu")).hasCount(0);
    screen.message("Tap me").locator(".content").tap();
    screen.at("action-reply").tap();
    assertThat(screen.at("compose-bar")).isVisible();
    screen.fitsItsWidth();
    screen.isPictured("reply-phone-dark");
  }

  @Test
  void theKeyboardReachesEverythingAndTheFocusComesBack() {
    ben.posts(chat, "first");
    ben.posts(chat, "second");
    Screen screen = desk(ann, "/chat/" + chat);
    Locator buttons = screen.at("message-actions");
    assertThat(buttons).hasCount(2);
    buttons.first().focus();
    screen.page().keyboard().press("ArrowDown");
    assertThat(buttons.last()).isFocused();
    screen.page().keyboard().press("Enter");
    assertThat(screen.at("action-reply")).isFocused();
    screen.page().keyboard().press("End");
    assertThat(screen.at("action-unread")).not().isFocused();
    screen.page().keyboard().press("Home");
    screen.page().keyboard().press("ArrowDown");
    assertThat(screen.at("action-copy")).isFocused();
    screen.page().keyboard().press("Escape");
    assertThat(screen.at("message-menu")).hasCount(0);
    assertThat(buttons.last()).isFocused();
  }

  @Test
  void onlyWhatOneMayDoIsOffered() {
    ann.posts(chat, "from the administrator");
    ben.posts(chat, "from a member");
    Screen member = desk(ben, "/chat/" + chat);
    opensMenu(member, "from the administrator");
    assertThat(member.at("action-reply")).isVisible();
    assertThat(member.at("action-edit")).hasCount(0);
    assertThat(member.at("action-delete")).hasCount(0);
    member.page().keyboard().press("Escape");
    opensMenu(member, "from a member");
    assertThat(member.at("action-edit")).isVisible();
    assertThat(member.at("action-delete")).isVisible();

    Screen administrator = desk(ann, "/chat/" + chat);
    opensMenu(administrator, "from a member");
    assertThat(administrator.at("action-edit")).hasCount(0);
    assertThat(administrator.at("action-delete")).isVisible();

    String said = "in the room of everybody, " + ben.name();
    ben.posts("1", said);
    Screen everywhere = desk(ann, "/chat/1");
    opensMenu(everywhere, said);
    assertThat(everywhere.at("action-pin")).hasCount(0);
    assertThat(everywhere.at("action-delete")).hasCount(0);
  }

  @Test
  void textAndLinkAreCopied() {
    ben.posts(chat, "copy **this**");
    Screen screen = desk(ann, "/chat/" + chat);
    screen.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    opensMenu(screen, "copy this");
    screen.at("action-copy").click();
    assertThat(screen.at("toast")).hasText("Text copied");
    assertEquals("copy **this**", screen.page().evaluate("navigator.clipboard.readText()"));
    opensMenu(screen, "copy this");
    screen.at("action-link").click();
    assertThat(screen.at("toast")).hasText("Link copied");
    assertEquals(
        parley.root() + "/chat/" + chat + "/2",
        screen.page().evaluate("navigator.clipboard.readText()"));
  }

  @Test
  void whoHasReadItIsSaidOnTheTicksAndInAList() {
    Person cid = parley.person("cid");
    String three = ann.groupWith(ben, cid);
    ann.posts(three, "read me");
    Screen screen = desk(ann, "/chat/" + three);
    assertThat(screen.message("read me").getByTestId("read-mark")).hasCount(0);
    ben.call("PUT", "/conversations/" + three + "/read", Map.of("seq", 2)).expect(200);
    assertThat(screen.at("read-mark")).hasAttribute("data-read", "some");
    opensMenu(screen, "read me");
    screen.at("action-readers").click();
    assertThat(screen.at("reader")).hasText(java.util.regex.Pattern.compile(ben.name()));
    assertThat(screen.at("non-reader")).containsText(cid.name());
    screen.isPictured("readers-desk-light");
    screen.page().keyboard().press("Escape");
    cid.call("PUT", "/conversations/" + three + "/read", Map.of("seq", 2)).expect(200);
    assertThat(screen.at("read-mark")).hasAttribute("data-read", "all");
  }

  private static void opensMenu(Screen screen, String text) {
    screen.message(text).hover();
    screen.message(text).getByTestId("message-actions").click();
    assertThat(screen.at("message-menu")).isVisible();
  }
}
