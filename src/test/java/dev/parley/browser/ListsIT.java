package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists of chats and of people, which stay true without a reload. */
class ListsIT extends BrowserTest {

  private Person ann;
  private Person ben;

  @BeforeEach
  void annAndBen() {
    ann = parley.person("ann");
    ben = parley.person("ben");
  }

  @Test
  void somebodyNewAppearsAmongThePeopleAndAClickBeginsTheConversation() {
    Screen annsDesk = desk(ann, "/people");
    Person cid = parley.person("cid");
    Screen cidsPhone = phone(cid, "/");
    assertThat(annsDesk.person(cid)).hasAttribute("data-online", "true");
    annsDesk.person(cid).click();
    assertThat(annsDesk.at("log-empty")).isVisible();
    annsDesk.writes("welcome");
    assertThat(annsDesk.message("welcome", "sent")).isVisible();
    assertThat(annsDesk.page()).hasURL(Pattern.compile(".*/chat/\\d+$"));

    Locator chat =
        cidsPhone
            .at("conversation-item")
            .filter(new Locator.FilterOptions().setHasText(ann.name()));
    chat.click();
    assertThat(cidsPhone.message("welcome")).hasCount(1);
    cidsPhone.writes("thank you");
    assertThat(annsDesk.message("thank you")).hasCount(1);
  }

  @Test
  void somebodyIsSeenComingAndGoing() {
    String chat = ann.privateChatWith(ben);
    Screen annsDesk = desk(ann, "/chat/" + chat);
    assertThat(annsDesk.at("chat-subtitle")).hasText("offline");
    assertThat(annsDesk.conversation(chat).getByTestId("presence"))
        .hasAttribute("data-online", "false");
    try (Wire socket = ben.connects()) {
      socket.settles();
      assertThat(annsDesk.at("chat-subtitle")).hasText("online");
      assertThat(annsDesk.conversation(chat).getByTestId("presence"))
          .hasAttribute("data-online", "true");
    }
    assertThat(annsDesk.at("chat-subtitle")).hasText("offline");
  }

  @Test
  void unreadMessagesAreCountedInTheListAndInTheTitleUntilTheyAreRead() {
    String chat = ann.privateChatWith(ben);
    String other = ann.groupWith(ben);
    Screen annsDesk = desk(ann, "/chat/" + chat);
    ben.posts(other, "one");
    ben.posts(other, "two");
    ben.posts(chat, "this one is read at once");
    assertThat(annsDesk.message("read at once")).isVisible();
    assertThat(annsDesk.conversation(other).getByTestId("unread-badge")).hasText("2");
    assertThat(annsDesk.conversation(chat).getByTestId("unread-badge")).hasCount(0);
    assertThat(annsDesk.page()).hasTitle("(2) Parley");

    annsDesk.conversation(other).click();
    assertThat(annsDesk.message("two")).isVisible();
    assertThat(annsDesk.at("unread-divider")).isVisible();
    assertThat(annsDesk.page()).hasTitle("Parley");
    annsDesk.page().reload();
    annsDesk.isConnected();
    assertThat(annsDesk.message("two")).isVisible();
    assertThat(annsDesk.at("unread-divider")).hasCount(0);
  }

  @Test
  void manyUnreadMessagesOpenAtTheFirstOfThem() {
    String chat = ann.groupWith(ben);
    for (int i = 1; i <= 80; i++) {
      ben.posts(chat, "line " + i);
    }
    ann.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 20)).expect(200);
    Screen annsPhone = phone(ann, "/");
    annsPhone.conversation(chat).click();
    assertThat(annsPhone.at("unread-divider")).isInViewport();
    assertThat(annsPhone.page().locator("[data-testid=message][data-seq='21']")).isInViewport();
    assertThat(annsPhone.at("to-bottom")).isVisible();
    annsPhone.at("to-bottom").click();
    assertThat(annsPhone.message("line 80")).isInViewport();
    assertThat(annsPhone.page()).hasTitle("Parley");
  }

  @Test
  void theKeyboardFindsSomebody() {
    Screen annsDesk = desk(ann, "/");
    annsDesk.page().keyboard().press("Control+k");
    assertThat(annsDesk.at("search")).isFocused();
    annsDesk.page().keyboard().type(ben.name());
    assertThat(annsDesk.person(ben)).isVisible();
    annsDesk.page().keyboard().press("Enter");
    assertThat(annsDesk.at("chat-title")).hasText(ben.name());
    assertThat(annsDesk.at("composer")).isFocused();
  }

  @Test
  void theKeyboardGetsPastTheListsToThePage() {
    Screen annsDesk = desk(ann, "/feed");
    assertThat(annsDesk.at("feed-filter")).isVisible();
    annsDesk.page().keyboard().press("Tab");
    assertThat(annsDesk.at("skip")).isFocused();
    annsDesk.isPictured("skip-desk");
    annsDesk.page().keyboard().press("Enter");
    annsDesk.page().keyboard().press("Tab");
    assertThat(annsDesk.at("feed-filter")).isFocused();
  }

  @Test
  void theConversationWithTheLatestMessageStandsFirst() {
    String first = ann.groupWith(ben);
    String second = ann.groupWith(ben);
    Screen annsDesk = desk(ann, "/");
    assertThat(annsDesk.at("conversation-item").first()).hasAttribute("data-chat-id", second);
    ben.posts(first, "up again");
    assertThat(annsDesk.at("conversation-item").first()).hasAttribute("data-chat-id", first);
  }
}
