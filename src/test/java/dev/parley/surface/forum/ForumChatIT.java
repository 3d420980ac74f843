package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forum's socket, word by word. */
class ForumChatIT extends ClientTest {

  private final Poster ann = Poster.named(parley, "ann");
  private final Poster ben = Poster.named(parley, "ben");
  private final Poster eve = Poster.named(parley, "eve");

  @Test
  void aChatFromTheFirstMessageToGoodbye() {
    Golden golden = new Golden(ann, ben, eve);
    try (Wire anns = ann.opens();
        Wire bens = ben.opens()) {
      golden.say(ann, anns, Map.of("type", "signin", "sender", ann.uuid()));
      golden.hear(ann, anns, "chatusers");
      golden.say(
          ann,
          anns,
          Map.of("type", "last10msg", "sender", ann.uuid(), "receiver", ben.uuid(), "offset", 0));
      golden.hear(ann, anns, "nomessages");
      golden.say(ann, anns, newMessage(ann, ben, "hello ben"));
      golden.hear(ann, anns, "lastmessage");
      golden.hear(ben, bens, "lastmessage");
      golden.say(ann, anns, newMessage(ann, ben, "привіт 😀 <b>"));
      golden.hear(ben, bens, "lastmessage");
      golden.say(ben, bens, Map.of("type", "getusers", "sender", ben.uuid()));
      golden.hear(ben, bens, "chatusers");
      golden.say(
          ben, bens, Map.of("type", "last10msg", "sender", ben.uuid(), "receiver", ann.id()));
      golden.hear(ben, bens, "chathistory");
      golden.say(ben, bens, Map.of("type", "newuser", "sender", ben.uuid()));
      golden.hear(ben, bens, "chatusers");
      golden.say(ben, bens, Map.of("type", "leave", "sender", ben.uuid(), "userid", ben.id()));
      assertEquals(1000, bens.closedWithin(Duration.ofSeconds(2)));
      JsonNode left = anns.hears("leaveuser");
      while (!left.path("user").path("uuid").asString().equals(ben.uuid())) {
        left = anns.hears("leaveuser");
      }
      golden.note(ann, left);
    }
    golden.check("chat");
  }

  @Test
  void whatCanNotBeIsToldAndTheConnectionStays() {
    Golden golden = new Golden(ann, ben);
    try (Wire anns = ann.signsIn()) {
      golden.say(ann, anns, Map.of("type", "signin", "sender", ben.uuid()));
      golden.hear(ann, anns, "error");
      golden.say(ann, anns, Map.of("type", "signin", "sender", "somebody"));
      golden.hear(ann, anns, "error");
      golden.say(ann, anns, newMessage(ben, ann, "I am ben"));
      golden.hear(ann, anns, "error");
      golden.say(ann, anns, newMessage(ann, ben, " "));
      golden.hear(ann, anns, "error");
      golden.say(ann, anns, newMessage(ann, ann, "me"));
      golden.hear(ann, anns, "error");
      for (String receiver :
          List.of("", "0", "-1", "99999999", "ffffffff-ffff-4fff-8fff-ffffffffffff", "ben")) {
        golden.say(
            ann, anns, Map.of("type", "newmessage", "receiver", receiver, "content", "hello"));
        golden.hear(ann, anns, "error");
        golden.say(ann, anns, Map.of("type", "last10msg", "receiver", receiver));
        golden.hear(ann, anns, "error");
      }
      for (Object offset : List.of("x", -1)) {
        golden.say(
            ann, anns, Map.of("type", "last10msg", "receiver", ben.uuid(), "offset", offset));
        golden.hear(ann, anns, "error");
      }
      golden.say(ann, anns, Map.of("type", "dance"));
      golden.hear(ann, anns, "error");
      golden.say(ann, anns, Map.of("type", "leave", "userid", ben.id()));
      golden.hear(ann, anns, "error");
      for (String bad : List.of("hello", "[]", "{", "")) {
        anns.raw(bad);
        golden.hear(ann, anns, "error");
      }
      golden.say(ann, anns, newMessage(ann, ben, "still here"));
      golden.hear(ann, anns, "lastmessage");
    }
    golden.check("chatRefusals");
    assertEquals(1, ben.sees(ann).path("countunread").asInt());
  }

  @Test
  void aRefusedFirstMessageMakesNoChat() {
    Person kit = parley.person("native");
    int before = kit.get("/conversations").body().path("items").size();
    try (Wire anns = ann.signsIn()) {
      Poster.says(anns, Map.of("type", "newmessage", "receiver", kit.id(), "content", "  "));
      anns.hears("error");
    }
    assertEquals(before, kit.get("/conversations").body().path("items").size());
  }

  @Test
  void theFirstClientMayNameItselfByItsSession() {
    try (Wire anns = ann.opens()) {
      Poster.says(anns, Map.of("type", "signin", "sender", ann.token()));
      anns.hears("chatusers");
      Poster.says(anns, Map.of("type", "signin", "sender", ben.token()));
      assertEquals("you may only act as yourself", anns.hears("error").path("value").asString());
    }
  }

