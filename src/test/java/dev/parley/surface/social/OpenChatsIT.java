package dev.parley.surface.social;

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

/** The sockets of open chats, private and of groups. */
class OpenChatsIT extends ClientTest {

  private final Dialogue dialogue = new Dialogue();
  private final Member ann = Member.named(parley, "ann");
  private final Member ben = Member.named(parley, "ben");
  private final Member eve = Member.named(parley, "eve");

  @Test
  void aPrivateChat() {
    try (Wire anns = ann.opens(with(ben))) {
      dialogue.hears(ann, anns, "chattingUsers");
      dialogue.hears(ann, anns, "userJoinedChat");
      dialogue.says(ann, anns, Member.message("chatPortion", 0));
      dialogue.hears(ann, anns, "chatPortion");
      try (Wire bens = ben.opens(with(ann))) {
        dialogue.hears(ben, bens, "chattingUsers");
        dialogue.hears(ben, bens, "userJoinedChat");
        dialogue.hears(ann, anns, "userJoinedChat");
        dialogue.says(ann, anns, written("hello ben"));
        dialogue.hears(ann, anns, "inputChatMessage");
        dialogue.hears(ann, anns, "sendMessageToChat");
        dialogue.hears(ben, bens, "inputChatMessage");
        dialogue.says(ben, bens, written("привіт 😀 <b>"));
        dialogue.hears(ben, bens, "inputChatMessage");
        dialogue.hears(ben, bens, "sendMessageToChat");
        dialogue.hears(ann, anns, "inputChatMessage");
        dialogue.says(ben, bens, Member.message("chatPortion", 0));
        dialogue.hears(ben, bens, "chatPortion");
        dialogue.says(ben, bens, Member.message("chatPortion", 1));
        dialogue.hears(ben, bens, "chatPortion");
      }
      dialogue.hears(ann, anns, "userQuitChat");
    }
    dialogue.check("privateChat");
  }

  @Test
  void aGroupChat() {
    String group = natively(ann).foundsGroupWith(natively(ben), natively(eve));
    try (Wire anns = ann.opens(of(group))) {
      dialogue.hears(ann, anns, "chattingUsers");
      dialogue.hears(ann, anns, "userJoinedChat");
      try (Wire bens = ben.opens(of(group))) {
        dialogue.hears(ben, bens, "chattingUsers");
        dialogue.hears(ben, bens, "userJoinedChat");
        dialogue.hears(ann, anns, "userJoinedChat");
        dialogue.says(ben, bens, written("hello all"));
        dialogue.hears(ben, bens, "inputChatMessage");
        dialogue.hears(ben, bens, "sendMessageToChat");
        dialogue.hears(ann, anns, "inputChatMessage");
        dialogue.says(ann, anns, Member.message("chatPortion", "0"));
        dialogue.hears(ann, anns, "chatPortion");
      }
    }
    dialogue.check("groupChat");
  }

  @Test
  void whatCanNotBeIsToldAndTheConnectionStays() {
    try (Wire anns = ann.opens(with(ben))) {
      for (Object nothing : List.of("", "  ", "\n")) {
        dialogue.says(ann, anns, Member.message("sendMessageToChat", Map.of("content", nothing)));
        dialogue.hears(ann, anns, "sendMessageToChat");
      }
      for (String payload : List.of("null", "{}", "[]", "\"x\"", "{\"content\":{}}")) {
        dialogue.says(ann, anns, "{\"type\":\"sendMessageToChat\",\"payload\":" + payload + "}\n");
        dialogue.hears(ann, anns, "sendMessageToChat");
      }
      for (Object offset : List.of(-1, "x", 1.5, List.of(), true)) {
        dialogue.says(ann, anns, Member.message("chatPortion", offset));
        dialogue.hears(ann, anns, "chatPortion");
      }
      for (String bad : List.of("hello\n", "[]\n", "{\n")) {
        dialogue.says(ann, anns, bad);
        dialogue.hears(ann, anns, "ERROR");
      }
      dialogue.says(ann, anns, Member.message("dance", null));
      dialogue.hears(ann, anns, "dance");
      dialogue.says(ann, anns, written("still here"));
      dialogue.hears(ann, anns, "inputChatMessage");
      dialogue.hears(ann, anns, "sendMessageToChat");
    }
    dialogue.check("chatRefusals");
  }

