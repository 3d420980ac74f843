package dev.parley.surface.social;

import dev.parley.kernel.Json;
import dev.parley.surface.Counted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives what differs from run to run a fixed form of the same type: ids count up, each sort of
 * thing from a hundred of its own, names lose their number, times of these years are all the same.
 */
final class Stable {

  private static final Pattern TIME =
      Pattern.compile("20[2-9]\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern UNIQUE = Pattern.compile("-\\d{4,}");
  private static final Pattern PICTURE = Pattern.compile("(img/)?(post|comment|profile)/(\\d+)\\.");
  private static final Map<String, Integer> FIRSTS =
      Map.of(
          "user", 1,
          "post", 101,
          "comment", 201,
          "group", 301,
          "event", 401,
          "notification", 501,
          "message", 601);

  /** Of which sort an {@code id} or a bare payload is, by the beginning of the type. */
  private static final Map<Pattern, String> OF_TYPES = new LinkedHashMap<>();

  /** Of which sort a member is, wherever it stands. */
  private static final Map<String, String> OF_MEMBERS =
      Map.ofEntries(
          Map.entry("userid", "user"),
          Map.entry("fromuserid", "user"),
          Map.entry("creatorid", "user"),
          Map.entry("creator_id", "user"),
          Map.entry("userwithreaction", "user"),
          Map.entry("recipientuserid", "user"),
          Map.entry("user", "user"),
          Map.entry("groupid", "group"),
          Map.entry("postid", "post"),
          Map.entry("commentid", "comment"),
          Map.entry("eventid", "event"));

  private static final Map<String, String> WITHIN =
      Map.of(
          "comments", "comment",
          "members", "user",
          "followers", "user",
          "followings", "user",
          "user", "user");

  static {
    OF_TYPES.put(Pattern.compile("(accept|decline).*|.*[nN]otification.*"), "notification");
    OF_TYPES.put(Pattern.compile(".*Post.*|posts.*"), "post");
    OF_TYPES.put(Pattern.compile("newComment"), "post");
    OF_TYPES.put(Pattern.compile("getGroupEventsList"), "event");
    OF_TYPES.put(Pattern.compile(".*Event.*"), "event");
    OF_TYPES.put(
        Pattern.compile("groupMembers|searchUsers.*|searchNot.*|searchGroupsUsers"), "user");
    OF_TYPES.put(Pattern.compile(".*[gG]roup.*"), "group");
    OF_TYPES.put(Pattern.compile("inputChatMessage"), "message");
    OF_TYPES.put(Pattern.compile(".*"), "user");
  }

  private final Counted ids = new Counted(FIRSTS);

  /** A message of a type, or a body. */
  JsonNode of(String type, JsonNode node) {
    String sort =
        OF_TYPES.entrySet().stream()
            .filter(entry -> entry.getKey().matcher(type).matches())
            .findFirst()
            .orElseThrow()
            .getValue();
    return stable(node, sort, type);
  }

  /** An address. */
  String address(String path) {
    return plain(picture(path));
  }

  /** A text without what makes it unique. */
  static String plain(String text) {
    return TIME.matcher(UNIQUE.matcher(text).replaceAll("")).replaceAll("2026-01-01T00:00:00.5Z");
  }

  private JsonNode stable(JsonNode node, String sort, String type) {
    if (node.isObject()) {
      ObjectNode copy = Json.MAPPER.createObjectNode();
      node.properties().forEach(m -> copy.set(m.getKey(), member(node, m, sort, type)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Json.MAPPER.createArrayNode();
      node.forEach(item -> copy.add(stable(item, sort, type)));
      return copy;
    }
    return node.isString()
        ? Json.MAPPER.getNodeFactory().stringNode(plain(picture(node.asString())))
        : node;
  }

  private JsonNode member(
      JsonNode parent, Map.Entry<String, JsonNode> member, String sort, String type) {
    String name = member.getKey().toLowerCase();
    JsonNode value = member.getValue();
    if (name.startsWith("session")) {
      return Json.MAPPER.getNodeFactory().stringNode("SESSION");
    }
    String of =
        switch (name) {
          case "id" -> parent.path("entityType").asString("").equals("groups") ? "group" : sort;
          case "payload", "data" -> bare(type, sort, parent);
          case "string" -> sort;
          case "messageid" -> parent.path("messageType").asString("message");
          case "genericid" -> parent.path("userID").equals(value) ? "user" : "group";
          default -> OF_MEMBERS.get(name);
        };
    if (of != null && Counted.canBe(value)) {
      return ids.of(of, value);
    }
    if (of != null && value.isObject() && value.has("String")) {
      return stable(value, of, type);
    }
    return stable(value, WITHIN.getOrDefault(name, sort), type);
  }

  /** What a payload or data that is no object is the id of. */
  private static String bare(String type, String sort, JsonNode parent) {
    return switch (type) {
      case "setProfileType", "verifyGroupView", "postsPortion" ->
          parent.has("payload") ? group(type) : null;
      case "groupMembers", "getGroupEventsList" -> "group";
      case "userGroups" -> "user";
      case "acceptRequestToJoinGroup" -> parent.has("payload") ? sort : "group";
      case "searchNotCloseFriends", "searchGroupsUsers" -> null;
      default -> sort;
    };
  }

  private static String group(String type) {
    return type.equals("verifyGroupView") ? "group" : null;
  }

  private String picture(String text) {
    return PICTURE
        .matcher(text)
        .replaceAll(
            m ->
                (m.group(1) == null ? "" : m.group(1))
                    + m.group(2)
                    + "/"
                    + ids.of(
                        m.group(2).equals("profile") ? "user" : m.group(2),
                        Long.parseLong(m.group(3)))
                    + ".");
  }
}
