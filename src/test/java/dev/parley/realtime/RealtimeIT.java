package dev.parley.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RealtimeIT extends ClientTest {

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void aConversationInTheBackgroundIsToldOfByCountsWithoutBodiesAtMostOncePerSecond() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects()) {
      long start = System.nanoTime();
      for (int i = 0; i < 40; i++) {
        annWire.asks("sendMessage", Map.of("chatID", chat, "content", "secret " + i));
      }
      JsonNode last = benWire.receives("chatActivity", a -> a.path("seq").asLong() == 41);
      double seconds = (System.nanoTime() - start) / 1e9;
      assertEquals(40, last.path("unread").asInt());
      assertTrue(benWire.pushes("chatActivity").size() <= 2 + seconds);
      assertTrue(benWire.pushes("inputChatMessage").isEmpty());
      assertFalse(benWire.pushes("chatActivity").toString().contains("secret"));
    }
  }

  @Test
  void whoWasActiveInAConversationGetsItsMessagesInFull() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects()) {
      benWire.asks("sendMessage", Map.of("chatID", chat, "content", "I am here"));
      annWire.asks("sendMessage", Map.of("chatID", chat, "content", "so am I"));
      benWire.receives("inputChatMessage", m -> m.path("content").asString().equals("so am I"));
    }
  }

  @Test
  void everySocketOfAPersonGetsEveryMessageTheSendingOneIncluded() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    try (Wire phone = ann.connects();
        Wire desk = ann.connects()) {
      phone.asks("sendMessage", Map.of("chatID", chat, "content", "hi", "key", "k"));
      assertEquals("k", phone.receives("inputChatMessage").path("key").asString());
      assertEquals("k", desk.receives("inputChatMessage").path("key").asString());
    }
  }

  @Test
  void readingOnOneDeviceShowsOnTheOtherAndToTheOthers() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    for (int i = 0; i < 3; i++) {
      ann.posts(chat, "message " + i);
    }
    try (Wire phone = ben.connects();
        Wire desk = ben.connects();
        Wire annWire = ann.connects()) {
      assertEquals(
          1, phone.asks("markRead", Map.of("chatID", chat, "seq", 2)).path("unread").asInt());
      assertEquals(1, desk.receives("readMark").path("unread").asInt());
      JsonNode shown = annWire.receives("readMark");
      assertEquals(ben.id(), shown.path("userID").asString());
      assertEquals(2, shown.path("seq").asInt());
      assertFalse(shown.has("unread"), "how much somebody has not read is their own business");
      // Only upwards.
      assertEquals(2, phone.asks("markRead", Map.of("chatID", chat, "seq", 1)).path("seq").asInt());
      assertEquals(
          3, phone.asks("markRead", Map.of("chatID", chat, "seq", 99)).path("seq").asInt());
    }
  }

  @Test
  void typingIsToldToThoseWhoHaveTheConversationInFrontOnceInFourSeconds() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    try (Wire annWire = ann.connects();
        Wire looking = ben.connects();
        Wire elsewhere = ben.connects()) {
      looking.asks("focus", Map.of("chatID", chat));
      annWire.asks("typing", Map.of("chatID", chat));
      annWire.asks("typing", Map.of("chatID", chat));
      assertEquals(ann.id(), looking.receives("typing").path("userID").asString());
      looking.settles();
      elsewhere.settles();
      assertEquals(1, looking.pushes("typing").size());
      assertTrue(elsewhere.pushes("typing").isEmpty());
    }
  }

  @Test
  void comingAndGoingIsToldToTheOthers() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    try (Wire annWire = ann.connects()) {
      try (Wire benWire = ben.connects()) {
        annWire.receives("presence", p -> p.path("online").toString().contains(ben.name()));
        assertTrue(ann.get("/people/" + ben.id()).body().path("online").asBoolean());
      }
      annWire.receives(
          "presence", p -> p.path("offline").toString().contains("\"" + ben.id() + "\""));
      assertFalse(ann.get("/people/" + ben.id()).body().path("online").asBoolean());
    }
  }

  @Test
  void aNewAccountAppearsWithoutReload() {
    Person ann = parley.person("ann");
    try (Wire annWire = ann.connects()) {
      Person ben = parley.person("ben");
      annWire.receives("personChanged", p -> p.path("name").asString().equals(ben.name()));
    }
  }

  @Test
  void aNewConversationAppearsToAllItsMembers() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    try (Wire benWire = ben.connects()) {
      String chat = ann.privateChatWith(ben);
      JsonNode push = benWire.receives("conversationChanged");
      assertEquals(chat, push.path("chatID").asString());
      ann.posts(chat, "hello");
      assertEquals(1, benWire.receives("chatActivity").path("unread").asInt());
    }
  }

  @Test
  void aRemovedMemberIsToldSoAndHearsNothingMore() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    try (Wire benWire = ben.connects()) {
      benWire.asks("focus", Map.of("chatID", chat));
      ann.posts(chat, "for ben");
      benWire.receives("inputChatMessage");
      ann.call("DELETE", "/conversations/" + chat + "/members/" + ben.id(), null).expect(204);
      assertEquals(chat, benWire.receives("conversationGone").path("chatID").asString());
      ann.posts(chat, "not for ben");
      benWire.settles();
      assertFalse(benWire.pushes("inputChatMessage").toString().contains("not for ben"));
      benWire.isRefused("history", Map.of("chatID", chat), "notFound");
    }
  }

  @Test
  void endingASessionClosesItsSocketsWithinASecondAndNoOthers() {
    Person phone = parley.register(Parley.unique("ann"), "correct horse");
    Person desk = parley.logIn(phone, "correct horse");
    try (Wire phoneWire = phone.connects();
        Wire deskWire = desk.connects()) {
      phone.call("DELETE", "/sessions/current", null).expect(204);
      assertEquals(4401, phoneWire.closedWithin(ONE_SECOND));
      deskWire.settles();
    }
  }

  @Test
  void anotherPasswordClosesTheSocketsOfAllOtherSessionsWithinASecond() {
    Person phone = parley.register(Parley.unique("ann"), "correct horse");
    Person desk = parley.logIn(phone, "correct horse");
    try (Wire phoneWire = phone.connects();
        Wire deskWire = desk.connects()) {
      deskWire.asks(
          "changePassword",
          Map.of("oldPassword", "correct horse", "newPassword", "battery staple"));
      assertEquals(4401, phoneWire.closedWithin(ONE_SECOND));
      deskWire.settles();
    }
    phone.get("/accounts/me").refused(401, "forbidden");
  }

  @Test
  void theEleventhSocketOfAPersonIsClosed() {
    Person ann = parley.person("ann");
    List<Wire> wires = new ArrayList<>();
    try {
      IntStream.range(0, 10).forEach(i -> wires.add(ann.connects()));
      Wire eleventh = Wire.open(parley, "parley.v1", "Authorization", "Bearer " + ann.token());
      wires.add(eleventh);
      assertEquals(4429, eleventh.closedWithin(LONG));
      wires.get(0).settles();
    } finally {
      wires.forEach(Wire::close);
    }
  }

  @Test
  void aReaderThatDoesNotReadIsClosedAndNobodyElseWaits() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    Person slow = parley.person("slow");
    String chat = ann.groupWith(ben, slow);
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects();
        Wire slowWire = slow.connects()) {
      benWire.asks("focus", Map.of("chatID", chat));
      slowWire.asks("focus", Map.of("chatID", chat));
      slowWire.stopsReading();
      String content = "x".repeat(8000);
      // More than the queue and the buffers of both ends hold together.
      for (int i = 0; i < 1800; i++) {
        annWire.asks("sendMessage", Map.of("chatID", chat, "content", content));
      }
      benWire.receives("inputChatMessage", m -> m.path("seq").asLong() == 1801);
      assertEquals(
          1800, benWire.pushes("inputChatMessage").size(), "closing one costs the others nothing");
      slowWire.readsAgain();
      assertEquals(4408, slowWire.closedWithin(LONG));
    }
  }

  @Test
  void whatIsNoJsonIsRefusedAndTheSecondTimeInARowClosesTheSocket() {
    Person ann = parley.person("ann");
    try (Wire wire = ann.connects()) {
      wire.raw("no json\n");
      wire.settles();
      wire.raw("no json\n");
      wire.settles();
      wire.raw("[1]\n\"text\"\n");
      assertEquals(4400, wire.closedWithin(LONG));
    }
  }

  @Test
  void aFrameThatIsTooLargeClosesTheSocket() {
    Person ann = parley.person("ann");
    try (Wire wire = ann.connects()) {
      wire.raw(" ".repeat(70_000));
      assertEquals(4413, wire.closedWithin(LONG));
    }
  }

  @Test
  void anUnknownTypeAndWrongPayloadsAreRefusedAndTheConnectionIsKept() {
    Person ann = parley.person("ann");
    try (Wire wire = ann.connects()) {
      wire.isRefused("nothingOfTheKind", Map.of(), "unknownType");
      assertEquals(
          "chatID", wire.isRefused("sendMessage", Map.of(), "invalid").path("field").asString());
      wire.isRefused("sendMessage", Map.of("chatID", "seven", "content", "x"), "invalid");
      wire.isRefused("sendMessage", Map.of("chatID", 1.5, "content", "x"), "invalid");
      wire.isRefused("sendMessage", List.of(1), "invalid");
      wire.isRefused("history", Map.of("chatID", 1, "limit", 101), "invalid");
      wire.isRefused("createConversation", Map.of("kind", "everybody"), "invalid");
      wire.isRefused("createConversation", Map.of("kind", "nonsense"), "invalid");
      wire.settles();
    }
  }

  @Test
  void onlyWhoOffersTheSubprotocolGetsSeveralMessagesInOneFrame() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    try (Wire plain = Wire.open(ann, null);
        Wire joining = ann.connects()) {
      plain.asks("focus", Map.of("chatID", chat));
      StringBuilder frame = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        frame.append(
            "{\"type\":\"sendMessage\",\"payload\":{\"chatID\":\"%s\",\"content\":\"m%d\"}}\n"
                .formatted(chat, i));
      }
      joining.raw(frame.toString());
      plain.receives("inputChatMessage", m -> m.path("seq").asLong() == 51);
      joining.receives("inputChatMessage", m -> m.path("seq").asLong() == 51);
      assertEquals(plain.messages(), plain.frames());
      assertTrue(joining.frames() < joining.messages());
    }
  }

  @Test
  void aRefusedHandshakeShowsNothingOfTheServer() {
    Person ann = parley.person("ann");
    String cookie = "parley_session=" + ann.token();
    String here = "This can't be had here.";
    assertEquals(here, parley.call("GET", "/ws", null).expect(401).text().strip());
    assertEquals(
        here, parley.call("GET", "/ws", null, "Cookie", cookie).expect(403).text().strip());
  }

  @Test
  void aHandshakeNeedsASessionAndWithTheCookieAnAllowedOrigin() {
    Person ann = parley.person("ann");
    String cookie = "parley_session=" + ann.token();
    String own = parley.root().toString();
    assertEquals(401, Wire.refusedHandshake(parley));
    assertEquals(401, Wire.refusedHandshake(parley, "Authorization", "Bearer nonsense"));
    assertEquals(403, Wire.refusedHandshake(parley, "Cookie", cookie));
    for (String origin :
        List.of(
            "http://evil.example",
            "null",
            own + ".evil.example",
            "http://localhost",
            own.replace("http:", "https:"))) {
      assertEquals(403, Wire.refusedHandshake(parley, "Cookie", cookie, "Origin", origin), origin);
    }
    try (Wire wire = Wire.open(parley, "parley.v1", "Cookie", cookie, "Origin", own)) {
      wire.receives("hello");
    }
  }
}