  @Test
  void allInTheRoomHaveAMessageBeforeItsSenderIsToldThatItIsSent() {
    try (Wire anns = ann.opens(with(ben))) {
      for (int i = 0; i < 20; i++) {
        anns.raw(written("message " + i));
      }
      for (int i = 0; i < 20; i++) {
        anns.hears("sendMessageToChat");
      }
      int told = 0;
      for (JsonNode frame : anns.since(0)) {
        told += frame.path("type").asString().equals("inputChatMessage") ? 1 : 0;
        told -= frame.path("type").asString().equals("sendMessageToChat") ? 1 : 0;
        assertTrue(told >= 0, frame.toString());
      }
      assertEquals(0, told);
    }
  }

  @Test
  void strangersAreRefusedAtTheHandshake() {
    String group = natively(ann).foundsGroupWith(natively(ben));
    Member nobody = Member.nobody(parley);
    assertEquals(401, nobody.isRefused(with(ben)));
    assertEquals(401, nobody.isRefused(of(group)));
    assertEquals(404, eve.isRefused(of(group)));
    assertEquals(404, eve.isRefused(of("99999999")));
    assertEquals(404, eve.isRefused("/openChat/private?id=99999999"));
    assertEquals(400, ann.isRefused(with(ann)));
    for (String address : List.of("/openChat/private", "/openChat/group")) {
      for (String id : List.of("", "?id=", "?id=0", "?id=-1", "?id=x", "?id=1&id=2")) {
        assertEquals(400, ann.isRefused(address + id), address + id);
      }
    }
    // A private chat has a number, too, and it is none of a group's.
    String pair = natively(ann).privateChatWith(natively(ben));
    assertEquals(404, ann.isRefused(of(pair)));
    natively(ben).call("PUT", "/people/" + eve.id() + "/block", null).expect(204);
    assertEquals(403, eve.isRefused(with(ben)));
    assertEquals(403, ben.isRefused(with(eve)));
    for (String address : List.of(with(ben), of(group))) {
      assertEquals(
          403,
          Wire.refusedHandshakeAt(
              parley, address, "Cookie", ann.cookie(), "Origin", "https://evil.example"));
      assertEquals(403, Wire.refusedHandshakeAt(parley, address, "Cookie", ann.cookie()));
    }
  }

  @Test
  void whoIsShownOutIsDisconnectedAndHearsNothingMore() {
    String group = natively(ann).foundsGroupWith(natively(ben));
    try (Wire anns = enters(ann, of(group));
        Wire bens = enters(ben, of(group))) {
      natively(ann)
          .call("DELETE", "/conversations/" + group + "/members/" + ben.id(), null)
          .expect(204);
      assertEquals(4403, bens.closedWithin(Duration.ofSeconds(2)));
      quits(anns, ben);
      anns.raw(written("among ourselves"));
      anns.hears("sendMessageToChat");
      assertTrue(frames(bens).stream().noneMatch(frame -> frame.contains("among ourselves")));
    }
    assertEquals(404, ben.isRefused(of(group)));
  }

  @Test
  void aSecondTabWorksAndItsPersonIsThereUntilTheLastOneCloses() {
    try (Wire anns = enters(ann, with(ben));
        Wire first = enters(ben, with(ann))) {
      try (Wire second = ben.opens(with(ann))) {
        assertEquals(2, data(second.hears("chattingUsers")).size());
        anns.raw(written("to both tabs"));
        for (Wire tab : List.of(first, second)) {
          assertEquals(
              "to both tabs", data(tab.hears("inputChatMessage")).path("content").asString());
        }
      }
      anns.raw(written("to the first"));
      assertEquals(
          "to the first", data(first.hears("inputChatMessage")).path("content").asString());
      anns.hears("sendMessageToChat");
      anns.hears("sendMessageToChat");
      assertFalse(frames(anns).stream().anyMatch(frame -> frame.contains("userQuitChat")));
    }
  }

  @Test
  void whoHasTheChatClosedHearsOfItOnThePagesSocketAndWhoIsOfflineIsNotified() {
    try (Wire page = ben.page();
        Wire anns = ann.opens(with(ben))) {
      anns.raw(written("are you there?"));
      JsonNode heard = data(page.hears("inputChatMessage"));
      assertEquals("are you there?", heard.path("content").asString());
      assertEquals(ann.id(), heard.path("genericID").asString());
      try (Wire bens = enters(ben, with(ann))) {
        anns.raw(written("here you are"));
        assertEquals(
            "here you are", data(bens.hears("inputChatMessage")).path("content").asString());
        page.raw(Member.message("getUserNotifications", null));
        page.hears("getUserNotifications");
        assertTrue(frames(page).stream().noneMatch(frame -> frame.contains("here you are")));
      }
    }
    try (Wire anns = ann.opens(with(eve))) {
      anns.raw(written("call me"));
      anns.hears("sendMessageToChat");
    }
    // It is made a moment after the message.
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    String told = "";
    while (!told.contains("new chat message") && System.nanoTime() < end) {
      told = natively(eve).get("/notifications").expect(200).text();
    }
    assertTrue(told.contains("new chat message"), told);
  }

