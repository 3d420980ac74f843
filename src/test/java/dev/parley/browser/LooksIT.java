package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page, wide and narrow, light and dark, with more in it than fits. */
class LooksIT extends BrowserTest {

  private static final String ENDLESS = "Donaudampfschifffahrtsgesellschaft".repeat(8);

  /** What shows that a page is there. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("list", "conversation-item"),
          Map.entry("people", "person-item"),
          Map.entry("chat", "message"),
          Map.entry("details", "member"),
          Map.entry("person", "log-empty"),
          Map.entry("new-group", "pick-person"),
          Map.entry("settings", "theme-light"),
          Map.entry("sessions", "session"),
          Map.entry("archive", "archive-back"),
          Map.entry("profile", "profile-name"),
          Map.entry("followers", "person-row"),
          Map.entry("requests", "requests-none"),
          Map.entry("friends", "not-friends"),
          Map.entry("activity", "notice"));

  private Person ann;
  private Person ben;
  private String chat;

  @BeforeEach
  void aChatWithMuchInIt() {
    ann = parley.person("ann");
    ben = parley.person("ben-of-the-long-name");
    chat = ann.groupWith(ben);
    String name = "Saturday's expedition " + ENDLESS.substring(0, 70);
    ann.call("PATCH", "/conversations/" + chat, Map.of("name", name)).expect(200);
    ann.posts(chat, "Who comes along on Saturday?");
    ben.posts(chat, "I do. The train leaves at eight:\nhttps://example.org/" + ENDLESS);
    ben.posts(chat, "And I bring cake \uD83C\uDF82");
    ann.posts(chat, ENDLESS);
    ben.posts(chat, "\uD83C\uDF89\uD83C\uDF89");
    ann.posts(chat, "See you there.");
    String privately = ann.privateChatWith(ben);
    ben.posts(privately, "A surprise: " + ENDLESS);
    ben.call("PUT", "/follows/" + ann.id(), null).expect(200);
    ben.call("PATCH", "/people/me", Map.of("about", ENDLESS, "gender", ENDLESS.substring(0, 50)))
        .expect(200);
    String club = ben.foundsGroupWith();
    ben.call("PATCH", "/groups/" + club, Map.of("title", ENDLESS.substring(0, 90))).expect(200);
    ben.invites(club, ann);
  }

  @Test
  void everyPageFitsADeskInLight() {
    everyPageFits(desk(ann, "/"), "desk-light");
  }

  @Test
  void everyPageFitsADeskInTheDark() {
    Screen screen = desk(ann, "/settings");
    screen.takesTheme("dark");
    everyPageFits(screen, "desk-dark");
  }

  @Test
  void everyPageFitsAPhoneInTheDark() {
    everyPageFits(phone(ann, "/"), "phone-dark");
  }

  @Test
  void everyPageFitsAPhoneInLight() {
    Screen screen = phone(ann, "/settings");
    screen.takesTheme("light");
    everyPageFits(screen, "phone-light");
  }

  @Test
  void logInAndJoiningFitAPhoneAndADesk() {
    for (Screen screen : List.of(desk(), phone())) {
      screen.opens("/login");
      assertThat(screen.at("login-form")).isVisible();
      isInOrder(screen);
      screen.isPictured("login-" + (screen.page().viewportSize().width > 400 ? "desk" : "phone"));
      screen.at("to-register").click();
      assertThat(screen.at("register-form")).isVisible();
      isInOrder(screen);
      screen.isPictured("join-" + (screen.page().viewportSize().width > 400 ? "desk" : "phone"));
    }
  }

  @Test
  void theChosenThemeStaysAndHoldsAgainstTheSystems() {
    Screen screen = desk(ann, "/settings");
    Object light = ground(screen);
    screen.takesTheme("dark");
    Object dark = ground(screen);
    assertNotEquals(light, dark);
    screen.page().reload();
    screen.isConnected();
    assertEquals(dark, ground(screen));
    screen.takesTheme("system");
    assertEquals(light, ground(screen));
  }

  @Test
  void aConversationThatIsNotThereOrNotOnesOwnSaysSo() {
    String others = ben.groupWith(parley.person("cid"));
    Screen screen = desk(ann, "/chat/" + others);
    assertThat(screen.at("chat-missing")).isVisible();
    assertThat(screen.at("composer")).hasCount(0);
    screen.opens("/chat/999999999");
    assertThat(screen.at("chat-missing")).isVisible();
  }

  private void everyPageFits(Screen screen, String name) {
    Map<String, String> pages =
        Map.of(
            "list", "/",
            "people", "/people",
            "chat", "/chat/" + chat,
            "details", "/chat/" + chat + "/details",
            "person", "/people/" + parley.person("cid").id(),
            "new-group", "/new",
            "settings", "/settings",
            "sessions", "/settings/sessions",
            "archive", "/archive");
    pages = new TreeMap<>(pages);
    pages.put("profile", "/profile/" + ben.id());
    pages.put("followers", "/profile/" + ann.id() + "/followers");
    pages.put("requests", "/requests");
    pages.put("friends", "/settings/friends");
    pages.put("activity", "/notifications");
    pages.forEach(
        (page, path) -> {
          screen.opens(path);
          screen.isConnected();
          assertThat(screen.at(SIGNS.get(page)).first()).isVisible();
          isInOrder(screen);
          screen.isPictured(page + "-" + name);
        });
  }

  /** No part of it scrolls sideways, and none brings a style of its own past the policy. */
  private static void isInOrder(Screen screen) {
    screen.fitsItsWidth();
    assertEquals(0, screen.page().locator("[style], style").count(), screen.page().url());
  }

  private static Object ground(Screen screen) {
    return screen.page().evaluate("getComputedStyle(document.body).backgroundColor");
  }
}
