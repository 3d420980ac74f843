package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Json;
import dev.parley.surface.Nonsense;
import dev.parley.surface.Operations;
import dev.parley.surface.RootPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the forum, tried by those who may not: nobody, and a stranger. A new operation
 * without a row here fails the build.
 */
class ForumLeakIT extends ClientTest {

  private static final String SECRET = "the-cake-is-a-secret";
  private static final String MISSING = "99999999";

  /** More answers than wait for a socket at most would close it. */
  private static final int AT_ONCE = 50;

  /** What an operation is to somebody who may not see what it is about. */
  private enum Rule {
    /** Answers as if it did not exist. */
    HIDDEN,
    /** Is about the caller only, who gets nothing of others. */
    OWN,
    /** Anybody may ask, session or not. */
    PUBLIC
  }

  private static final Map<String, Rule> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("POST /api/signup", Rule.PUBLIC);
    ROWS.put("POST /api/signin", Rule.PUBLIC);
    ROWS.put("GET /api/profile", Rule.OWN);
    ROWS.put("GET /api/getusers", Rule.OWN);
    ROWS.put("GET /api/post", Rule.OWN);
    ROWS.put("POST /api/post/create", Rule.OWN);
    ROWS.put("POST /api/post/id", Rule.HIDDEN);
    ROWS.put("GET /api/img/post/{id: \\d+}", Rule.HIDDEN);
    ROWS.put("GET /api/img/comment/{id: \\d+}", Rule.HIDDEN);
    ROWS.put("GET /api/img/profile/{id: \\d+}", Rule.HIDDEN);
    ROWS.put("POST /api/comment", Rule.HIDDEN);
    ROWS.put("POST /api/vote", Rule.HIDDEN);
    ROWS.put("GET /api/logout", Rule.OWN);
  }

  private final Poster ann = Poster.named(parley, "ann");
  private final Poster ben = Poster.named(parley, "ben");
  private final Poster stranger = Poster.named(parley, "stranger");
  private String post;

  @BeforeEach
  void hideSomething() {
    post = ann.posts(SECRET);
    ann.natively().call("PATCH", "/posts/" + post, Map.of("postType", 1)).expect(200);
    try (Wire anns = ann.signsIn()) {
      ann.writes(anns, ben, SECRET);
    }
  }

  @Test
  void everyOperationHasARow() {
    Set<String> found = Operations.of(new ForumApplication(), (root, own) -> "/api/" + own);
    assertEquals(new TreeSet<>(ROWS.keySet()), found);
    Set<String> led = new TreeSet<>();
    RootPaths.table()
        .forEach(
            (tree, roots) -> {
              if (tree.startsWith("forum/")) {
                led.addAll(roots);
              }
            });
    Set<String> addresses =
        found.stream()
            .map(operation -> operation.substring(operation.indexOf(' ') + 1))
            .map(address -> address.replaceFirst("(/img)/.*", "$1/*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(led, addresses);
  }

  @Test
  void nobodyGetsNothing() {
    ROWS.forEach(
        (operation, rule) -> {
          if (rule != Rule.PUBLIC) {
            Answer answer = attempt(Poster.nobody(parley), operation, post);
            assertEquals(401, answer.status(), operation);
            assertEquals("\"cookie expires or not correct\"", answer.text(), operation);
          }
        });
    assertUnharmed();
  }

  @Test
  void strangersAreToldThatThereIsNothing() {
    ROWS.forEach(
        (operation, rule) -> {
          Answer answer = attempt(stranger, operation, post);
          assertFalse(answer.text().contains(SECRET), operation);
          if (rule == Rule.HIDDEN) {
            assertEquals(404, answer.status(), operation + answer.text());
            assertEquals(attempt(stranger, operation, MISSING).text(), answer.text(), operation);
          } else if (rule == Rule.OWN) {
            assertEquals(200, answer.status(), operation + answer.text());
          }
        });
    assertUnharmed();
  }

  @Test
  void nobodyActsForOthers() {
    for (String operation :
        List.of("POST /api/post/create", "POST /api/comment", "POST /api/vote")) {
      Answer refused =
          ben.call(
              "POST",
              operation.substring(5),
              Map.of(
                  "creatorid",
                  ann.id(),
                  "thread",
                  "x",
                  "content",
                  "x",
                  "id",
                  post,
                  "postid",
                  post,
                  "type",
                  "like",
                  "group",
                  "post"));
      assertEquals(403, refused.status(), operation);
    }
    assertUnharmed();
  }

  @Test
  void onTheSocketOneHearsOnlyOnesOwn() {
    try (Wire wire = stranger.signsIn();
        Wire anns = ann.signsIn()) {
      for (Poster other : List.of(ann, ben)) {
        Poster.says(wire, Map.of("type", "last10msg", "receiver", other.uuid(), "offset", 0));
        wire.hears("nomessages");
        Poster.says(
            wire, Map.of("type", "last10msg", "sender", other.uuid(), "receiver", ben.id()));
        wire.hears("error");
        Poster.says(wire, Map.of("type", "leave", "userid", other.id()));
        wire.hears("error");
      }
      for (String list : List.of("signin", "getusers", "newuser")) {
        Poster.says(wire, Map.of("type", list));
        wire.hears("chatusers");
      }
      ann.writes(anns, ben, SECRET + " again");
      ann.writes(anns, stranger, "for you");
      wire.hears("lastmessage");
      assertTrue(
          wire.since(0).stream()
              .map(Json.MAPPER::writeValueAsString)
              .noneMatch(frame -> frame.contains(SECRET)));
      assertTrue(anns.isOpen());
    }
  }

  @Test
  void nonsenseOnTheSocketFailsNothing() {
    Nonsense nonsense =
        new Nonsense(
            "type",
            "sender",
            "receiver",
            "offset",
            "newmessage",
            "last10msg",
            "userid",
            ann.uuid());
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      frames.add(nonsense.next());
    }
    for (String field : List.of("type", "sender", "userid", "receiver", "offset", "content")) {
      for (String wrong :
          List.of("{}", "[1]", "1.5", "true", "\"\\u0000\"", "9223372036854775808", "-1")) {
        for (String type : List.of("signin", "last10msg", "newmessage", "leave")) {
          String rest =
              "\"sender\":\"nobody\",\"receiver\":\"" + ann.uuid() + "\",\"content\":\"x\"";
          frames.add("{\"type\":\"" + type + "\"," + rest + ",\"" + field + "\":" + wrong + "}");
        }
      }
    }
    try (Wire wire = stranger.signsIn()) {
      for (int from = 0; from < frames.size(); from += AT_ONCE) {
        List<String> some = frames.subList(from, Math.min(frames.size(), from + AT_ONCE));
        some.forEach(wire::raw);
        for (String frame : some) {
          String problem = wire.hears("error").path("value").asString();
          assertFalse(problem.contains("Exception") || problem.contains("dev.parley"), frame);
          assertFalse(problem.contains("something went wrong"), frame);
        }
      }
      assertTrue(wire.isOpen());
    }
    assertUnharmed();
  }

  /** Sends every member that any operation reads, so that each goes all the way. */
  private Answer attempt(Poster who, String operation, String target) {
    String method = operation.substring(0, operation.indexOf(' '));
    Map<String, Object> body =
        Map.of(
            "id",
            target,
            "postid",
            target,
            "thread",
            "a thread",
            "content",
            "taken over",
            "type",
            "like",
            "group",
            "post",
            "username",
            "taken over",
            "password",
            "wrong horse");
    return who.call(
        method,
        operation.substring(operation.indexOf(' ') + 1).replace("{id: \\d+}", target),
        method.equals("POST") ? body : null);
  }

  /** Nothing of what was tried has had an effect. */
  private void assertUnharmed() {
    Answer page = ann.call("POST", "/api/post/id", Map.of("id", post)).expect(200);
    assertEquals(SECRET, page.body().path("thread").asString());
    assertEquals(0, page.body().path("comments").size());
    assertEquals(0, page.body().path("countlike").asInt());
    assertEquals(1, ben.sees(ann).path("countunread").asInt());
    assertFalse(ann.sees(stranger).path("lastmessage").path("Valid").asBoolean());
  }
}
