package dev.parley.surface.corporate;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import dev.parley.surface.Counted;
import dev.parley.surface.GoldenFile;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records what is asked and answered, and compares it with a file. What differs from run to run
 * gets a fixed form of the same type: ids count up from 1 (people), 101 (chats) and 201 (messages),
 * names lose their number, times are all the same.
 */
final class Golden {

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern UNIQUE = Pattern.compile("-\\d{4,}");

  private final GoldenFile file = new GoldenFile("corporate");
  private final Counted ids = new Counted(Map.of("user", 1, "chat", 101, "message", 201));

  /** Asks over HTTP and records it. */
  Answer ask(Colleague who, String method, String path, Object body) {
    Answer answer = who.call(method, path, body);
    ObjectNode step = file.step(plain(who.name()));
    step.put("request", method + " " + query(path));
    if (body instanceof String text) {
      step.put("text", text);
    } else if (body != null) {
      step.set("body", stable(GoldenFile.inOrder(body), space(path)));
    }
    step.put("status", answer.status());
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> step.put("type", type.replace(" ", "").toLowerCase()));
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(cookie -> step.put("cookie", cookie.replaceFirst("=[^;]*", "=TOKEN")));
    boolean json = step.path("type").asString("").startsWith("application/json");
    step.set(
        "answer",
        json ? stable(answer.body(), space(path)) : step.stringNode(plain(answer.text())));
    return answer;
  }

  /** Records the next frame of a socket. */
  JsonNode hear(Colleague who, Wire wire) {
    JsonNode frame = wire.hears();
    file.step(plain(who.name())).set("hears", stable(frame, "message"));
    return frame;
  }

  /** Compares everything with the file. */
  void check(String name) {
    file.check(name);
  }

  /** What an {@code id} without a further name means in a request to a path. */
  private static String space(String path) {
    return path.contains("Chat") && !path.contains("UsersFromChat")
        ? "chat"
        : path.contains("Message") ? "message" : "user";
  }

  private JsonNode stable(JsonNode node, String space) {
    if (node.isObject()) {
      ObjectNode copy = Json.MAPPER.createObjectNode();
      node.properties()
          .forEach(
              member -> {
                String name = member.getKey();
                boolean counted = name.matches("\\d+");
                copy.set(
                    counted ? String.valueOf(ids.of("chat", Long.parseLong(name))) : name,
                    counted ? member.getValue() : value(name, member.getValue(), space));
              });
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Json.MAPPER.createArrayNode();
      node.forEach(item -> copy.add(stable(item, space)));
      return copy;
    }
    return node.isString() ? Json.MAPPER.getNodeFactory().stringNode(plain(node.asString())) : node;
  }

  private JsonNode value(String name, JsonNode value, String space) {
    String of =
        switch (name) {
          case "user_id", "creator_id", "sender_id" -> "user";
          case "chat_id", "conversation_id" -> "chat";
          case "message_id" -> "message";
          case "id" -> space;
          default -> null;
        };
    if (name.equals("token")) {
      return Json.MAPPER.getNodeFactory().stringNode("TOKEN");
    }
    return of != null && Counted.canBe(value) ? ids.of(of, value) : stable(value, space);
  }

  private String query(String path) {
    return plain(
        Pattern.compile("(user|chat)_id=(\\d+)")
            .matcher(path)
            .replaceAll(m -> m.group(1) + "_id=" + ids.of(m.group(1), Long.parseLong(m.group(2)))));
  }

  private static String plain(String text) {
    return TIME.matcher(UNIQUE.matcher(text).replaceAll("")).replaceAll("2026-01-01T00:00:00Z");
  }
}
