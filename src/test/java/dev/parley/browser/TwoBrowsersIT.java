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

class TwoBrowsersIT extends BrowserTest {

  private Screen ann;
  private Screen ben;
  private Person annAsProgram;
  private Person benAsProgram;

  @BeforeEach
  void annAtHerDeskAndBenOnHisPhone() {
    annAsProgram = parley.person("ann");
    benAsProgram = parley.person("ben");
    ann = desk(annAsProgram, "/");
    ben = phone(benAsProgram, "/");
  }

  @Test
  void theFirstMessageToSomebodyMakesTheChatAndBothTalkLive() {
    ann.opensChatWith(benAsProgram.id());
    ann.writes("hello ben");
    assertThat(ann.message("hello ben", "sent")).isVisible();
    assertThat(ann.page()).hasURL(Pattern.compile(".*/chat/\\d+$"));

    Locator chat =
        ben.at("conversation-item")
            .filter(new Locator.FilterOptions().setHasText(annAsProgram.name()));
    assertThat(chat.getByTestId("unread-badge")).hasText("1");
    ben.isPictured("list-phone");
    chat.click();
    assertThat(ben.message("hello ben")).isVisible();
    assertThat(ben.message("hello ben").getByTestId("message-sender")).hasText(annAsProgram.name());
    assertThat(ben.message("hello ben").locator("time")).isVisible();
    assertThat(ben.at("unread-divider")).isVisible();

    ben.at("composer").pressSequentially("hello");
    assertThat(ann.at("typing-indicator")).isVisible();
    ben.at("composer").press("Enter");
    assertThat(ann.message("hello")).hasCount(2);
    ben.isPictured("chat-phone");
    ann.isPictured("chat-desk");
    ben.fitsItsWidth();
    ann.fitsItsWidth();

    ben.at("back").click();
    assertThat(chat.getByTestId("unread-badge")).hasCount(0);
  }

  @Test
  void whatIsWrittenWithoutAConnectionGoesOutOnceAndInOrder() {
    ann.opensChatWith(benAsProgram.id());
    ann.writes("before");
    assertThat(ann.message("before", "sent")).isVisible();
    String chat = ann.page().url().replaceAll(".*/", "");

    ann.context().setOffline(true);
    ann.connectionIs("offline");
    List<String> written = List.of("first of three", "second of three", "third of three");
    written.forEach(ann::writes);
    assertThat(ann.page().locator("[data-testid=message][data-state=sending]")).hasCount(3);
    annAsProgram.posts(chat, "from elsewhere");
    ann.context().setOffline(false);
    ann.isConnected();
    written.forEach(text -> assertThat(ann.message(text, "sent")).isVisible());
    assertThat(ann.message("from elsewhere")).isVisible();

    List<String> stored =
        benAsProgram.history(chat).valueStream().map(m -> m.path("content").asString()).toList();
    assertEquals(
        List.of("before", "from elsewhere", "first of three", "second of three", "third of three"),
        stored);
    assertEquals(stored, ann.messages());
    ann.forgetsLostConnections();
  }

  @Test
  void readingOnOneDeviceClearsTheCountOnTheOther() {
    Screen bensDesk = desk(benAsProgram, "/");
    String chat = annAsProgram.privateChatWith(benAsProgram);
    annAsProgram.posts(chat, "one");
    annAsProgram.posts(chat, "two");
    Locator badge = bensDesk.conversation(chat).getByTestId("unread-badge");
    assertThat(badge).hasText("2");
    ben.conversation(chat).click();
    assertThat(ben.message("two")).isVisible();
    assertThat(badge).hasCount(0);
  }

  @Test
  void historyLoadsOnTheWayUpAndKeepsTheReadersPlace() {
    int sent = 150;
    String chat = annAsProgram.groupWith(benAsProgram);
    IntStream.rangeClosed(1, sent).forEach(i -> benAsProgram.posts(chat, "message number " + i));
    // Where nothing is unread the page begins at the end.
    int last = sent + 1; // the first was that the group was made
    annAsProgram.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", last)).expect(200);
    // A browser that has seen nothing of it yet.
    Screen fresh = desk(annAsProgram, "/chat/" + chat);
    assertThat(fresh.message("message number " + sent)).isVisible();
    assertTrue(fresh.messages().size() < sent, "the page begins with the newest");
    while (fresh.messages().size() < sent) {
      int before = fresh.messages().size();
      Locator first = fresh.message(fresh.messages().get(0)).first();
      fresh.at("log").evaluate("log => log.scrollTop = 0");
      double top = first.boundingBox().y;
      fresh.page().waitForCondition(() -> fresh.messages().size() > before);
      fresh.page().waitForCondition(() -> Math.abs(first.boundingBox().y - top) < 60);
    }
    assertEquals(
        IntStream.rangeClosed(1, sent).mapToObj(i -> "message number " + i).toList(),
        fresh.messages());
  }

  @Test
  void aSessionThatEndsElsewhereLeadsToLogIn() {
    Person anywhere = parley.register(Parley.unique("eve"), Screen.PASSWORD);
    Screen here = desk(parley.logIn(anywhere, Screen.PASSWORD), "/settings");
    List<String> others =
        anywhere
            .get("/sessions")
            .body()
            .path("items")
            .valueStream()
            .filter(session -> !session.path("current").asBoolean())
            .map(session -> session.path("id").asString())
            .toList();
    others.forEach(id -> anywhere.call("DELETE", "/sessions/" + id, null).expect(204));
    assertThat(here.at("auth-notice")).isVisible();
    assertThat(here.at("login-name")).isVisible();
  }
}
