package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page, wide and narrow, light and dark, with more in it than fits. */
class LooksIT extends LooksTest {

  private static final String ENDLESS = "Donaudampfschifffahrtsgesellschaft".repeat(8);

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

  @Override
  Person reader() {
    return ann;
  }

  @Override
  List<Look> looks() {
    return List.of(
        new Look("list", "/", "conversation-item"),
        new Look("people", "/people", "person-item"),
        new Look("chat", "/chat/" + chat, "message"),
        new Look("details", "/chat/" + chat + "/details", "member"),
        new Look("person", "/people/" + parley.person("cid").id(), "log-empty"),
        new Look("new-group", "/new", "pick-person"),
        new Look("settings", "/settings", "theme-light"),
        new Look("sessions", "/settings/sessions", "session"),
        new Look("archive", "/archive", "archive-back"),
        new Look("profile", "/profile/" + ben.id(), "profile-name"),
        new Look("followers", "/profile/" + ann.id() + "/followers", "person-row"),
        new Look("requests", "/requests", "requests-none"),
        new Look("friends", "/settings/friends", "not-friends"),
        new Look("activity", "/notifications", "notice"));
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

  private static Object ground(Screen screen) {
    return screen.page().evaluate("getComputedStyle(document.body).backgroundColor");
  }
}
