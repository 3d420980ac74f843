package dev.parley.surface.corporate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.surface.RootPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every address of the corporate messenger, tried by those who may not: nobody, a stranger and a
 * former member. A new address without a row here fails the build.
 */
class CorporateLeakIT extends ClientTest {

  private static final String SECRET = "the-cake-is-a-secret";
  private static final long MISSING = 99_999_999;

  /** What an operation is to somebody who is not in the chat. */
  private enum Rule {
    /** Answers as if it did not exist. */
    HIDDEN,
    /** Is refused: it names somebody else. */
    OTHERS,
    /** Is about the caller only, who gets nothing of the chat. */
    OWN,
    /** Anybody may ask, session or not. */
    PUBLIC
  }

  private static final Map<String, Rule> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("POST /register", Rule.PUBLIC);
    ROWS.put("POST /auth", Rule.PUBLIC);
    ROWS.put("PUT /updateUser", Rule.OTHERS);
    ROWS.put("DELETE /deleteUser", Rule.OTHERS);
    ROWS.put("GET /findUser", Rule.OWN);
    ROWS.put("GET /findUserbyID", Rule.OWN);
    ROWS.put("POST /createChat", Rule.OTHERS);
    ROWS.put("DELETE /deleteChat", Rule.HIDDEN);
    ROWS.put("DELETE /leaveChat", Rule.HIDDEN);
    ROWS.put("GET /getChats", Rule.OWN);
    ROWS.put("POST /addMember", Rule.HIDDEN);
    ROWS.put("DELETE /removeMember", Rule.HIDDEN);
    ROWS.put("GET /getUsersFromChat", Rule.HIDDEN);
    ROWS.put("GET /getMessage", Rule.HIDDEN);
    ROWS.put("DELETE /deleteMessage", Rule.HIDDEN);
    ROWS.put("POST /resetUnread", Rule.HIDDEN);
    ROWS.put("GET /unreadCounts", Rule.OWN);
  }

  /**
   * An administrator, perhaps: the server's first account is one, and sees no more chats for it.
   */
  private final Colleague first = Colleague.named(parley, "first");

  private final Colleague ann = Colleague.named(parley, "ann");
  private final Colleague former = Colleague.named(parley, "former");
  private final Colleague stranger = Colleague.named(parley, "stranger");
  private final long chat = ann.groupWith(former);
  private final long message = ann.writes(chat, SECRET);

  @Test
  void everyAddressHasARow() {
    Set<String> addresses =
        RootPaths.table().entrySet().stream()
            .filter(row -> row.getKey().startsWith("corporate/"))
            .flatMap(row -> row.getValue().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> rows =
        ROWS.keySet().stream()
            .map(row -> row.substring(row.indexOf(' ') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(rows, addresses);
  }

  @Test
  void nobodyGetsNothing() {
    ROWS.forEach(
        (operation, rule) -> {
          if (rule != Rule.PUBLIC) {
            Answer answer = attempt(Colleague.nobody(parley), operation, chat, message);
            assertEquals(401, answer.status(), operation);
            assertFalse(answer.text().contains(SECRET), operation);
          }
        });
    assertUnharmed();
  }

  @Test
  void outsidersAreToldThatThereIsNothing() {
    ann.call("DELETE", "/removeMember", Map.of("conversation_id", chat, "user_id", former.id()))
        .expect(200);
    for (Colleague outsider : List.of(stranger, former, first)) {
      ROWS.forEach((operation, rule) -> check(outsider, operation, rule));
      assertEquals(
          403,
          Wire.refusedHandshakeAt(
              parley,
              "/ws?chat_id=" + chat + "&user_id=" + outsider.id(),
              "Cookie",
              outsider.cookie(),
              "Origin",
              parley.root().toString()));
    }
    assertUnharmed();
  }

  private void check(Colleague outsider, String operation, Rule rule) {
    String what = operation + " by " + outsider.name();
    if (rule == Rule.HIDDEN) {
      Answer hidden = attempt(outsider, operation, chat, message);
      Answer missing = attempt(outsider, operation, MISSING, MISSING);
      assertEquals(404, hidden.status(), what + hidden.text());
      assertEquals(missing.text(), hidden.text(), what);
    } else if (rule == Rule.OTHERS && outsider != first) {
      assertEquals(403, attempt(outsider, operation, chat, message).status(), what);
    } else if (rule == Rule.OWN) {
      Answer own = attempt(outsider, operation, chat, message);
      assertEquals(200, own.status(), what + own.text());
      assertFalse(own.text().contains(SECRET), what);
      assertFalse(own.text().contains(ann.name() + "@"), what);
      assertFalse(own.text().contains("\"id\":" + chat + ",\"type\""), what);
    }
  }

  /** Sends every member that any operation reads, so that each goes all the way. */
  private Answer attempt(Colleague who, String operation, long chat, long message) {
    String method = operation.substring(0, operation.indexOf(' '));
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (method.equals("GET")) {
      long user = path.equals("/findUserbyID") ? ann.id() : who.id();
      return who.call(
          method, path + "?chat_id=" + chat + "&user_id=" + user + "&username=ann", null);
    }
    boolean aboutMembers = path.endsWith("Member");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", path.endsWith("User") ? ann.id() : chat);
    body.put("username", "taken-over");
    body.put("type", "group");
    body.put("name", "taken over");
    body.put("creator_id", ann.id());
    body.put("conversation_id", chat);
    body.put("chat_id", chat);
    body.put("user_id", aboutMembers ? stranger.id() : who.id());
    body.put("role", "admin");
    body.put("message_id", message);
    body.put("sender_id", who.id());
    return who.call(method, path, body);
  }

  /** Nothing of what was tried has had an effect. */
  private void assertUnharmed() {
    Answer members = ann.call("GET", "/getUsersFromChat?chat_id=" + chat, null).expect(200);
    assertFalse(members.text().contains(stranger.name()));
    Answer messages = ann.call("GET", "/getMessage?chat_id=" + chat, null).expect(200);
    assertEquals(1, messages.body().size());
    assertTrue(messages.text().contains(SECRET));
    Answer found = ann.call("GET", "/findUserbyID?user_id=" + ann.id(), null).expect(200);
    assertEquals(ann.name(), found.body().path("username").asString());
  }
}
