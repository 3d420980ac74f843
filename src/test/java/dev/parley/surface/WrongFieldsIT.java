package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Person;
import dev.parley.client.Types;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Code;
import dev.parley.kernel.Command;
import dev.parley.kernel.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every type of the socket and every operation of REST, as they are found, with each field wrong in
 * each way, by strangers who know the ids of what is none of their business. With what {@link
 * BadInputIT} sends that makes more than ten thousand.
 */
class WrongFieldsIT extends ClientTest {

  private static final int WIRES = 8;
  private static final int AT_ONCE = 50;

  /** Of these some nonsense is right, and then the stranger is gone. */
  private static final Set<String> FAREWELLS =
      Set.of("deleteAccount", "DELETE /accounts/me", "DELETE /sessions/current");

  private static final Set<String> CODES =
      Arrays.stream(Code.values()).map(Code::text).collect(Collectors.toSet());

  private static final Set<String> FIELDS =
      Types.commands().stream()
          .flatMap(command -> Arrays.stream(command.payload().getRecordComponents()))
          .map(RecordComponent::getName)
          .collect(Collectors.toSet());

  static final List<Object> WRONG =
      Arrays.asList(
          null,
          "",
          " ",
          "x",
          "1",
          "-1",
          "1.5",
          "9223372036854775808",
          "99999999",
          "x".repeat(9000),
          "a\u0000b",
          "😀\u202e<script>",
          "'; DROP TABLE accounts; --",
          0,
          -1,
          1.5,
          Long.MAX_VALUE,
          new java.math.BigInteger("9".repeat(40)),
          true,
          false,
          List.of(),
          List.of("x", -1),
          Arrays.asList((Object) null),
          Map.of(),
          Map.of("x", Map.of("x", List.of(1))));

  static final List<String> SEGMENTS =
      List.of(
          "0",
          "-1",
          "99999999",
          "9223372036854775807",
          "9223372036854775808",
          "1e3",
          "1.5",
          "x",
          "null",
          "%F0%9F%98%80",
          "'",
          "1%20");

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String chat = ann.groupWith(ben);
  private final String message = ann.posts(chat, "hello").path("messageID").asString();

  private final String group = ann.foundsGroupWith(ben);
  private final String event = ann.plans(group, "walk");
  private final String post =
      ann.call("POST", "/posts", Map.of("title", "hello", "body", "hello", "groupID", chat))
          .expect(201)
          .body()
          .path("id")
          .asString();

  /** What a field is when it is right, as far as a stranger can know it. */
  private final Map<String, Object> known = new HashMap<>();

  {
    known.put("chatID", chat);
    known.put("groupID", group);
    known.put("eventID", event);
    known.put("messageID", message);
    known.put("replyTo", message);
    known.put("postID", post);
    known.put("userID", ann.id());
    known.put("recepientID", ann.id());
    known.put("userIDs", List.of(ann.id()));
    known.put("sessionID", session());
    known.put("attachmentIDs", List.of("1"));
  }

  @Test
  void noWrongFieldOfAFrameDoesHarm() {
    List<Map<String, Object>> frames = frames();
    assertTrue(frames.size() > 6000, frames.size() + " frames");
    String before = state();
    IntStream.range(0, WIRES)
        .parallel()
        .forEach(
            n -> {
              try (Wire wire = parley.person("stranger").connects()) {
                for (int i = n; i < frames.size(); i += WIRES * AT_ONCE) {
                  send(wire, frames, i);
                }
                wire.settles();
              }
            });
    assertEquals(before, state());
  }

  private void send(Wire wire, List<Map<String, Object>> frames, int from) {
    List<Map<String, Object>> sent = new ArrayList<>();
    for (int i = from; i < frames.size() && sent.size() < AT_ONCE; i += WIRES) {
      sent.add(frames.get(i));
      wire.raw(Json.MAPPER.writeValueAsString(frames.get(i)) + "\n");
    }
    for (Map<String, Object> frame : sent) {
      JsonNode reply = wire.reply(frame.get("id").toString());
      String what = shortened(frame + " got " + reply);
      BadInputIT.harmless(reply.toString());
      String result = reply.path("result").asString();
      assertFalse(result.equals("serverError"), what);
      if (!result.equals("success")) {
        String code = reply.path("code").asString("");
        assertTrue(CODES.contains(code), what);
        if (code.equals("invalid") && frame.get("payload") instanceof Map<?, ?>) {
          assertTrue(FIELDS.contains(reply.path("field").asString("")), what);
        }
      }
    }
  }

  private List<Map<String, Object>> frames() {
    List<Map<String, Object>> frames = new ArrayList<>();
    for (Command command : Types.commands()) {
      if (FAREWELLS.contains(command.type())) {
        continue;
      }
      for (Object wrong : WRONG) {
        add(frames, command.type(), wrong);
        for (RecordComponent field : command.payload().getRecordComponents()) {
          for (boolean foreign : new boolean[] {true, false}) {
            Map<String, Object> payload = right(command.payload(), foreign);
            payload.put(field.getName(), wrong);
            add(frames, command.type(), payload);
          }
          // With all other fields missing.
          Map<String, Object> alone = nothing(command.payload());
          alone.put(field.getName(), wrong);
          add(frames, command.type(), alone);
        }
      }
    }
    return frames;
  }