  @Test
  void withWhomOneWroteLastComesFirstAndUnreadIsCounted() {
    Poster zoe = Poster.named(parley, "zoe");
    try (Wire anns = ann.signsIn();
        Wire bens = ben.signsIn();
        Wire eves = eve.signsIn()) {
      ben.writes(bens, ann, "one");
      ben.writes(bens, ann, "two");
      eve.writes(eves, ann, "three");
      ann.writes(anns, zoe, "four");
      assertEquals(List.of(zoe.uuid(), eve.uuid(), ben.uuid()), people(ann).subList(0, 3));
      assertEquals(0, ann.sees(zoe).path("countunread").asInt());
      assertEquals(1, ann.sees(eve).path("countunread").asInt());
      assertEquals(2, ann.sees(ben).path("countunread").asInt());
      assertEquals(ben.fullname(), ann.sees(ben).path("lastsender").path("String").asString());
      Poster.says(anns, Map.of("type", "last10msg", "receiver", ben.uuid(), "offset", 0));
      anns.hears("chathistory");
      assertEquals(0, ann.sees(ben).path("countunread").asInt());
      assertEquals(1, ann.sees(eve).path("countunread").asInt());
    }
    Poster later = Poster.named(parley, "aab");
    Poster sooner = Poster.named(parley, "aaa");
    List<String> people = people(ann);
    assertTrue(people.indexOf(ben.uuid()) < people.indexOf(sooner.uuid()));
    assertTrue(people.indexOf(sooner.uuid()) < people.indexOf(later.uuid()));
    assertFalse(people(ann).contains(ann.uuid()));
  }

  @Test
  void historyComesInTensAndDeletedMessagesAreNotInIt() {
    Person kit = parley.person("native");
    try (Wire anns = ann.signsIn()) {
      for (int i = 1; i <= 23; i++) {
        Poster.says(anns, Map.of("type", "newmessage", "receiver", kit.id(), "content", "m" + i));
      }
      JsonNode last = anns.hears("lastmessage");
      while (!last.path("message").path("content").asString().equals("m23")) {
        last = anns.hears("lastmessage");
      }
      String chat = last.path("message").path("chatid").asString();
      String own =
          kit.call("POST", "/conversations/" + chat + "/messages", Map.of("content", "mine"))
              .expect(201)
              .body()
              .path("messageID")
              .asString();
      kit.call("DELETE", "/messages/" + own, null);
      assertEquals(page(23, 14), contents(anns, kit, 0));
      assertEquals(page(13, 4), contents(anns, kit, 10));
      assertEquals(page(3, 1), contents(anns, kit, 20));
      Poster.says(anns, Map.of("type", "last10msg", "receiver", kit.id(), "offset", 30));
      anns.hears("nomessages");
      Poster.says(anns, Map.of("type", "last10msg", "receiver", kit.id(), "offset", -1));
      anns.hears("error");
    }
  }

  @Test
  void everySessionOfBothHearsEachMessageOnce() {
    Poster again = ann.again();
    try (Wire one = ann.signsIn();
        Wire two = again.signsIn();
        Wire bens = ben.signsIn();
        Wire bensToo = ben.again().signsIn();
        Wire eves = eve.signsIn()) {
      ann.writes(one, ben, "to all of ben");
      for (Wire wire : List.of(two, bens, bensToo)) {
        JsonNode message = wire.hears("lastmessage").path("message");
        assertEquals("to all of ben", message.path("content").asString());
        assertEquals(ann.uuid(), message.path("sender").asString());
        assertEquals(ben.fullname(), message.path("receivername").asString());
      }
      eve.writes(eves, ann, "the end");
      for (Wire wire : List.of(one, two)) {
        assertEquals(
            "the end", wire.hears("lastmessage").path("message").path("content").asString());
      }
      assertTrue(heard(eves).stream().noneMatch(text -> text.contains("to all of ben")));
      assertEquals(1, heard(bens).stream().filter(text -> text.contains("to all of ben")).count());
    }
  }

  @Test
  void nativeClientsAndTheForumsTalkToEachOther() {
    Person kit = parley.person("native");
    try (Wire anns = ann.signsIn();
        Wire natives = kit.connects()) {
      Poster.says(anns, Map.of("type", "newmessage", "receiver", kit.id(), "content", "hi"));
      String chat = anns.hears("lastmessage").path("message").path("chatid").asString();
      natives.receives("conversationChanged");
      natives.asks("sendMessage", Map.of("chatID", chat, "content", "hi ann"));
      JsonNode answer = anns.hears("lastmessage").path("message");
      assertEquals("hi ann", answer.path("content").asString());
      assertEquals(kit.name(), answer.path("sendername").asString());
      assertEquals(ann.fullname(), answer.path("receivername").asString());
      // What is said in groups is none of the forum's business.
      String group = kit.groupWith(new Person(parley, ann.id(), ann.name(), null));
      natives.asks("sendMessage", Map.of("chatID", group, "content", "in the group"));
      natives.asks("sendMessage", Map.of("chatID", chat, "content", "here again"));
      anns.hears("lastmessage");
      assertTrue(heard(anns).stream().noneMatch(text -> text.contains("in the group")));
    }
  }

