package dev.parley.surface.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.surface.Nonsense;
import dev.parley.surface.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the channels, tried by those who may not: nobody, a stranger and a former
 * member. A new operation without a row here fails the build.
 */
class ChannelsLeakIT extends ClientTest {

  private static final String SECRET = "the-cake-is-a-secret";
  private static final String MISSING = "ffffffff-ffff-4fff-8fff-ffffffffffff";

  /** What an operation is to somebody who is not in the channel. */
  private enum Rule {
    /** Answers as if it did not exist. */
    HIDDEN,
    /** Is refused: it names somebody else. */
    OTHERS,
    /** Is about the caller only, who gets nothing of the channel. */
    OWN,
    /** Anybody may ask, session or not. */
    PUBLIC
  }

  private static final Map<String, Rule> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("POST /api/user", Rule.PUBLIC);
    ROWS.put("POST /api/create_channel", Rule.OWN);
    ROWS.put("DELETE /api/channel/{id}", Rule.HIDDEN);
    ROWS.put("POST /user", Rule.PUBLIC);
    ROWS.put("GET /users", Rule.OWN);
    ROWS.put("GET /users/{uid}/channels", Rule.OTHERS);
    ROWS.put("POST /channels", Rule.OTHERS);
    ROWS.put("GET /channels/{id}", Rule.HIDDEN);
    ROWS.put("GET /channels/{id}/messages", Rule.HIDDEN);
  }

  private final Guest ann = Guest.named(parley, "ann");
  private final Guest former = Guest.named(parley, "former");
  private final Guest stranger = Guest.named(parley, "stranger");
  private final String channel = ann.channelWith(former);

  @Test
  void everyOperationHasARow() {
    Set<String> found =
        Operations.of(
            new ChannelsApplication(),
            (root, below) -> "/" + root + (below == null ? "" : "/" + below));
    assertEquals(new TreeSet<>(ROWS.keySet()), found);
  }

  @Test
  void nobodyGetsNothing() {
    ann.writes(channel, SECRET);
    ROWS.forEach(
        (operation, rule) -> {
          if (rule != Rule.PUBLIC) {
            Answer answer = attempt(Guest.nobody(parley), operation, channel);
            assertEquals(401, answer.status(), operation);
            assertFalse(answer.text().contains(SECRET), operation);
          }
        });
    assertUnharmed();
  }

  @Test
  void outsidersAreToldThatThereIsNothing() {
    ann.writes(channel, SECRET);
    String chat = ann.nativeId(channel);
    String id = former.natively("GET", "/accounts/me", null).body().path("id").asString();
    ann.natively("DELETE", "/conversations/" + chat + "/members/" + id, null).expect(204);
    for (Guest outsider : List.of(stranger, former)) {
      ROWS.forEach((operation, rule) -> check(outsider, operation, rule));
      for (String path :
          List.of(
              "/ws/join_channel?clientId=" + outsider.id() + "&channelId=",
              "/ws?userId=" + outsider.id() + "&channelId=")) {
        assertEquals(404, outsider.isRefused(path + channel), path);
        assertEquals(404, outsider.isRefused(path + MISSING), path);
      }
    }
    assertUnharmed();
  }

  @Test
  void nonsenseFailsNothingAndShowsNothing() {
    Nonsense nonsense =
        new Nonsense("username", "userIds", "type", "message", "event", "senderId", MISSING);
    try (Wire joined = ann.joins(channel);
        Wire browser = ann.opensInBrowser(channel)) {
      for (int i = 0; i < 400; i++) {
        String text = nonsense.next();
        joined.raw(text);
        browser.raw(text);
        for (String operation : List.of("POST /api/create_channel", "POST /channels")) {
          harmless(ann.call("POST", operation.substring(5), text));
        }
      }
      assertTrue(joined.isOpen() && browser.isOpen());
      for (int i = 0; i < 400; i++) {
        assertEquals("error", joined.hears().path("type").asString());
        assertEquals("error", browser.hears().path("event").asString());
      }
    }
    for (String part : List.of("%00", "%25", "%ff", "_", "%F0%9F%98%80", "x".repeat(3000))) {
      assertTrue(ann.call("GET", "/users?username=" + part, null).status() < 500, part);
    }
    for (String segment : List.of("%00", "%2e%2e", "'", "null", "1%20", "a%0Ab", "%F0%9F%98%80")) {
      for (String path : List.of("/channels/", "/channels/x/", "/users/", "/api/channel/")) {
        harmless(ann.call("GET", path + segment, null));
        harmless(ann.call("DELETE", path + segment, null));
      }
    }
    assertUnharmed();
  }

  private static void harmless(Answer answer) {
    assertTrue(answer.status() >= 400 && answer.status() < 500, answer.text());
    for (String sign : List.of("Exception", "at dev.parley", "org.", "SQL", "jakarta", "com.ibm")) {
      assertFalse(answer.text().contains(sign), answer.text());
    }
  }

  private void check(Guest outsider, String operation, Rule rule) {
    String what = operation + " by " + outsider.name();
    if (rule == Rule.HIDDEN) {
      Answer hidden = attempt(outsider, operation, channel);
      Answer missing = attempt(outsider, operation, MISSING);
      assertEquals(404, hidden.status(), what + hidden.text());
      assertEquals(missing.text(), hidden.text(), what);
    } else if (rule == Rule.OTHERS) {
      assertEquals(403, attempt(outsider, operation, channel).status(), what);
    } else if (rule == Rule.OWN) {
      Answer own = attempt(outsider, operation, channel);
      assertTrue(own.status() < 300, what + own.text());
      assertFalse(own.text().contains(SECRET), what);
      assertFalse(own.text().contains(channel), what);
    }
  }

  /** Sends every member that any operation reads, so that each goes all the way. */
  private Answer attempt(Guest who, String operation, String target) {
    String method = operation.substring(0, operation.indexOf(' '));
    String path =
        operation
            .substring(operation.indexOf(' ') + 1)
            .replace("{id}", target)
            .replace("{uid}", ann.id());
    Map<String, Object> body =
        Map.of(
            "username",
            "taken over",
            "displayname",
            "taken over",
            "creatorId",
            ann.id(),
            "userIds",
            List.of(stranger.id()));
    return who.call(method, path, method.equals("POST") ? body : null);
  }

  /** Nothing of what was tried has had an effect. */
  private void assertUnharmed() {
    Answer mine = ann.call("GET", "/users/" + ann.id() + "/channels", null).expect(200);
    assertEquals(1, mine.body().path("channels").size());
    assertFalse(mine.text().contains(stranger.id()));
    assertFalse(mine.text().contains("taken over"));
    ann.call("GET", "/channels/" + channel, null).expect(200);
  }
}
