package dev.parley.client;

import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One conversation in a {@link Mirror}: what a snapshot said of it, and what pushes made of that.
 */
final class MirrorChat {

  private static final int LARGE = 50;
  private static final int LONGEST_QUOTE = 200;

  private final String me;
  private ObjectNode facts;
  private final TreeMap<Long, ObjectNode> messages = new TreeMap<>();

  /** The change up to which all messages are held, and the last change that was heard of. */
  private long ev;

  private long heardEv;

  /** What the server counted, and up to which message; later ones the client counts itself. */
  private long unread;

  private long mentions;
  private long counted;

  private MirrorChat(String me, ObjectNode facts) {
    this.me = me;
    this.facts = facts;
  }

  /** As a snapshot shows it. */
  static MirrorChat of(String me, JsonNode chat) {
    MirrorChat made = new MirrorChat(me, (ObjectNode) chat.deepCopy());
    made.take(chat);
    return made;
  }

  /** One that the viewer has just come into, as everybody is shown it. */
  static MirrorChat entered(String me, JsonNode shared) {
    ObjectNode facts = (ObjectNode) shared.deepCopy();
    long seq = shared.path("seq").asLong();
    facts.put("readSeq", seq).put("rev", 0).put("archived", false).put("draft", "");
    facts.put("mayWrite", true).putNull("mutedUntil");
    MirrorChat made = new MirrorChat(me, facts);
    made.shape();
    made.counted = seq;
    made.heardEv = shared.path("ev").asLong();
    // What was said before is not here yet.
    made.ev = seq == 0 ? made.heardEv : 0;
    return made;
  }

  /** Takes it over from a snapshot, which has all messages that changed since {@link #ev}. */
  void take(JsonNode chat) {
    facts = (ObjectNode) chat.deepCopy();
    chat.path("messages").forEach(message -> hold(message));
    facts.remove("messages");
    facts.remove("reset");
    ev = chat.path("ev").asLong();
    heardEv = ev;
    counted = chat.path("seq").asLong();
    unread = chat.path("unread").asLong();
    mentions = chat.path("mentions").asLong();
  }

  long ev() {
    return ev;
  }

  /** Whether something happened that is not here, so that the client would sync to show it. */
  boolean stale() {
    return heardEv > ev;
  }

  void message(JsonNode message) {
    long seq = message.path("seq").asLong();
    hear(message.path("ev").asLong(), true);
    if (seq > facts.path("seq").asLong()) {
      facts.put("seq", seq);
      comesIn(Instant.parse(message.path("dateCreate").asString()));
    }
    hold(message);
  }

  private void hold(JsonNode message) {
    messages.put(message.path("seq").asLong(), (ObjectNode) message.deepCopy());
    String content = message.path("content").asString();
    quotes(
        quote -> quote.path("messageID").equals(message.path("id")),
        quote -> {
          quote.set("deleted", message.path("deleted"));
          int length = content.codePointCount(0, content.length());
          quote.put(
              "content",
              content.substring(0, content.offsetByCodePoints(0, Math.min(length, LONGEST_QUOTE))));
        });
  }

  void activity(JsonNode activity) {
    hear(activity.path("ev").asLong(), false);
    long seq = activity.path("seq").asLong(0);
    if (seq > facts.path("seq").asLong()) {
      facts.put("seq", seq);
      comesIn(Instant.now());
    }
    if (activity.path("ownRev").asLong() >= facts.path("rev").asLong()) {
      count(activity);
    }
  }

  void changed(JsonNode shared) {
    hear(shared.path("ev").asLong(), true);
    ObjectNode before = facts.deepCopy();
    facts.setAll((ObjectNode) shared.deepCopy());
    facts.set(
        "name",
        shared.path("kind").asString().equals("private")
            ? before.path("name")
            : shared.path("name"));
    facts.put("seq", Math.max(before.path("seq").asLong(), shared.path("seq").asLong()));
    shape();
  }

  /** How far somebody has read, for the others to see. */
  void seen(String userId, JsonNode seq) {
    member(
        userId,
        member -> {
          JsonNode held = member.path("readSeq");
          if (seq.isNull() || held.isNull() || seq.asLong() > held.asLong()) {
            member.set("readSeq", seq);
          }
        });
  }