  @Test
  void whoIsNewAndWhoComesIsToldLive() {
    try (Wire anns = ann.signsIn()) {
      Poster kim = Poster.named(parley, "kim");
      JsonNode news = of(anns, "newuser", kim);
      assertEquals(kim.fullname(), news.path("fullname").asString());
      assertEquals("", news.path("lastmessage").path("String").asString());
      try (Wire kims = kim.signsIn()) {
        assertTrue(of(anns, "online", kim).path("online").asBoolean());
        assertTrue(ann.sees(kim).path("online").asBoolean());
      }
      assertFalse(of(anns, "leaveuser", kim).path("online").asBoolean());
      assertFalse(ann.sees(kim).path("online").asBoolean());
      Person guest = parley.person("guest");
      assertEquals(guest.name(), anns.hears("newuser").path("user").path("fullname").asString());
    }
  }

  @Test
  void whoBlocksSomebodyIsNeitherOnlineToThemNorWrittenTo() {
    Person kit = parley.person("native");
    kit.call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
    try (Wire anns = ann.signsIn();
        Wire natives = kit.connects()) {
      for (JsonNode user : ann.call("GET", "/api/getusers", null).body()) {
        assertFalse(user.path("id").asString().equals(kit.id()) && user.path("online").asBoolean());
      }
      Poster.says(anns, Map.of("type", "newmessage", "receiver", kit.id(), "content", "hi"));
      assertEquals("you cannot write to this person", anns.hears("error").path("value").asString());
    }
  }

  @Test
  void onlyAllowedPagesWithASessionConnect() {
    assertEquals(401, Wire.refusedHandshakeAt(parley, "/api/chat"));
    assertEquals(401, Wire.refusedHandshakeAt(parley, "/api/chat?session=" + ann.token()));
    for (String origin : List.of("https://evil.example", "null")) {
      assertEquals(
          403,
          Wire.refusedHandshakeAt(parley, "/api/chat", "Cookie", ann.cookies(), "Origin", origin));
    }
    assertEquals(403, Wire.refusedHandshakeAt(parley, "/api/chat", "Cookie", ann.cookies()));
    assertEquals(
        401,
        Wire.refusedHandshakeAt(
            parley,
            "/api/chat",
            "Cookie",
            "parley_session=" + ann.token(),
            "Origin",
            parley.root().toString()));
    try (Wire program =
        Wire.at(parley, "/api/chat", null, "Authorization", "Bearer " + ann.token())) {
      Poster.says(program, Map.of("type", "getusers"));
      program.hears("chatusers");
    }
  }

  @Test
  void whatStandsInFrontIsNotNotified() {
    Person natively = ann.natively();
    try (Wire anns = ann.signsIn();
        Wire bens = ben.signsIn();
        Wire eves = eve.signsIn();
        Wire natives = natively.connects()) {
      ben.writes(bens, ann, "one");
      assertTrue(told(natives).contains(ben.name()));
      Poster.says(anns, Map.of("type", "last10msg", "receiver", ben.uuid(), "offset", 0));
      anns.hears("chathistory");
      ben.writes(bens, ann, "two, which ann looks at");
      eve.writes(eves, ann, "and this one she does not");
      assertTrue(told(natives).contains(eve.name()));
      assertFalse(natives.asks("getUserNotifications", Map.of()).toString().contains(ben.name()));
    }
  }

  private static String told(Wire natives) {
    return natives.receives("newNotification").path("body").asString();
  }

  private static JsonNode of(Wire wire, String type, Poster who) {
    while (true) {
      JsonNode user = wire.hears(type).path("user");
      if (user.path("uuid").asString().equals(who.uuid())) {
        return user;
      }
    }
  }

  private static Map<String, Object> newMessage(Poster from, Poster to, String content) {
    return Map.of(
        "type",
        "newmessage",
        "receiver",
        to.uuid(),
        "userid",
        Long.parseLong(from.id()),
        "content",
        content);
  }

  private static List<String> people(Poster who) {
    return who.call("GET", "/api/getusers", null).expect(200).body().findValuesAsString("uuid");
  }

  private static List<String> contents(Wire wire, Person with, int offset) {
    Poster.says(wire, Map.of("type", "last10msg", "receiver", with.id(), "offset", offset));
    return wire.hears("chathistory").path("messages").findValuesAsString("content");
  }

  private static List<String> page(int from, int to) {
    return java.util.stream.IntStream.iterate(from, i -> i >= to, i -> i - 1)
        .mapToObj(i -> "m" + i)
        .toList();
  }

  private static List<String> heard(Wire wire) {
    return wire.since(0).stream().map(Json.MAPPER::writeValueAsString).toList();
  }
}