  private static void add(List<Map<String, Object>> frames, String type, Object payload) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", type);
    frame.put("id", "f" + frames.size());
    frame.put("payload", payload);
    frames.add(frame);
  }

  /** All fields of a payload with values that fit, of others' things or of nothing. */
  private Map<String, Object> right(Class<?> payload, boolean foreign) {
    Map<String, Object> right = nothing(payload);
    for (RecordComponent field : payload.getRecordComponents()) {
      String name = field.getName();
      Class<?> type = field.getType();
      if (foreign && known.containsKey(name)) {
        right.put(name, known.get(name));
      } else if (type == Long.class || type == Integer.class) {
        right.put(name, foreign ? "99999999" : 99999999);
      } else if (type == String.class) {
        right.put(name, "text");
      } else if (type == Boolean.class || type == boolean.class) {
        right.put(name, true);
      } else if (type.isEnum()) {
        right.put(name, type.getEnumConstants()[0].toString());
      }
    }
    return right;
  }

  private static Map<String, Object> nothing(Class<?> payload) {
    Map<String, Object> nothing = new LinkedHashMap<>();
    for (RecordComponent field : payload.getRecordComponents()) {
      nothing.put(field.getName(), null);
    }
    return nothing;
  }

  @Test
  void noWrongRequestDoesHarm() {
    List<String[]> requests = requests();
    assertTrue(requests.size() > 1000, requests.size() + " requests");
    String before = state();
    Person[] strangers =
        IntStream.range(0, WIRES).mapToObj(i -> parley.person("stranger")).toArray(Person[]::new);
    IntStream.range(0, requests.size())
        .parallel()
        .forEach(
            i -> {
              String[] request = requests.get(i);
              Answer answer = strangers[i % WIRES].call(request[0], request[1], request[2]);
              String what = shortened(Arrays.toString(request) + " got " + answer.text());
              assertTrue(answer.status() < 500, what);
              BadInputIT.harmless(answer.text());
              if (answer.status() >= 400 && answer.body() != null && !request[1].contains("%")) {
                assertTrue(CODES.contains(answer.body().path("code").asString("")), what);
                assertEquals(answer.status(), answer.body().path("status").asInt(), what);
              }
            });
    assertEquals(before, state());
  }

  /** Method, path and body, out of what OpenAPI tells. */
  private List<String[]> requests() {
    JsonNode paths =
        parley
            .call("GET", "/openapi", null, "Accept", "application/json")
            .expect(200)
            .body()
            .path("paths");
    List<String> bodies = new ArrayList<>(List.of("{", "[]", "null", "1", "", "<x/>"));
    bodies.add("[".repeat(40) + "]".repeat(40));
    for (Object wrong : WRONG) {
      Map<String, Object> body = new LinkedHashMap<>();
      for (String field : FIELDS) {
        body.put(field, wrong);
      }
      bodies.add(Json.MAPPER.writeValueAsString(body));
    }
    Set<String> seen = new HashSet<>();
    List<String[]> requests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String template = path.getKey().replaceFirst("^/api/v1", "");
      for (String key : path.getValue().propertyNames()) {
        String method = key.toUpperCase(java.util.Locale.ROOT);
        if (FAREWELLS.contains(method + " " + template)) {
          continue;
        }
        boolean takesBody = !method.equals("GET") && !method.equals("DELETE");
        for (String segment : SEGMENTS) {
          String address = template.replaceAll("\\{[^}]*}", segment);
          String body = takesBody ? bodies.get(seen.size() % bodies.size()) : null;
          if (seen.add(method + address)) {
            requests.add(new String[] {method, address, body});
          }
        }
        String foreign = foreign(template);
        for (String body : takesBody ? bodies : List.<String>of()) {
          requests.add(new String[] {method, foreign, body});
        }
      }
    }
    return requests;
  }

  private String foreign(String template) {
    return template
        .replace("/messages/{id}", "/messages/" + message)
        .replace("/posts/{id}", "/posts/" + post)
        .replace("/conversations/{id}", "/conversations/" + chat)
        .replace("/groups/{id}", "/groups/" + group)
        .replace("/events/{id}", "/events/" + event)
        .replaceAll("\\{[^}]*}", ann.id());
  }

  private String session() {
    return ann.get("/sessions").expect(200).body().path("items").get(0).path("id").asString();
  }

  private String state() {
    String path = "/conversations/" + chat;
    return ann.get(path).expect(200).text()
        + ann.history(chat)
        + ann.get("/groups/" + group).expect(200).text()
        + ann.get("/events/" + event).expect(200).text()
        + ann.get("/posts/" + post).expect(200).text()
        + ann.get("/sessions").text();
  }

  private static String shortened(String text) {
    return text.length() < 1500
        ? text
        : text.substring(0, 700) + " … " + text.substring(text.length() - 700);
  }
}
