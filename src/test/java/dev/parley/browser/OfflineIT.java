package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import dev.parley.client.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with a phone whose network comes and goes: what they write, and what they can read. */
class OfflineIT extends BrowserTest {

  private static final List<String> BEFORE = List.of("Shall we meet?", "At the station, at eight");

  private Person ann;
  private Person ben;
  private String chat;
  private Screen phone;

  @BeforeEach
  void annAndBenTalk() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    chat = ann.privateChatWith(ben);
    ann.posts(chat, BEFORE.get(0));
    ben.posts(chat, BEFORE.get(1));
    phone = phone(ann, "/chat/" + chat);
    assertThat(phone.message(BEFORE.get(1))).isVisible();
    phone.keepsTheProgram();
    phone.isKept(BEFORE.get(1));
  }

  @Test
  void whatIsWrittenOfflineSurvivesTheClosedPageAndArrivesOnceAndInOrder() {
    Screen bens = desk(ben, "/chat/" + chat);
    phone.goesOffline();
    phone.writes("one");
    phone.writes("two");
    phone.writes("three");
    assertThat(phone.message("three", "sending")).isVisible();
    phone.fitsItsWidth();
    phone.isPictured("offline-waiting-phone");

    phone.closesItsPage();
    phone.opens("/chat/" + chat);
    assertThat(phone.message("three", "sending")).isVisible();
    assertEquals(and("one", "two", "three"), phone.messages());
    phone.connectionIs("offline");
    assertThat(phone.at("chat-subtitle")).hasText(""); // whether Ben is there, nobody knows
    assertThat(phone.at("connection-state")).containsText("You’re offline");
    assertThat(phone.at("right-at")).containsText("as of");
    phone.isPictured("offline-reopened-phone");
    phone.at("back").click();
    assertThat(phone.conversation(chat)).containsText("You: three");
    assertThat(phone.conversation(chat).getByTestId("waits")).isVisible();
    phone.fitsItsWidth();
    phone.isPictured("offline-list-phone");
    assertEquals(BEFORE, stored());

    phone.comesBack();
    phone.isConnectedWithin(30);
    assertThat(phone.conversation(chat).getByTestId("waits")).hasCount(0);
    phone.conversation(chat).click();
    assertThat(phone.message("three", "sent")).hasCount(1);
    assertThat(bens.message("three")).isVisible();
    assertEquals(and("one", "two", "three"), stored());
    assertEquals(stored(), phone.messages());
    assertEquals(stored(), bens.messages());
    phone.forgetsLostConnections();
  }

  @Test
  void thatOneIsOfflineIsSeenOnEachPageInBothThemes() {
    for (String theme : List.of("light", "dark")) {
      Screen desk = desk(ann, "/settings");
      desk.takesTheme(theme);
      desk.opens("/chat/" + chat);
      desk.isConnected();
      desk.keepsTheProgram();
      desk.isKept(BEFORE.get(1));
      desk.goesOffline();
      for (String path : List.of("/", "/chat/" + chat, "/chat/" + chat + "/details", "/settings")) {
        desk.opens(path);
        desk.connectionIs("offline");
        desk.fitsItsWidth();
        desk.isPictured("offline-desk-" + theme + path.replaceAll("\\W+|\\d+", "-"));
      }
      desk.comesBack();
      desk.isConnectedWithin(30);
      desk.forgetsLostConnections();
    }
    phone.opens("/settings");
    phone.takesTheme("light");
    phone.goesOffline();
    phone.opens("/chat/" + chat);
    phone.writes("in the light");
    phone.fitsItsWidth();
    phone.isPictured("offline-phone-light");
    phone.comesBack();
    phone.isConnectedWithin(30);
    phone.forgetsLostConnections();
  }

  @Test
  void aPageThatIsReloadedWhileItSendsSendsEverythingOnce() {
    List<String> written = Stream.iterate(1, n -> n + 1).limit(8).map(n -> "no. " + n).toList();
    written.forEach(phone::writes);
    assertThat(phone.message("no. 8")).isVisible();
    phone.page().reload();
    phone.isConnected();
    assertThat(phone.message("no. 8", "sent")).isVisible();
    assertThat(phone.page().locator("[data-state=sending]")).hasCount(0);
    assertEquals(and(written.toArray(String[]::new)), stored());
    assertEquals(stored(), phone.messages());
    phone.forgetsLostConnections();
  }

  @Test
  void aMessageWhoseReceiptNeverCameIsSentAgainByTheNextPageAndStoredOnce() {
    phone.closesItsPage();
    Interference line = new Interference(phone.page());
    phone.opens("/chat/" + chat);
    phone.isConnected();
    line.swallowsAnswers();
    phone.writes("did you get this?");
    phone.writes("and this?");
    awaitStored(and("did you get this?"));
    assertThat(phone.message("did you get this?", "sending")).isVisible();

    phone.closesItsPage();
    phone.opens("/chat/" + chat);
    assertThat(phone.message("and this?", "sent")).isVisible();
    assertEquals(and("did you get this?", "and this?"), stored());
    assertEquals(stored(), phone.messages());
  }

  @Test
  void twoPagesOfOnePersonShowTheSameAndSendItOnceAndInOrder() {
    Screen second = phone.tab();
    second.opens("/chat/" + chat);
    second.isConnected();
    phone.goesOffline();
    second.connectionIs("offline");
    for (int i = 1; i <= 3; i++) {
      phone.writes("from the first, " + i);
      assertThat(second.message("from the first, " + i, "sending")).isVisible();
      second.writes("from the second, " + i);
      assertThat(phone.message("from the second, " + i, "sending")).isVisible();
    }
    List<String> written = phone.messages();
    assertEquals(written, second.messages());

    phone.comesBack();
    phone.isConnectedWithin(30);
    second.isConnectedWithin(30);
    for (Screen page : List.of(phone, second)) {
      assertThat(page.message("from the second, 3", "sent")).isVisible();
      assertThat(page.page().locator("[data-state=sending]")).hasCount(0);
      assertEquals(written, page.messages());
      page.forgetsLostConnections();
    }
    assertEquals(written, stored());
  }

  @Test
  void theFirstMessageToSomebodyCanBeWrittenOffline() {
    Person cid = parley.person("cid");
    phone.opens("/people/" + cid.id());
    phone.isConnected();
    assertThat(phone.at("composer")).isVisible();
    phone.goesOffline();
    phone.writes("hello cid");
    phone.writes("are you there?");
    assertThat(phone.message("are you there?", "sending")).isVisible();
    phone.comesBack();
    phone.isConnectedWithin(30);
    assertThat(phone.message("are you there?", "sent")).isVisible();
    assertEquals(List.of("hello cid", "are you there?"), contents(cid, cid.privateChatWith(ann)));
    phone.forgetsLostConnections();
  }

  @Test
  void whatCanNotBeSentAnyMoreIsShownWithTheReasonAndCanBeRemoved() {
    String group = ben.groupWith(ann);
    phone.opens("/chat/" + group);
    phone.isConnected();
    phone.goesOffline();
    phone.writes("count me in");
    assertThat(phone.message("count me in", "sending")).isVisible();
    ben.call("DELETE", "/conversations/" + group + "/members/" + ann.id(), null).expect(204);
    phone.comesBack();
    phone.isConnectedWithin(30);
    assertThat(phone.at("unsent")).containsText("count me in");
    phone.isPictured("unsent-gone-phone");
    phone.opens("/");
    phone.at("unsent-note").click();
    phone.at("unsent").getByTestId("discard").click();
    assertThat(phone.at("unsent")).hasCount(0);
    assertThat(phone.at("unsent-note")).hasCount(0);
    phone.forgetsLostConnections();
  }

  @Test
  void readingOfflineIsToldWhenTheNetworkIsBack() {
    phone.opens("/");
    phone.isConnected();
    ben.posts(chat, "Bring an umbrella");
    assertThat(phone.conversation(chat).getByTestId("unread-badge")).hasText("1");
    phone.page().reload();
    phone.isConnected();
    phone.isKept("Bring an umbrella");
    phone.goesOffline();
    phone.conversation(chat).click();
    assertThat(phone.message("Bring an umbrella")).isVisible();
    phone.at("back").click();
    assertThat(phone.conversation(chat).getByTestId("unread-badge")).hasCount(0);
    phone.isKept("\"reading\":[[\"" + chat + "\",3]]");
    phone.closesItsPage();
    phone.opens("/");
    phone.connectionIs("offline");
    phone.comesBack();
    phone.isConnectedWithin(30);
    Screen desk = desk(ann, "/");
    assertThat(desk.conversation(chat)).isVisible();
    assertThat(desk.conversation(chat).getByTestId("unread-badge")).hasCount(0);
    phone.forgetsLostConnections();
  }

  @Test
  void whatNeedsTheServerSaysThatOneIsOffline() {
    phone.goesOffline();
    phone.opens("/new");
    phone.at("group-name").fill("Weekend");
    phone.at("group-submit").click();
    assertThat(phone.page().getByRole(AriaRole.ALERT)).containsText("You are offline");
    phone.opens("/groups");
    phone.connectionIs("offline");
    assertThat(phone.page().locator("main")).containsText("This page opens when you’re back");
    phone.forgetsLostConnections();
  }

  private void awaitStored(List<String> expected) {
    phone.page().waitForCondition(() -> stored().equals(expected));
  }

  private static List<String> and(String... more) {
    return Stream.concat(BEFORE.stream(), Stream.of(more)).toList();
  }

  private List<String> stored() {
    return contents(ben, chat);
  }

  private static List<String> contents(Person reader, String chat) {
    return reader.history(chat).valueStream().map(m -> m.path("content").asString()).toList();
  }
}
