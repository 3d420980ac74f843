package dev.parley.surface.social;

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
 * What is said on the sockets of open chats, held by a file. People count up from 1, messages from
 * 101, and the chat is 201; names lose their number, times are all the same.
 */
final class Dialogue {

  private static final Pattern TIME =
      Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern UNIQUE = Pattern.compile("-\\d{4,}");

  private final GoldenFile file = new GoldenFile("social");
  private final Counted ids = new Counted(Map.of("user", 1, "message", 101, "chat", 201));

  /** Sends a message. */
  void says(Member who, Wire wire, String message) {
    file.step(plain(who.name())).put("says", message.strip());
    wire.raw(message);
  }

  /** Waits for the next message of a type; its data. */
  JsonNode hears(Member who, Wire wire, String type) {
    JsonNode frame = wire.hears(type);
    file.step(plain(who.name())).set("hears", stable(frame, type));
    return frame.path("payload").path("data");
  }

  /** Compares everything with the file. */
  void check(String name) {
    file.check(name);
  }

  private JsonNode stable(JsonNode node, String type) {
    if (node.isObject()) {
      ObjectNode copy = Json.MAPPER.createObjectNode();
      node.properties()
          .forEach(
              member -> {
                String sort = sort(node, member.getKey(), type);
                JsonNode value = member.getValue();
                copy.set(
                    member.getKey(),
                    sort != null && value.isString() ? ids.of(sort, value) : stable(value, type));
              });
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Json.MAPPER.createArrayNode();
      node.forEach(item -> copy.add(stable(item, type)));
      return copy;
    }
    return node.isString() ? Json.MAPPER.getNodeFactory().stringNode(plain(node.asString())) : node;
  }

  private static String sort(JsonNode parent, String name, String type) {
    return switch (name) {
      case "ID", "userID" -> "user";
      case "messageID" -> "message";
      case "genericID" -> parent.path("userID").equals(parent.path(name)) ? "user" : "chat";
      case "id" -> type.startsWith("user") ? "user" : parent.has("type") ? "chat" : "message";
      default -> null;
    };
  }

  private static String plain(String text) {
    return TIME.matcher(UNIQUE.matcher(text).replaceAll("")).replaceAll("2026-01-01T00:00:00.5Z");
  }
}
