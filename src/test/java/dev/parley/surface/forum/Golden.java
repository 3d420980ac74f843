package dev.parley.surface.forum;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import dev.parley.surface.Counted;
import dev.parley.surface.GoldenFile;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records what is said on both sides, and compares it with a file. What differs from run to run
 * gets a fixed form of the same type: numbers count up from 1 (people), 101 (chats), 201
 * (messages), 301 (posts) and 401 (comments), handles count up, names lose their number, times are
 * all the same; of lists of people only those who take part are shown.
 */
final class Golden {

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern STAMP =
      Pattern.compile("[A-Z][a-z]{2} \\d{1,2} \\d\\d:\\d\\d:\\d\\d");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern UNIQUE = Pattern.compile("-\\d{4,}");

  private final GoldenFile file = new GoldenFile("forum");
  private final Counted ids =
      new Counted(Map.of("user", 1, "chat", 101, "message", 201, "post", 301, "comment", 401));
  private final Map<String, String> uuids = new HashMap<>();

  /** Whoever takes part is shown in lists of people. */
  Golden(Poster... posters) {
    for (Poster poster : posters) {
      ids.of("user", Long.parseLong(poster.id()));
      plain(poster.uuid());
    }
  }

  /** Asks over HTTP and records it. */
  Answer ask(Poster who, String method, String path, Object body, String... headers) {
    Answer answer = who.call(method, path, body, headers);
    ObjectNode step = file.step(plain(who.name()));
    step.put("request", method + " " + path);
    if (body instanceof String text) {
      step.put("text", text);
    } else if (body != null) {
      step.set("body", stable(GoldenFile.inOrder(body), space(body)));
    }
    step.put("status", answer.status());
    ArrayNode cookies = Json.MAPPER.createArrayNode();
    answer
        .headers()
        .allValues("Set-Cookie")
        .forEach(cookie -> cookies.add(cookie.replaceFirst("=[^;]+;", "=…;")));
    if (!cookies.isEmpty()) {
      step.set("cookies", cookies);
    }
    step.set("answer", stable(answer.body(), "user"));
    return answer;
  }

  /** Sends a frame and records it. */
  void say(Poster who, Wire wire, Map<String, Object> frame) {
    file.step(plain(who.name())).set("says", stable(GoldenFile.inOrder(frame), "user"));
    Poster.says(wire, frame);
  }

  /** Records the next frame of a type. */
  JsonNode hear(Poster who, Wire wire, String type) {
    return note(who, wire.hears(type));
  }

  /** Records a frame that came. */
  JsonNode note(Poster who, JsonNode frame) {
    file.step(plain(who.name())).set("hears", stable(frame, "user"));
    return frame;
  }

  /** Compares everything with the file. */
  void check(String name) {
    file.check(name);
  }

  /** What the {@code id} in a request is the number of. */
  private static String space(Object body) {
    Object group = ((Map<?, ?>) body).get("group");
    return "comment".equals(group) ? "comment" : "post"; // Also where it is neither.
  }

  /** What the {@code id} of an object is the number of. */
  private static String space(JsonNode object, String otherwise) {
    return object.has("fullname")
        ? "user"
        : object.has("thread")
            ? "post"
            : object.has("parentid")
                ? "comment"
                : object.has("chatid")
                    ? "message"
                    : object.has("group") && !object.path("group").asString().equals("comment")
                        ? "post"
                        : object.path("group").asString().equals("comment") ? "comment" : otherwise;
  }

  private JsonNode stable(JsonNode node, String otherwise) {
    if (node == null) {
      return Json.MAPPER.nullNode();
    }
    if (node.isObject()) {
      ObjectNode copy = Json.MAPPER.createObjectNode();
      String space = space(node, otherwise);
      node.properties()
          .forEach(
              member ->
                  copy.set(member.getKey(), value(member.getKey(), member.getValue(), space)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Json.MAPPER.createArrayNode();
      node.forEach(
          item -> {
            if (!item.has("countunread") || ids.knows("user", item.path("id").asLong())) {
              copy.add(stable(item, otherwise));
            }
          });
      return copy;
    }
    return node.isString() ? Json.MAPPER.getNodeFactory().stringNode(plain(node.asString())) : node;
  }

  private JsonNode value(String name, JsonNode value, String space) {
    String of =
        switch (name) {
          case "userId", "creatorid", "senderid", "userid", "receiver" -> "user";
          case "chatid" -> "chat";
          case "postid" -> "post";
          case "Int64" -> "message";
          case "id" -> space;
          default -> null;
        };
    return of != null && Counted.canBe(value) ? ids.of(of, value) : stable(value, space);
  }

  private String plain(String text) {
    String timeless = TIME.matcher(text).replaceAll("2026-01-01T00:00:00Z");
    String unstamped = STAMP.matcher(timeless).replaceAll("Nov 20 23:22:13");
    String known =
        UUID.matcher(unstamped)
            .replaceAll(m -> uuids.computeIfAbsent(m.group(), u -> "uuid " + (uuids.size() + 1)));
    return UNIQUE.matcher(known).replaceAll("");
  }
}
