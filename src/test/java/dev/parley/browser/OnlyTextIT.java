package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What people write stays text: it is shown as it was written, and nothing of it runs. */
class OnlyTextIT extends BrowserTest {

  private static final String IMAGE = "<img src=x onerror=window.broken=1>";
  private static final List<String> PAYLOADS =
      List.of(
          IMAGE,
          "</script><script>window.broken=1</script>",
          "</textarea><svg onload=window.broken=1>",
          "<iframe srcdoc='<script>parent.broken=1</script>'></iframe>",
          "javascript:window.broken=1",
          "${window.broken=1} {{window.broken=1}}",
          "[click](javascript:window.broken=1)",
          "https://example.org/\"onmouseover=\"window.broken=1",
          "<a href=\"https://example.org\" onclick=window.broken=1>here</a>");

  private Person ann;
  private Person mallory;

  @BeforeEach
  void mallorysVeryNameIsMarkup() {
    ann = parley.person("ann");
    String name = Parley.unique("mallory");
    JsonNode made =
        parley
            .call(
                "POST", "/api/v1/accounts", Map.of("name", name, "fullName", IMAGE, "bearer", true))
            .expect(201)
            .body();
    String id = made.path("account").path("id").asString();
    mallory = new Person(parley, id, name, made.path("token").asString());
  }

  @Test
  void messagesAreText() {
    String chat = mallory.privateChatWith(ann);
    PAYLOADS.forEach(payload -> mallory.posts(chat, payload));
    Screen screen = phone(ann, "/chat/" + chat);
    assertThat(screen.at("message")).hasCount(PAYLOADS.size());
    assertEquals(PAYLOADS, screen.messages());
    assertThat(screen.at("message-sender").first()).hasText(IMAGE);
    for (Locator link : screen.at("message-content").locator("a").all()) {
      assertTrue(link.getAttribute("href").startsWith("https://example.org"));
      link.hover();
    }
    nothingRan(screen);
  }

  @Test
  void whatGroupsAndEventsAreCalledAndToldOfIsText() {
    String group = mallory.foundsGroupWith(ann);
    String all = String.join("\n\n", PAYLOADS);
    mallory
        .call("PATCH", "/groups/" + group, Map.of("title", IMAGE, "description", all))
        .expect(200);
    String event = mallory.plans(group, IMAGE);
    mallory.call("PATCH", "/events/" + event, Map.of("description", all)).expect(200);
    Person cid = parley.person("cid");
    cid.call("POST", "/groups/" + group + "/requests", null).expect(200);
    Screen screen = desk(ann, "/group/" + group);
    assertThat(screen.at("group-name")).hasText(IMAGE);
    assertThat(screen.at("group-description")).containsText(IMAGE);
    assertThat(screen.at("event-item-title")).hasText(IMAGE);
    nothingRan(screen);
    screen.opens("/group/" + group + "/members");
    assertThat(screen.at("page-title")).hasText("Members of " + IMAGE);
    assertThat(screen.at("group-member").first()).containsText(IMAGE);
    nothingRan(screen);
    screen.opens("/event/" + event);
    assertThat(screen.at("event-title")).hasText(IMAGE);
    for (Locator link : screen.at("event-description").locator("a").all()) {
      assertTrue(link.getAttribute("href").startsWith("https://example.org"));
    }
    nothingRan(screen);
    Screen stranger = phone(parley.person("eve"), "/groups");
    stranger.at("find-groups").fill("onerror");
    assertThat(stranger.at("found-group").first()).containsText(IMAGE);
    nothingRan(stranger);
  }

  @Test
  void whatOneWritesOneselfIsText() {
    Screen screen = desk(ann, "/people/" + mallory.id());
    PAYLOADS.forEach(screen::writes);
    assertThat(screen.page().locator("[data-testid=message][data-state=sent]"))
        .hasCount(PAYLOADS.size());
    assertEquals(PAYLOADS, screen.messages());
    nothingRan(screen);
  }

  @Test
  void whatIsQuotedPinnedAndFormattedIsText() {
    String chat = mallory.groupWith(ann);
    List<String> formatted =
        List.of(
            "**" + IMAGE + "** > `" + IMAGE + "`",
            "```" + "js\n" + IMAGE + "\n```",
            "> " + IMAGE + "\n- [" + IMAGE + "](https://example.org/" + IMAGE + ")",
            "[click](JaVaScRiPt:window.broken=1) [here](data:text/html,<script>broken=1</script>)");
    for (String text : formatted) {
      String id = mallory.posts(chat, text).path("messageID").asString();
      mallory.call("PUT", "/messages/" + id + "/pin", null).expect(200);
      mallory
          .call(
              "POST",
              "/conversations/" + chat + "/messages",
              Map.of("content", "answer", "replyTo", id))
          .expect(201);
    }
    Screen screen = desk(ann, "/chat/" + chat);
    assertThat(screen.at("quote")).hasCount(formatted.size());
    assertThat(screen.at("quote").first()).containsText(IMAGE);
    assertThat(screen.at("message-content").first().locator("strong")).hasText(IMAGE);
    screen.at("all-pins").click();
    assertThat(screen.at("pin-row")).hasCount(formatted.size());
    for (Locator link : screen.page().locator("a[href]").all()) {
      assertTrue(link.getAttribute("href").matches("/.*|https://example\\.org/.*"));
    }
    nothingRan(screen);
    screen.page().keyboard().press("Escape");
    screen.message(IMAGE).first().hover();
    screen.message(IMAGE).first().getByTestId("tool-reply").click();
    assertThat(screen.at("compose-bar")).containsText(IMAGE);
    nothingRan(screen);
  }

