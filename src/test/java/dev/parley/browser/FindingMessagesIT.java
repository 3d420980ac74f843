package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way to one message: by its address, by a quote, by a pin. */
class FindingMessagesIT extends BrowserTest {

  /** The first message of a conversation says that it was made, so "number n" has this seq. */
  private static final int FIRST = 1;

  private Person ann;
  private Person ben;
  private String chat;

  @BeforeEach
  void aLongConversation() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    chat = ann.groupWith(ben);
  }

  @Test
  void theAddressOfAMessageOpensTheConversationThere() {
    write(200);
    Screen screen = desk(ann, "/chat/" + chat + "/" + (40 + FIRST));
    isFound(screen, 40);
    screen.isPictured("far-back-desk-light");
    assertThat(screen.message("number 200")).hasCount(0);
    assertThat(screen.at("to-bottom")).isVisible();
    // nothing that lies between was seen
    assertThat(screen.conversation(chat).getByTestId("unread-badge")).hasText("200");

    screen.at("to-bottom").click();
    assertThat(screen.message("number 200")).isVisible();
    screen.opens("/chat/" + chat + "/" + (200 + FIRST));
    isFound(screen, 200);
  }

  @Test
  void farBackTheConversationGoesOnInBothDirectionsUntilItIsWhole() {
    write(220);
    ann.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 220 + FIRST)).expect(200);
    Screen screen = desk(ann, "/chat/" + chat + "/" + (60 + FIRST));
    isFound(screen, 60);
    screen
        .page()
        .waitForCondition(
            () -> {
              screen.at("log").evaluate("log => log.scrollTop -= 400");
              return screen.messages().contains("number 1");
            });
    screen
        .page()
        .waitForCondition(
            () -> {
              screen.at("log").evaluate("log => log.scrollTop += 900");
              return screen.messages().contains("number 220");
            });
    assertEquals(
        IntStream.rangeClosed(1, 220).mapToObj(i -> "number " + i).toList(), screen.messages());
    // and it is live again
    ben.posts(chat, "number 221");
    screen.at("log").evaluate("log => log.scrollTop = log.scrollHeight");
    assertThat(screen.message("number 221")).isVisible();
  }

  @Test
  void whatIsChangedFarBackIsSeenThereAtOnce() {
    write(150);
    Screen screen = desk(ann, "/chat/" + chat + "/" + (20 + FIRST));
    isFound(screen, 20);
    String id = ben.get(messages("?around=21&limit=1")).body().at("/messages/0/id").asString();
    ben.call("PATCH", "/messages/" + id, Map.of("content", "twenty")).expect(200);
    assertThat(screen.message("twenty").getByTestId("edited-mark")).isVisible();
    // who writes is at the end
    screen.writes("and an answer");
    assertThat(screen.message("and an answer", "sent")).isVisible();
    assertThat(screen.message("number 150")).isVisible();
  }

  @Test
  void anAddressLeadsThereAfterLogInAndSaysNothingToStrangers() {
    write(3);
    Person eve = parley.register(Parley.unique("eve"), Screen.PASSWORD);
    String group = eve.groupWith(ben);
    eve.posts(group, "here it is");
    Screen screen = desk();
    screen.opens("/chat/" + group + "/2");
    screen.logsIn(eve.name(), Screen.PASSWORD);
    assertThat(screen.page().locator(".message.lit")).containsText("here it is");
    assertThat(screen.page()).hasURL(Pattern.compile(".*/chat/" + group + "/2$"));

    screen.opens("/chat/" + chat + "/2");
    assertThat(screen.at("chat-missing")).isVisible();
  }

  @Test
  void anAddressOfNoMessageSaysSo() {
    write(2);
    Screen screen = desk(ann, "/chat/" + chat + "/900");
    assertThat(screen.at("toast")).hasText("This message isn’t here");
    assertThat(screen.message("number 2")).isVisible();
    assertThat(screen.at("to-bottom")).hasCount(0);
  }

  @Test
  void aLinkToAMessageIsFollowedWithinThePage() {
    write(130);
    ben.posts(chat, "look: " + parley.root() + "/chat/" + chat + "/" + (10 + FIRST));
    ann.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 132)).expect(200);
    Screen screen = desk(ann, "/chat/" + chat);
    screen.page().evaluate("window.same = true");
    for (int again = 0; again < 2; again++) {
      screen.message("look").locator("a").click();
      isFound(screen, 10);
      screen.at("to-bottom").click();
    }
    assertEquals(true, screen.page().evaluate("window.same"));
  }

  @Test
  void aQuoteLeadsToAMessageFarBack() {
    write(140);
    String id = ben.get(messages("?around=16&limit=1")).body().at("/messages/0/id").asString();
    ben.call(
            "POST",
            "/conversations/" + chat + "/messages",
            Map.of("content", "as said", "replyTo", id))
        .expect(201);
    ann.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 142)).expect(200);
    Screen screen = phone(ann, "/chat/" + chat);
    screen.message("as said").getByTestId("quote").click();
    isFound(screen, 15);
    screen.isPictured("far-back-phone-dark");
  }

  @Test
  void pinnedMessagesStandAboveTheConversationForEverybody() {
    write(120);
    ann.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 121)).expect(200);
    Screen screen = desk(ann, "/chat/" + chat);
    Screen other = phone(ben, "/chat/" + chat);
    screen.message("number 120").hover();
    screen.message("number 120").getByTestId("message-actions").click();
    screen.at("action-pin").click();
    assertThat(other.at("pin")).containsText("number 120");
    assertThat(screen.message("number 120").getByTestId("pin-mark")).isVisible();

    String early = ben.get(messages("?around=6&limit=1")).body().at("/messages/0/id").asString();
    ben.call("PUT", "/messages/" + early + "/pin", null).expect(200);
    assertThat(screen.at("pin")).containsText("number 5");
    screen.isPictured("pins-desk-light");
    screen.at("pin").click();
    isFound(screen, 5);
    assertThat(screen.at("pin")).containsText("2 of 2");
    screen.at("pin").click();
    isFound(screen, 120);

    other.at("all-pins").click();
    assertThat(other.at("pin-row")).hasCount(2);
    other.fitsItsWidth();
    other.isPictured("pin-list-phone-dark");
    other.at("unpin").first().click();
    assertThat(screen.at("pin")).containsText("number 120");
    other.at("all-pins").click();
    other.at("pin-row").locator(".panel-choice").click();
    isFound(other, 120);
    other.page().reload();
    assertThat(other.at("pin")).containsText("number 120");
    ann.call("DELETE", "/messages/" + newest(), null).expect(200);
    assertThat(other.at("pin")).hasCount(0);
    assertThat(screen.at("pin")).hasCount(0);
  }

  private void write(int count) {
    IntStream.rangeClosed(1, count).forEach(i -> ben.posts(chat, "number " + i));
  }

  private String messages(String query) {
    return "/conversations/" + chat + "/messages" + query;
  }

  private String newest() {
    List<String> ids = ben.history(chat).valueStream().map(m -> m.path("id").asString()).toList();
    return ids.get(ids.size() - 1);
  }

  private static void isFound(Screen screen, int number) {
    Locator lit = screen.page().locator(".message.lit");
    assertThat(lit.getByTestId("message-content")).hasText("number " + number);
    assertThat(lit).isInViewport();
    assertTrue(screen.messages().contains("number " + number));
  }
}
