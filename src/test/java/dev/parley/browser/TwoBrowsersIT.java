package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoBrowsersIT extends ClientTest {

  private Browsers browsers;
  private Screen ann;
  private Screen ben;
  private Person annAsProgram;
  private Person benAsProgram;

  @BeforeEach
  void annAtHerDeskAndBenOnHisPhone() {
    browsers = new Browsers();
    String root = parley.root().toString();
    annAsProgram = parley.register(Parley.unique("ann"), Screen.PASSWORD);
    benAsProgram = parley.register(Parley.unique("ben"), Screen.PASSWORD);
    ann = browsers.desk(root);
    ben = browsers.phone(root);
    ann.opens("/login");
    ann.logsIn(annAsProgram.name(), Screen.PASSWORD);
    ann.isConnected();
    ben.opens("/login");
    ben.logsIn(benAsProgram.name(), Screen.PASSWORD);
    ben.isConnected();
  }

  @AfterEach
  void end() {
    browsers.expectQuietConsoles();
    browsers.close();
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
    Screen bensDesk = browsers.desk(parley.root().toString());
    bensDesk.opens("/login");
    bensDesk.logsIn(benAsProgram.name(), Screen.PASSWORD);
    bensDesk.isConnected();
    String chat = annAsProgram.privateChatWith(benAsProgram);
    annAsProgram.posts(chat, "one");
    annAsProgram.posts(chat, "two");
    String item = "[data-testid=conversation-item][data-chat-id='" + chat + "']";
    Locator badge = bensDesk.page().locator(item).getByTestId("unread-badge");
    assertThat(badge).hasText("2");
    ben.page().locator(item).click();
    assertThat(ben.message("two")).isVisible();
    assertThat(badge).hasCount(0);
  }

  @Test
  void historyLoadsOnTheWayUpAndKeepsTheReadersPlace() {
    int sent = 150;
    String chat = annAsProgram.groupWith(benAsProgram);
    IntStream.rangeClosed(1, sent).forEach(i -> benAsProgram.posts(chat, "message number " + i));
    // A browser that has seen nothing of it yet.
    Screen fresh = browsers.desk(parley.root().toString());
    fresh.opens("/chat/" + chat);
    fresh.logsIn(annAsProgram.name(), Screen.PASSWORD);
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
  void whatPeopleWriteIsTextAndNothingElse() {
    String chat = annAsProgram.groupWith(benAsProgram);
    List<String> payloads =
        List.of(
            "<img src=x onerror=\"window.broken=1\">",
            "<script>window.broken=1</script>",
            "</textarea><svg onload=window.broken=1>",
            "javascript:window.broken=1",
            "https://example.org/\"onmouseover=\"window.broken=1");
    payloads.forEach(payload -> annAsProgram.posts(chat, payload));
    annAsProgram.call("PATCH", "/conversations/" + chat, java.util.Map.of("name", payloads.get(0)));
    ben.opens("/chat/" + chat);
    assertThat(ben.message("onmouseover")).isVisible();
    assertEquals(payloads, ben.messages());
    assertThat(ben.at("chat-title")).hasText(payloads.get(0));
    assertEquals(true, ben.page().evaluate("window.broken === undefined"));
    assertEquals(0, ben.page().locator("[data-testid=log] a[href^=javascript]").count());
  }

  @Test
  void aRoomWithAGeneratedNameTakesOneClick() {
    ann.at("quick-group").click();
    assertThat(ann.page()).hasURL(Pattern.compile(".*/chat/\\d+$"));
    assertThat(ann.at("chat-title")).hasText(Pattern.compile("\\w+ \\w+ \\d\\d"));
    ann.writes("first");
    assertThat(ann.message("first", "sent")).isVisible();
  }

  @Test
  void comingAndGoingIsSeen() {
    String chat = annAsProgram.privateChatWith(benAsProgram);
    ann.opens("/chat/" + chat);
    assertThat(ann.at("chat-subtitle")).hasText("online");
    ben.page().navigate("about:blank");
    assertThat(ann.at("chat-subtitle")).hasText("offline");
  }

  @Test
  void aSessionThatEndsElsewhereLeadsToLogIn() {
    annAsProgram
        .get("/sessions")
        .body()
        .path("items")
        .valueStream()
        .filter(session -> !session.path("current").asBoolean())
        .forEach(
            session ->
                annAsProgram.call("DELETE", "/sessions/" + session.path("id").asString(), null));
    assertThat(ann.at("login-name")).isVisible();
  }
}