  @Test
  void namesAreTextOnEveryPage() {
    String group = mallory.groupWith(ann);
    mallory
        .call("PATCH", "/conversations/" + group, Map.of("name", IMAGE, "topic", IMAGE))
        .expect(200);
    mallory.posts(group, IMAGE);
    String chat = mallory.privateChatWith(ann);
    mallory.posts(chat, IMAGE);

    Screen screen = desk(ann, "/chat/" + group + "/details");
    assertThat(screen.at("details-name")).hasText(IMAGE);
    assertThat(screen.at("chat-title")).hasText(IMAGE);
    assertThat(screen.conversation(group).getByTestId("conversation-name")).hasText(IMAGE);
    assertThat(screen.conversation(chat).getByTestId("conversation-preview")).hasText(IMAGE);
    assertThat(screen.at("members")).containsText(IMAGE);
    assertThat(screen.at("system-message").last()).containsText(IMAGE);
    nothingRan(screen);

    screen.opens("/people");
    assertThat(screen.person(mallory)).containsText(IMAGE);
    screen.at("search").fill(IMAGE);
    assertThat(screen.person(mallory)).containsText(IMAGE);
    nothingRan(screen);

    screen.opens("/new");
    assertThat(screen.at("pick-person").filter(withText(IMAGE)).first()).isVisible();
    nothingRan(screen);
  }

  @Test
  void profilesAndWhatOneIsToldAreText() {
    Map<String, Object> fields =
        Map.of("firstName", IMAGE, "lastName", IMAGE, "gender", IMAGE, "about", IMAGE);
    mallory.call("PATCH", "/people/me", fields).expect(200);
    ann.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
    mallory.call("PUT", "/follows/" + ann.id(), null).expect(200);
    String group = mallory.foundsGroupWith();
    mallory.call("PATCH", "/groups/" + group, Map.of("title", IMAGE)).expect(200);
    mallory.invites(group, ann);

    Screen screen = desk(ann, "/notifications");
    assertThat(screen.at("notice-words").first()).hasText(IMAGE + " invites you to " + IMAGE);
    assertThat(screen.at("notice-words").last()).hasText(IMAGE + " wants to follow you");
    nothingRan(screen);
    screen.opens("/requests");
    assertThat(screen.at("requests")).containsText(IMAGE);
    nothingRan(screen);
    screen.opens("/profile/" + mallory.id());
    assertThat(screen.at("profile-asks")).containsText(IMAGE);
    assertThat(screen.at("profile-name")).hasText(IMAGE);
    assertThat(screen.at("profile-about")).hasText(IMAGE);
    assertThat(screen.at("profile-gender")).hasText(IMAGE);
    nothingRan(screen);
    Screen own = desk(mallory, "/profile/" + mallory.id());
    own.at("profile-change").click();
    assertThat(own.at("about")).hasValue(IMAGE);
    nothingRan(own);
  }

  @Test
  void aBrowsersOwnNameIsTextAmongTheSessions() {
    String name = Parley.unique("eve");
    parley.register(name, Screen.PASSWORD);
    parley
        .call(
            "POST",
            "/api/v1/sessions",
            Map.of("name", name, "password", Screen.PASSWORD, "bearer", true),
            "User-Agent",
            IMAGE)
        .expect(201);
    Screen screen = desk();
    screen.opens("/settings/sessions");
    screen.logsIn(name, Screen.PASSWORD);
    assertThat(screen.at("session").filter(withText(IMAGE))).isVisible();
    nothingRan(screen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//example.org",
        "https://example.org",
        "javascript:broken=1",
        "/\t/x.y",
        "http://["
      })
  void aLinkToLogInCanNotLeadElsewhereAfterwards(String next) {
    Person eve = parley.register(Parley.unique("eve"), Screen.PASSWORD);
    Screen screen = desk();
    screen.opens("/login?next=" + URLEncoder.encode(next, UTF_8));
    screen.logsIn(eve.name(), Screen.PASSWORD);
    screen.isConnected();
    assertTrue(screen.page().url().startsWith(parley.root() + "/"), screen.page().url());
    nothingRan(screen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/chat/1", "/people", "/settings/sessions"})
  void everyPageComesWithAPolicyThatLetsNoForeignScriptRun(String path) {
    Response page = desk().page().navigate(parley.root() + path);
    String policy = page.headerValue("Content-Security-Policy");
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(policy.contains("script-src 'self' 'sha256-"), policy);
    assertTrue(policy.contains("style-src 'self';"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertTrue(!policy.contains("unsafe") && !policy.contains("*"), policy);
    assertEquals("nosniff", page.headerValue("X-Content-Type-Options"));
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void nothingRan(Screen screen) {
    assertEquals(true, screen.page().evaluate("() => window.broken === undefined"));
    assertThat(screen.page().locator("[src=x], [onerror], [onload], [onclick], iframe"))
        .hasCount(0);
  }
}
