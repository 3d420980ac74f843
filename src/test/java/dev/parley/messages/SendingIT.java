package dev.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Database;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SendingIT extends ClientTest {

  @Test
  void aMessageReachesTheOtherSideAndComesBackToItsSenderWithItsKey() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects()) {
      benWire.asks("focus", Map.of("chatID", chat));
      JsonNode receipt =
          annWire.asks("sendMessage", Map.of("chatID", chat, "content", "hi", "key", "k1"));
      assertEquals(1, receipt.path("seq").asInt());
      assertEquals(2, receipt.path("ev").asInt());
      JsonNode heard = benWire.receives("inputChatMessage");
      assertEquals("hi", heard.path("content").asString());
      assertEquals(ann.name(), heard.path("userName").asString());
      assertEquals("k1", annWire.receives("inputChatMessage").path("key").asString());
    }
  }

  @Test
  void theSameKeyTwiceIsStoredOnce() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    try (Wire wire = ann.connects()) {
      Map<String, String> send = Map.of("chatID", chat, "content", "once", "key", "same");
      JsonNode first = wire.asks("sendMessage", send);
      JsonNode second = wire.asks("sendMessage", send);
      assertEquals(first.path("messageID"), second.path("messageID"));
      assertTrue(second.path("duplicate").asBoolean());
    }
    assertEquals(2, ann.history(chat).size(), "the system's line and the message");
  }

  @Test
  void whatIsNoTextOrCantBeSeenIsRefused() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    try (Wire wire = ann.connects()) {
      // Half of an emoji would be stored as a question mark, and not be known again.
      for (String content :
          List.of("\"cut \\ud83d\"", "\"\\ude00 cut\"", "true", "\"\\u200b\\u00a0\"")) {
        wire.raw(
            "{\"type\":\"sendMessage\",\"id\":\"s\",\"payload\":{\"key\":\"k\",\"chatID\":\""
                + chat
                + "\",\"content\":"
                + content
                + "}}\n");
        JsonNode reply = wire.hears("sendMessage").path("payload");
        assertEquals("invalid", reply.path("code").asString(), content + " " + reply);
        assertEquals("content", reply.path("field").asString(), content);
      }
      // And its key is not taken.
      wire.asks("sendMessage", Map.of("chatID", chat, "content", "\u200b😀", "key", "k"));
    }
    assertEquals(2, ann.history(chat).size(), "the system's line and the last one");
  }

  @Test
  void manyRepeatsOfOneKeyInOneFrameAreStoredOnce() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    try (Wire wire = ann.connects()) {
      Map<String, String> send = Map.of("chatID", chat, "content", "once", "key", "same");
      List<String> ids =
          IntStream.range(0, 30).mapToObj(i -> wire.sends("sendMessage", send)).toList();
      List<JsonNode> receipts = ids.stream().map(id -> wire.reply(id).path("data")).toList();
      assertEquals(1, receipts.stream().map(r -> r.path("seq").asLong()).distinct().count());
      assertEquals(1, receipts.stream().filter(r -> !r.path("duplicate").asBoolean()).count());
    }
  }

  @Test
  void aKeyOfAnotherMessageIsAConflict() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    String other = ann.groupWith();
    try (Wire wire = ann.connects()) {
      wire.asks("sendMessage", Map.of("chatID", chat, "content", "one", "key", "k"));
      wire.isRefused(
          "sendMessage", Map.of("chatID", chat, "content", "two", "key", "k"), "conflict");
      wire.isRefused(
          "sendMessage", Map.of("chatID", other, "content", "one", "key", "k"), "conflict");
    }
  }

  @Test
  void refusesWhatIsNoMessage() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    try (Wire wire = ann.connects()) {
      for (String content : List.of("", "   ", "x".repeat(8001), "a\0b")) {
        JsonNode refusal =
            wire.isRefused("sendMessage", Map.of("chatID", chat, "content", content), "invalid");
        assertEquals("content", refusal.path("field").asString());
      }
      wire.isRefused(
          "sendMessage", Map.of("chatID", chat, "content", "x", "key", "k".repeat(65)), "invalid");
      wire.asks("sendMessage", Map.of("chatID", chat, "content", "😀".repeat(8000)));
    }
  }

  @Test
  void aStrangerCanNeitherSeeNorSendNorListen() {
    Person ann = parley.person("ann");
    Person eve = parley.person("eve");
    String chat = ann.groupWith();
    ann.posts(chat, "secret");
    try (Wire wire = eve.connects()) {
      for (String id : List.of(chat, "999999999")) {
        Map<String, Object> chatId = Map.of("chatID", id);
        wire.isRefused("sendMessage", Map.of("chatID", id, "content", "x"), "notFound");
        wire.isRefused("history", chatId, "notFound");
        wire.isRefused("focus", chatId, "notFound");
        wire.isRefused("typing", chatId, "notFound");
        wire.isRefused("markRead", Map.of("chatID", id, "seq", 1), "notFound");
        wire.isRefused("addMember", Map.of("chatID", id, "userID", eve.id()), "notFound");
        wire.isRefused("deleteConversation", chatId, "notFound");
        wire.isRefused("leaveConversation", chatId, "notFound");
      }
      ann.posts(chat, "another secret");
      wire.settles();
      assertTrue(wire.pushes("inputChatMessage").isEmpty());
      assertTrue(wire.pushes("chatActivity").isEmpty());
    }
    String theirs = eve.get("/conversations/" + chat).refused(404, "notFound").text();
    assertEquals(
        eve.get("/conversations/999999999").text(), theirs, "forbidden looks like missing");
  }

  @Test
  void fiftySendersAtOnceGiveNumbersWithoutGapAndOneOrderForEverybody() {
    int senders = 50;
    int each = 20;
    Person owner = parley.person("owner");
    List<Person> people =
        IntStream.range(0, senders).parallel().mapToObj(i -> parley.person("p" + i)).toList();
    String chat = owner.groupWith(people.toArray(Person[]::new));
    List<Wire> wires = new ArrayList<>();
    try {
      for (Person person : people) {
        Wire wire = person.connects();
        wire.asks("focus", Map.of("chatID", chat));
        wires.add(wire);
      }
      IntStream.range(0, senders)
          .parallel()
          .forEach(
              i -> {
                for (int n = 0; n < each; n++) {
                  wires
                      .get(i)
                      .sends(
                          "sendMessage",
                          Map.of("chatID", chat, "content", i + "/" + n, "key", "k" + n));
                }
              });
      // The system's line about the group is number 1.
      List<Long> expected = LongStream.rangeClosed(2, 1 + senders * each).boxed().toList();
      List<String> order = null;
      for (Wire wire : wires) {
        wire.receives("inputChatMessage", m -> m.path("seq").asLong() == 1 + senders * each);
        List<JsonNode> heard = wire.pushes("inputChatMessage");
        assertEquals(expected, heard.stream().map(m -> m.path("seq").asLong()).toList());
        List<String> ids = heard.stream().map(m -> m.path("id").asString()).toList();
        order = order == null ? ids : order;
        assertEquals(order, ids);
      }
    } finally {
      wires.forEach(Wire::close);
    }
  }

  @Test
  void theSameKeyFromManySocketsAtOnceIsStoredOnce() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    List<Wire> wires = IntStream.range(0, 8).mapToObj(i -> ann.connects()).toList();
    for (int round = 0; round < 10; round++) {
      Map<String, Object> send = Map.of("chatID", chat, "content", "x", "key", "round-" + round);
      List<String> ids = wires.stream().map(wire -> wire.sends("sendMessage", send)).toList();
      assertEquals(
          1,
          IntStream.range(0, ids.size())
              .mapToObj(i -> wires.get(i).reply(ids.get(i)).at("/data/messageID").asString("?"))
              .distinct()
              .count());
    }
    wires.forEach(Wire::close);
  }

  @Test
  void aBatchOfTheGoodAndTheRefusedAnswersEachOnItsOwn() {
    Person ann = parley.person("ann");
    Person eve = parley.person("eve");
    String chat = ann.groupWith();
    String[] targets = {chat, eve.groupWith(), chat, "99999999", chat, chat};
    String[] keys = {"a", "b", "c", "d", "a", "e"};
    StringBuilder frame = new StringBuilder();
    for (int i = 0; i < targets.length; i++) {
      Map<String, Object> send = Map.of("chatID", targets[i], "content", "m" + i, "key", keys[i]);
      Map<String, Object> request = Map.of("type", "sendMessage", "id", "b" + i, "payload", send);
      frame.append(Json.MAPPER.writeValueAsString(request)).append('\n');
    }
    try (Wire wire = ann.connects()) {
      wire.raw(frame.toString());
      long seq = wire.reply("b0").at("/data/seq").asLong();
      assertEquals("notFound", wire.reply("b1").path("code").asString());
      assertEquals(seq + 1, wire.reply("b2").at("/data/seq").asLong());
      assertEquals("notFound", wire.reply("b3").path("code").asString());
      assertEquals("conflict", wire.reply("b4").path("code").asString());
      assertEquals(seq + 2, wire.reply("b5").at("/data/seq").asLong());
    }
  }

  @Test
  void conversationsThatAreHeldUpDoNotHoldUpOthersAndKeepTheirOrder() throws SQLException {
    Person ann = parley.person("ann");
    // More of them than there are writers.
    List<String> held = IntStream.range(0, 4).mapToObj(i -> ann.groupWith()).toList();
    String free = ann.groupWith();
    try (Wire wire = ann.connects();
        Connection foreign = Database.connect()) {
      foreign.setAutoCommit(false);
      foreign
          .createStatement()
          .execute(
              "SELECT 1 FROM conversations WHERE id IN ("
                  + String.join(",", held)
                  + ") FOR UPDATE");
      List<List<String>> waiting = new ArrayList<>();
      for (String chat : held) {
        waiting.add(
            IntStream.range(0, 20)
                .mapToObj(
                    i -> wire.sends("sendMessage", Map.of("chatID", chat, "content", "m" + i)))
                .toList());
      }
      for (int i = 0; i < 20; i++) {
        wire.asks("sendMessage", Map.of("chatID", free, "content", "free " + i));
      }
      assertEquals(20, wire.replies(), "nothing of what is held up was answered");
      foreign.rollback();
      for (List<String> ids : waiting) {
        List<Long> numbers =
            ids.stream().map(id -> wire.reply(id).at("/data/seq").asLong()).toList();
        long first = numbers.get(0);
        assertEquals(LongStream.range(first, first + 20).boxed().toList(), numbers);
      }
    }
  }

  @Test
  void whatWasWrittenIsReadAsItWas() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    String odd = "<b>&amp;</b> \u2028 \u0007 \"quoted\" \\ 'x' ümläut 👩‍👩‍👧 \u202ertl \r\n end";
    try (Wire wire = ann.connects()) {
      wire.asks("sendMessage", Map.of("chatID", chat, "content", odd));
      assertEquals(odd, wire.receives("inputChatMessage").path("content").asString());
    }
    assertEquals(odd, ann.history(chat).get(1).path("content").asString());
  }
}