  @Test
  void portionsHoldTenTheOldestFirstAndTheOffsetCountsFromTheNewest() {
    try (Wire anns = ann.opens(with(ben))) {
      for (int i = 1; i <= 13; i++) {
        anns.raw(written("m" + i));
      }
      for (int i = 1; i <= 13; i++) {
        anns.hears("sendMessageToChat");
      }
      assertEquals(List.of("m4", "m13"), ends(anns, 0, 10));
      assertEquals(List.of("m1", "m3"), ends(anns, 10, 3));
      anns.raw(Member.message("chatPortion", 13));
      JsonNode none = data(anns.hears("chatPortion"));
      assertFalse(none.has("messages"));
      assertEquals(0, none.path("type").asInt());
    }
  }

  @Test
  void readingAPortionReadsTheChat() {
    Person kit = parley.person("kit");
    String chat = kit.privateChatWith(natively(ann));
    kit.posts(chat, "unread");
    try (Wire anns = ann.opens("/openChat/private?id=" + kit.id())) {
      anns.raw(Member.message("chatPortion", 0));
      anns.hears("chatPortion");
    }
    JsonNode counts = natively(ann).get("/conversations/" + chat).expect(200).body();
    assertEquals(counts.path("seq").asLong(), counts.path("readSeq").asLong(), counts.toString());
  }

  @Test
  void inAGroupWhoBlocksSomebodyIsNotThereForThem() {
    String group = natively(ann).foundsGroupWith(natively(ben), natively(eve));
    natively(ben).call("PUT", "/people/" + eve.id() + "/block", null).expect(204);
    try (Wire bens = enters(ben, of(group));
        Wire anns = enters(ann, of(group));
        Wire eves = eve.opens(of(group))) {
      String there = data(eves.hears("chattingUsers")).toString();
      assertTrue(there.contains(ann.name()) && !there.contains(ben.name()), there);
      bens.close();
      quits(anns, ben);
      anns.raw(written("only we three know"));
      eves.hears("inputChatMessage");
      assertTrue(
          frames(eves).stream()
              .noneMatch(f -> f.contains("userQuitChat") || f.contains("\"" + ben.name())));
    }
  }

  private List<String> ends(Wire wire, int offset, int size) {
    wire.raw(Member.message("chatPortion", offset));
    JsonNode messages = data(wire.hears("chatPortion")).path("messages");
    assertEquals(size, messages.size());
    return List.of(
        messages.get(0).path("content").asString(),
        messages.get(size - 1).path("content").asString());
  }

  /** Opens a chat, and waits until its opener is in the room. */
  private static Wire enters(Member who, String address) {
    Wire wire = who.opens(address);
    wire.hears("userJoinedChat");
    return wire;
  }

  private static void quits(Wire wire, Member who) {
    assertEquals(who.id(), data(wire.hears("userQuitChat")).path("id").asString());
  }

  private static JsonNode data(JsonNode frame) {
    return frame.path("payload").path("data");
  }

  private static List<String> frames(Wire wire) {
    return wire.since(0).stream().map(Json.MAPPER::writeValueAsString).toList();
  }

  private static String written(String content) {
    return "{\"type\":\"sendMessageToChat\",\"payload\":{\"messageID\":null,\"userID\":null,"
        + "\"groupID\":null,\"userName\":null,\"content\":\""
        + content
        + "\",\"dateCreate\":\"2024-05-01T12:00:00Z\",\"images\":null}}\n";
  }

  private static String with(Member other) {
    return "/openChat/private?id=" + other.id();
  }

  private static String of(String group) {
    return "/openChat/group?id=" + group;
  }

  /** The same person, as Parley's own tree knows them. */
  private Person natively(Member member) {
    String token =
        parley
            .call(
                "POST",
                "/api/v1/sessions",
                Map.of("name", member.name(), "password", Member.PASSWORD, "bearer", true))
            .expect(201)
            .body()
            .path("token")
            .asString();
    return new Person(parley, member.id(), member.name(), token);
  }
}
