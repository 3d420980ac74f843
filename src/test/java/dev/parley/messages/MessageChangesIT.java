package dev.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessageChangesIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String chat = ann.groupWith(ben);

  private String sends(Person person, String content) {
    return person.posts(chat, content).path("messageID").asString();
  }

  private JsonNode message(String id) {
    return ann.get("/messages/" + id).expect(200).body();
  }

  @Test
  void anEditedMessageReachesEverybodyWithItsNewNumberOfChange() {
    String id = sends(ann, "helo");
    long before = message(id).path("ev").asLong();
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects()) {
      JsonNode edited =
          annWire.asks("editMessage", Map.of("messageID", id, "content", "hello @" + ben.name()));
      assertEquals(before + 1, edited.path("ev").asLong());
      JsonNode heard = benWire.receives("messageChanged");
      assertEquals(edited, heard);
      assertEquals(message(id), heard);
      assertFalse(heard.path("edited").isNull());
      assertEquals(ben.id(), heard.path("mentions").path(0).asString());
    }
  }

  @Test
  void theSameTextAgainChangesNothing() {
    String id = sends(ann, "as it is");
    JsonNode before = message(id);
    try (Wire wire = ann.connects()) {
      assertEquals(
          before, wire.asks("editMessage", Map.of("messageID", id, "content", "as it is")));
    }
  }

  @Test
  void onlyTheSenderEdits() {
    String id = sends(ben, "mine");
    ann.call("PATCH", "/messages/" + id, Map.of("content", "yours")).refused(403, "forbidden");
    assertEquals("mine", message(id).path("content").asString());
  }

  @Test
  void anEditHasTheSameRulesAsAMessage() {
    String id = sends(ann, "short");
    for (String content : List.of("", " ", "x".repeat(8001), "a\0b")) {
      ann.call("PATCH", "/messages/" + id, Map.of("content", content)).refused(400, "invalid");
    }
    ann.call("PATCH", "/messages/" + id, Map.of()).refused(400, "invalid");
    assertEquals("short", message(id).path("content").asString());
  }

  @Test
  void aDeletedMessageKeepsItsNumberAndLosesEverythingElse() {
    String first = sends(ann, "first");
    String id =
        ann.call(
                "POST",
                "/conversations/" + chat + "/messages",
                Map.of("content", "secret @" + ben.name(), "replyTo", first))
            .expect(201)
            .body()
            .path("messageID")
            .asString();
    ben.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", "👍")).expect(200);
    ann.call("PUT", "/messages/" + id + "/pin", null).expect(200);
    JsonNode before = message(id);
    try (Wire benWire = ben.connects()) {
      JsonNode deleted = ann.call("DELETE", "/messages/" + id, null).expect(200).body();
      assertEquals(deleted, benWire.receives("messageChanged"));
      assertEquals(before.path("seq"), deleted.path("seq"));
      assertTrue(deleted.path("deleted").asBoolean());
      assertEquals("", deleted.path("content").asString());
      assertTrue(deleted.path("replyTo").isNull());
      assertTrue(deleted.path("mentions").isEmpty());
      assertTrue(deleted.path("reactions").isEmpty());
      assertFalse(deleted.path("pinned").asBoolean());
    }
    // Nothing comes back afterwards.
    ann.call("PATCH", "/messages/" + id, Map.of("content", "again")).refused(404, "notFound");
    ben.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", "👍"))
        .refused(404, "notFound");
    ann.call("PUT", "/messages/" + id + "/pin", null).refused(404, "notFound");
    JsonNode again = ann.call("DELETE", "/messages/" + id, null).expect(200).body();
    assertEquals(message(id), again, "a second deletion is no change");
  }

  @Test
  void anAdministratorDeletesOthersMessagesAndAMemberDoesNot() {
    String bens = sends(ben, "from ben");
    String anns = sends(ann, "from ann");
    ben.call("DELETE", "/messages/" + anns, null).refused(403, "forbidden");
    ann.call("DELETE", "/messages/" + bens, null).expect(200);
    assertEquals("from ann", message(anns).path("content").asString());
  }

  @Test
  void theLinesOfTheSystemCantBeChanged() {
    String line = ann.history(chat).path(0).path("id").asString();
    ann.call("DELETE", "/messages/" + line, null).refused(403, "forbidden");
    ann.call("PATCH", "/messages/" + line, Map.of("content", "x")).refused(404, "notFound");
    ann.call("POST", "/messages/" + line + "/reactions", Map.of("emoji", "👍"))
        .refused(404, "notFound");
  }

  @Test
  void aDeletedMessageIsNotUnreadAnyMoreAlsoInTheBackground() {
    String id = sends(ann, "oops");
    sends(ann, "that's right");
    try (Wire benWire = ben.connects()) {
      JsonNode before = chatOf(benWire.asks("sync", Map.of()));
      assertEquals(2, before.path("unread").asInt());
      ann.call("DELETE", "/messages/" + id, null).expect(200);
      JsonNode activity = benWire.receives("chatActivity");
      assertEquals(1, activity.path("unread").asInt());
      assertEquals(1, chatOf(benWire.asks("sync", Map.of())).path("unread").asInt());
    }
  }

  private JsonNode chatOf(JsonNode snapshot) {
    for (JsonNode found : snapshot.path("chats")) {
      if (found.path("id").asString().equals(chat)) {
        return found;
      }
    }
    throw new AssertionError("no such chat in " + snapshot);
  }

  @Test
  void aReplyCarriesItsQuote() {
    String id = sends(ben, "what time?");
    try (Wire wire = ann.connects()) {
      wire.asks("sendMessage", Map.of("chatID", chat, "content", "noon", "replyTo", id));
      JsonNode quote = wire.receives("inputChatMessage").path("replyTo");
      assertEquals(id, quote.path("messageID").asString());
      assertEquals("what time?", quote.path("content").asString());
      assertEquals(ben.id(), quote.path("userID").asString());
      ben.call("DELETE", "/messages/" + id, null).expect(200);
      JsonNode kept = ann.history(chat).path(2).path("replyTo");
      assertTrue(kept.path("deleted").asBoolean());
      assertEquals("", kept.path("content").asString(), "what was deleted is in no quote");
    }
  }

  @Test
  void aReplyGoesToAMessageOfTheSameConversationOnly() {
    String elsewhere = ann.groupWith();
    String other = ann.posts(elsewhere, "other").path("messageID").asString();
    try (Wire wire = ann.connects()) {
      for (String id : List.of(other, "99999999")) {
        wire.isRefused(
            "sendMessage", Map.of("chatID", chat, "content", "x", "replyTo", id), "notFound");
      }
      wire.isRefused(
          "sendMessage", Map.of("chatID", chat, "content", "x", "replyTo", "one"), "invalid");
    }
  }

  @Test
  void aRetryWithAnotherReplyIsAConflict() {
    String one = sends(ann, "one");
    String two = sends(ann, "two");
    try (Wire wire = ann.connects()) {
      Map<String, String> send = Map.of("chatID", chat, "content", "x", "key", "r", "replyTo", one);
      wire.asks("sendMessage", send);
      assertTrue(wire.asks("sendMessage", send).path("duplicate").asBoolean());
      wire.isRefused(
          "sendMessage",
          Map.of("chatID", chat, "content", "x", "key", "r", "replyTo", two),
          "conflict");
    }
  }

  @Test
  void mentionsAreMembersWhoseNamesStandThere() {
    Person stranger = parley.person("eve");
    String name = ben.name();
    String content =
        "@%s, @%s. (@%s) `@%s` mail@%s @%s"
            .formatted(name.toUpperCase(), ann.name(), name, ann.name(), name, stranger.name());
    JsonNode mentions = message(sends(ann, content)).path("mentions");
    assertEquals(2, mentions.size(), mentions.toString());
    assertEquals(ben.id(), mentions.path(0).asString());
    assertEquals(ann.id(), mentions.path(1).asString());
    assertTrue(message(sends(ann, "`@" + name + "`")).path("mentions").isEmpty());
  }

  @Test
  void aReactionIsSeenByAllAndTakenBackByTheSecondTime() {
    String id = sends(ann, "good news");
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects()) {
      annWire.asks("reactToMessage", Map.of("messageID", id, "emoji", "🎉"));
      benWire.asks("reactToMessage", Map.of("messageID", id, "emoji", "👍🏽"));
      JsonNode both = benWire.asks("reactToMessage", Map.of("messageID", id, "emoji", "🎉"));
      assertEquals("🎉", both.path("reactions").path(0).path("emoji").asString());
      assertEquals(
          List.of(ann.id(), ben.id()),
          both.path("reactions").path(0).path("userIDs").values().stream()
              .map(JsonNode::asString)
              .toList());
      JsonNode less = benWire.asks("reactToMessage", Map.of("messageID", id, "emoji", "🎉"));
      assertEquals(1, less.path("reactions").path(0).path("userIDs").size());
      assertEquals(message(id), less);
      JsonNode last = benWire.asks("reactToMessage", Map.of("messageID", id, "emoji", "👍🏽"));
      assertEquals(1, last.path("reactions").size());
      annWire.receives("messageChanged", changed -> changed.path("ev").equals(last.path("ev")));
    }
  }

  @Test
  void aReactionIsAnEmojiAndNoText() {
    String id = sends(ann, "x");
    for (String emoji :
        List.of("", " ", "a", "7", "<b>", "lol👍", "👍👍", "🇺🇦🇺🇦", "❤️7", "\u0000")) {
      ann.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", emoji))
          .refused(400, "invalid");
    }
    ann.call("POST", "/messages/" + id + "/reactions", Map.of()).refused(400, "invalid");
    List<String> good =
        List.of(
            "❤️",
            "7️⃣",
            "🇺🇦",
            "👩‍👩‍👧",
            "‼️",
            "↩️",
            "☎",
            "⤴️",
            "ℹ️",
            "〰️",
            "◾",
            "🫠",
            "🫱🏻‍🫲🏿",
            "👩🏽‍❤️‍💋‍👨🏿");
    for (String emoji : good) {
      ann.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", emoji)).expect(200);
    }
    assertEquals(good.size(), message(id).path("reactions").size());
  }

  @Test
  void aMessageHasAtMostTwentyKindsOfReactions() {
    String id = sends(ann, "x");
    for (int i = 0; i < 20; i++) {
      String emoji = Character.toString(0x1F600 + i);
      ann.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", emoji)).expect(200);
    }
    ann.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", "🎉"))
        .refused(409, "conflict");
    assertEquals(20, message(id).path("reactions").size());
  }

  @Test
  void pinnedMessagesAreListedTheLastPinFirst() {
    String one = sends(ann, "one");
    String two = sends(ben, "two");
    try (Wire wire = ben.connects()) {
      wire.asks("pinMessage", Map.of("messageID", two));
      wire.asks("pinMessage", Map.of("messageID", one, "pinned", true));
      JsonNode pinned = wire.asks("pinnedMessages", Map.of("chatID", chat)).path("messages");
      assertEquals(one, pinned.path(0).path("id").asString());
      assertEquals(two, pinned.path(1).path("id").asString());
      wire.asks("pinMessage", Map.of("messageID", one, "pinned", false));
      assertEquals(
          1, ann.get("/conversations/" + chat + "/pins").expect(200).body().at("/messages").size());
    }
  }

  @Test
  void pinsInTheRoomOfEverybodyAreForModerators() {
    String everybody = everybodyOf(ann);
    String id = ann.posts(everybody, "look at me").path("messageID").asString();
    ann.call("PUT", "/messages/" + id + "/pin", null).refused(403, "forbidden");
  }

  private static String everybodyOf(Person person) {
    for (JsonNode found : person.get("/conversations").expect(200).body().path("items")) {
      if (found.path("kind").asString().equals("everybody")) {
        return found.path("id").asString();
      }
    }
    throw new AssertionError("no room of everybody");
  }

  @Test
  void changesOfManyAtOnceHaveNumbersWithoutAGap() {
    String id = sends(ann, "busy");
    long before = message(id).path("ev").asLong();
    List<String> emoji = List.of("👍", "🎉", "😀", "🚀", "🌻");
    List<Person> people = List.of(ann, ben);
    people.parallelStream()
        .forEach(
            person ->
                emoji.parallelStream()
                    .forEach(
                        one ->
                            person
                                .call(
                                    "POST", "/messages/" + id + "/reactions", Map.of("emoji", one))
                                .expect(200)));
    JsonNode after = message(id);
    assertEquals(before + 10, after.path("ev").asLong());
    after.path("reactions").forEach(r -> assertEquals(2, r.path("userIDs").size(), r.toString()));
  }

  @Test
  void warmSyncBringsEachChangedMessageOnceInItsStateNow() {
    String id = sends(ann, "v1");
    try (Wire wire = ben.connects()) {
      JsonNode cold = chatOf(wire.asks("sync", Map.of()));
      ann.call("PATCH", "/messages/" + id, Map.of("content", "v2")).expect(200);
      ann.call("PATCH", "/messages/" + id, Map.of("content", "v3")).expect(200);
      ann.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", "👍")).expect(200);
      JsonNode snapshot =
          wire.asks(
              "sync",
              Map.of("epoch", epochOf(wire), "chats", Map.of(chat, cold.path("ev").asLong())));
      JsonNode changed = chatOf(snapshot).path("messages");
      assertEquals(1, changed.size());
      assertEquals("v3", changed.path(0).path("content").asString());
      assertEquals(1, changed.path(0).path("reactions").size());
    }
  }

  private static String epochOf(Wire wire) {
    return wire.asks("sync", Map.of()).path("epoch").asString();
  }
}
