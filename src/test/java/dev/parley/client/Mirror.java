package dev.parley.client;

import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.kernel.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client knows: one snapshot, and every push after it. A small client that shows what the
 * protocol promises: that this is all it takes. It meets nothing that it does not know.
 */
public final class Mirror {

  /** What neither it nor a snapshot keeps. */
  private static final Set<String> PASSING =
      Set.of("hello", "typing", "followChanged", "eventChanged", "eventReminder");

  /** What may be on its way still when one leaves a conversation. */
  private static final Set<String> TOLD_LATER =
      Set.of("chatActivity", "readMark", "ownChatChanged");

  private final Wire wire;
  private final Map<String, MirrorChat> chats = new TreeMap<>();
  private final Map<String, ObjectNode> people = new TreeMap<>();
  private final String epoch;
  private ObjectNode me;
  private JsonNode blocked;
  private final Map<String, JsonNode> notifications = new TreeMap<>();
  private int applied;

  private Mirror(Wire wire, JsonNode snapshot, int applied) {
    this.wire = wire;
    this.applied = applied;
    this.epoch = snapshot.path("epoch").asString();
    this.me = (ObjectNode) snapshot.path("me").deepCopy();
    this.blocked = snapshot.path("blocked");
    unread(snapshot.path("notifications"));
    snapshot.path("people").forEach(this::keep);
    snapshot.path("chats").forEach(chat -> chats.put(id(chat), MirrorChat.of(id(me), chat)));
  }

  /** A client that has just come in over a socket. */
  public static Mirror of(Wire wire) {
    String request = wire.sends("sync", Map.of());
    JsonNode snapshot = wire.reply(request).path("data");
    return new Mirror(wire, snapshot, wire.indexAfterReply(request));
  }

  /** Takes what has come since. */
  public void catchUp() {
    List<JsonNode> news = wire.since(applied);
    applied += news.size();
    news.stream()
        .filter(message -> !message.has("id"))
        .forEach(message -> apply(message.path("type").asString(), message.at("/payload/data")));
  }

  /** Waits for a moment for something more to come. */
  public void waits() {
    wire.awaitsMoreThan(applied, 200);
  }

  /** Fetches what it knows it misses, as a client does when the conversation is opened. */
  public void fetchesWhatItMisses() {
    catchUp();
    Map<String, Long> held = new HashMap<>();
    chats.forEach((id, chat) -> held.put(id, chat.ev()));
    String request = wire.sends("sync", Map.of("epoch", epoch, "chats", held));
    JsonNode snapshot = wire.reply(request).path("data");
    // What came before the answer is part of it.
    applied = wire.indexAfterReply(request);
    snapshot.path("chats").forEach(chat -> chats.get(id(chat)).take(chat));
    unread(snapshot.path("notifications"));
  }

  /**
   * Everything, in one text.
   *
   * @param peopleIds of other people nothing is said
   * @param other what it is to be compared with: of conversations of which that one knows that it
   *     misses messages, no messages are shown
   */
  public String state(Set<String> peopleIds, Mirror other) {
    ObjectNode state = Json.MAPPER.createObjectNode();
    state.set("me", me);
    state.set("blocked", blocked);
    state.set("notifications", Json.MAPPER.valueToTree(notifications));
    ObjectNode shown = state.putObject("people");
    people.forEach(
        (id, person) -> {
          if (peopleIds.contains(id)) {
            shown.set(id, person);
          }
        });
    ObjectNode all = state.putObject("chats");
    chats.forEach(
        (id, chat) -> {
          ObjectNode one = chat.state();
          if (other.chats.containsKey(id) && other.chats.get(id).stale()) {
            one.remove("messages");
          }
          all.set(id, one);
        });
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(state));
  }

  private void apply(String type, JsonNode data) {
    String chatId = data.path("chatID").asString("");
    MirrorChat chat = chats.get(chatId);
    if (chat == null && TOLD_LATER.contains(type)) {
      return; // It is gone meanwhile.
    }
    switch (type) {
      case "inputChatMessage", "messageChanged" -> chat.message(data);
      case "chatActivity" -> chat.activity(data);
      case "conversationChanged" -> {
        JsonNode shared = data.path("conversation");
        if (chat == null) {
          chats.put(id(shared), MirrorChat.entered(id(me), shared));
        } else {
          chat.changed(shared);
        }
      }
      case "conversationGone" -> chats.remove(chatId);
      case "readMark" -> {
        if (data.has("rev")) {
          chat.read(data, me.path("receipts").asBoolean());
        } else {
          chat.seen(data.path("userID").asString(), data.path("seq"));
        }
      }
      case "ownChatChanged" -> chat.own(data);
      case "accountChanged" -> me = (ObjectNode) data.deepCopy();
      case "personChanged" -> {
        keep(data);
        chats.values().forEach(one -> one.person(data));
      }
      case "blocksChanged" -> blocked = data.path("userIDs");
      case "newNotification" -> notifications.put(id(data), data);
      case "notificationsChanged" -> {
        if (data.has("notifications")) {
          unread(data.path("notifications"));
        }
      }
      case "presence" -> presence(data);
      default -> {
        if (!PASSING.contains(type)) {
          fail("a push that clients don't know: " + type + " " + data);
        }
      }
    }
  }

  private void unread(JsonNode now) {
    notifications.clear();
    now.forEach(one -> notifications.put(id(one), one));
  }

  private void presence(JsonNode presence) {
    presence.path("online").forEach(person -> online(id(person), true));
    presence.path("offline").forEach(id -> online(id.asString(), false));
  }

  private void online(String id, boolean online) {
    if (people.containsKey(id)) {
      people.get(id).put("online", online);
    }
  }

  private void keep(JsonNode person) {
    if (id(person).equals(id(me))) {
      copy(person, me);
    } else {
      people.put(id(person), (ObjectNode) person.deepCopy());
      people.values().removeIf(one -> one.path("deleted").asBoolean());
    }
  }

  /** Takes over those members that both have; who reads how far is another matter. */
  static void copy(JsonNode from, ObjectNode to) {
    for (String field : new String[] {"name", "fullName", "picture"}) {
      if (from.has(field) && to.has(field)) {
        to.set(field, from.path(field));
      }
    }
  }

  private static String id(JsonNode node) {
    return node.path("id").asString();
  }

  /** With members in the order of their names, so that equal ones look the same. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = Json.MAPPER.createArrayNode();
      node.forEach(element -> array.add(sorted(element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = Json.MAPPER.createObjectNode();
    Map<String, JsonNode> members = new TreeMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    members.forEach((name, value) -> object.set(name, sorted(value)));
    return object;
  }
}