  /** How far the viewer has read. */
  void read(JsonNode mark, boolean toldOthers) {
    if (mark.path("rev").asLong() > facts.path("rev").asLong()) {
      facts.set("rev", mark.path("rev"));
      facts.set("readSeq", mark.path("seq"));
      count(mark);
    }
    boolean small = facts.path("memberCount").asLong() <= LARGE;
    if (toldOthers && small && facts.path("mayWrite").asBoolean()) {
      seen(me, mark.path("seq"));
    }
  }

  void own(JsonNode own) {
    if (own.path("rev").asLong() > facts.path("rev").asLong()) {
      for (String field :
          new String[] {"role", "rev", "readSeq", "mutedUntil", "archived", "draft", "mayWrite"}) {
        facts.set(field, own.path(field));
      }
      count(own);
    }
  }

  /** Somebody's names are others. */
  void person(JsonNode person) {
    String id = person.path("id").asString();
    String shown = person.path("fullName").asString();
    member(id, member -> Mirror.copy(person, member));
    if (facts.path("kind").asString().equals("private") && !id.equals(me)) {
      member(id, member -> facts.set("name", person.path("name")));
    }
    messages
        .values()
        .forEach(
            message -> {
              for (JsonNode by : new JsonNode[] {message, message.path("replyTo")}) {
                if (by.path("userID").asString("").equals(id)) {
                  ((ObjectNode) by).set("userName", person.path("name"));
                  ((ObjectNode) by)
                      .put("senderName", shown.isEmpty() ? person.path("name").asString() : shown);
                }
              }
            });
  }

  /**
   * Everything, in the shape in which a snapshot has it; without messages when some are missing.
   */
  ObjectNode state() {
    ObjectNode state = facts.deepCopy();
    state.put("unread", unread + later(message -> true));
    state.put("mentions", mentions + later(this::mentionsMe));
    state.remove("lastMessage");
    state.put("ev", heardEv);
    if (state.path("kind").asString().equals("everybody")) {
      // Who comes in there is told as a new person only.
      state.remove("members");
      state.remove("memberCount");
    }
    if (!stale()) {
      ArrayNode all = state.putArray("messages");
      messages.values().forEach(all::add);
    }
    return state;
  }

  private void hear(long change, boolean whole) {
    heardEv = Math.max(heardEv, change);
    if (whole && change == ev + 1) {
      ev = change;
    }
  }

  /** A new message takes a conversation out of the archive, unless it is muted. */
  private void comesIn(Instant when) {
    String muted = facts.path("mutedUntil").asString("");
    if (muted.isEmpty() || Instant.parse(muted).isBefore(when)) {
      facts.put("archived", false);
    }
  }

  private void count(JsonNode counts) {
    unread = counts.path("unread").asLong();
    mentions = counts.path("mentions").asLong();
    counted = counts.path("counted").asLong();
  }

  private long later(Predicate<ObjectNode> which) {
    return messages.tailMap(counted, false).values().stream()
        .filter(m -> m.path("seq").asLong() > facts.path("readSeq").asLong())
        .filter(m -> !m.path("userID").asString().equals(me))
        .filter(m -> m.path("kind").asString().equals("text") && !m.path("deleted").asBoolean())
        .filter(which)
        .count();
  }

  private boolean mentionsMe(JsonNode message) {
    for (JsonNode id : message.path("mentions")) {
      if (id.asString().equals(me)) {
        return true;
      }
    }
    return false;
  }

  /** What the viewer is to it follows from the members. */
  private void shape() {
    member(me, member -> facts.set("role", member.path("role")));
    if (facts.path("kind").asString().equals("private")
        && facts.path("name").asString("").isEmpty()) {
      facts
          .path("members")
          .forEach(
              member -> {
                if (!member.path("id").asString().equals(me)) {
                  facts.set("name", member.path("name"));
                }
              });
    }
  }

  private void member(String id, java.util.function.Consumer<ObjectNode> then) {
    facts
        .path("members")
        .forEach(
            member -> {
              if (member.path("id").asString().equals(id)) {
                then.accept((ObjectNode) member);
              }
            });
  }

  private void quotes(Predicate<JsonNode> which, java.util.function.Consumer<ObjectNode> then) {
    messages
        .values()
        .forEach(
            message -> {
              if (message.path("replyTo").isObject() && which.test(message.path("replyTo"))) {
                then.accept((ObjectNode) message.path("replyTo"));
              }
            });
  }
}
