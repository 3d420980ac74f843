package dev.parley.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann blocks ben; cat looks on. */
class BlocksIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");

  @Test
  void neitherSideWritesInPrivateWhileOneBlocksTheOther() {
    String chat = ann.privateChatWith(ben);
    ben.posts(chat, "before");
    block(ann, ben);
    for (Person side : List.of(ann, ben)) {
      try (Wire wire = side.connects()) {
        wire.isRefused("sendMessage", Map.of("chatID", chat, "content", "hi"), "forbidden");
        wire.isRefused("typing", Map.of("chatID", chat), "forbidden");
      }
      says(side, chat).refused(403, "forbidden");
      assertEquals("before", side.history(chat).get(0).path("content").asString());
    }
    assertEquals(1, ann.history(chat).size());
    unblock(ann, ben);
    says(ann, chat).expect(201);
    says(ben, chat).expect(201);
  }

  @Test
  void bothSidesSeeAtOnceWhetherTheyMayWrite() {
    String chat = ann.privateChatWith(ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      block(ann, ben);
      for (Wire wire : List.of(anns, bens)) {
        JsonNode own = wire.receives("ownChatChanged");
        assertEquals(chat, own.path("chatID").asString());
        assertFalse(own.path("mayWrite").asBoolean());
        assertEquals(1, own.path("rev").asInt());
      }
      assertFalse(ben.get("/conversations/" + chat).body().path("mayWrite").asBoolean());
      unblock(ann, ben);
      for (Wire wire : List.of(anns, bens)) {
        assertTrue(wire.receives("ownChatChanged").path("mayWrite").asBoolean());
      }
      assertTrue(ben.get("/conversations/" + chat).body().path("mayWrite").asBoolean());
    }
  }

  @Test
  void howFarOneHasReadIsNotToldAcrossABlock() {
    String chat = ann.privateChatWith(ben);
    ann.posts(chat, "1");
    block(ann, ben);
    try (Wire anns = ann.connects()) {
      ben.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 1)).expect(200);
      unblock(ann, ben);
      ann.posts(chat, "2");
      ben.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 2)).expect(200);
      JsonNode mark = anns.receives("readMark", m -> m.path("userID").asString().equals(ben.id()));
      assertEquals(2, mark.path("seq").asInt());
    }
  }

  @Test
  void whenBothBlockBothMustEndIt() {
    String chat = ann.privateChatWith(ben);
    block(ann, ben);
    block(ben, ann);
    unblock(ann, ben);
    says(ann, chat).refused(403, "forbidden");
    says(ben, chat).refused(403, "forbidden");
    unblock(ben, ann);
    says(ann, chat).expect(201);
  }

  @Test
  void noPrivateConversationBeginsAcrossABlock() {
    block(ann, ben);
    begins(ben, ann).refused(403, "forbidden");
    begins(ann, ben).refused(403, "forbidden");
    try (Wire wire = ben.connects()) {
      wire.isRefused(
          "createConversation",
          Map.of("kind", "private", "userIDs", List.of(ann.id())),
          "forbidden");
    }
    begins(cat, ann).expect(201);
    unblock(ann, ben);
    String chat = begins(ben, ann).expect(201).body().path("id").asString();
    block(ann, ben);
    assertEquals(chat, begins(ben, ann).expect(200).body().path("id").asString());
    says(ben, chat).refused(403, "forbidden");
  }

  @Test
  void aBlockAndTheBeginningOfAConversationAtTheSameTimeDoNotMissEachOther() {
    for (int round = 0; round < 20; round++) {
      Person one = parley.person("one");
      Person two = parley.person("two");
      IntStream.range(0, 2)
          .parallel()
          .forEach(
              i -> {
                if (i == 0) {
                  block(one, two);
                } else {
                  begins(two, one);
                }
              });
      two.get("/conversations")
          .body()
          .path("items")
          .valueStream()
          .filter(c -> c.path("kind").asString().equals("private"))
          .forEach(c -> says(two, c.path("id").asString()).refused(403, "forbidden"));
    }
  }

  @Test
  void whoIsBlockedTakesTheBlockerNowhere() {
    block(ann, ben);
    String bens = ben.groupWith(cat);
    ben.call("POST", "/conversations/" + bens + "/members", Map.of("userID", ann.id()))
        .refused(403, "forbidden");
    try (Wire wire = ben.connects()) {
      wire.isRefused("addMember", Map.of("chatID", bens, "userID", ann.id()), "forbidden");
      wire.isRefused(
          "createConversation",
          Map.of("kind", "group", "userIDs", List.of(cat.id(), ann.id())),
          "forbidden");
    }
    ann.get("/conversations/" + bens).refused(404, "notFound");
    ann.groupWith(ben);
  }

  @Test
  void withAnAccountGoItsBlocksAndStillNobodyWritesToIt() {
    String chat = ann.privateChatWith(ben);
    block(ann, ben);
    block(cat, ben);
    ben.call("DELETE", "/accounts/me", Map.of()).expect(204);
    assertEquals(0, ann.get("/blocks").body().path("people").size());
    ann.call("DELETE", "/people/" + ben.id() + "/block", null).refused(404, "notFound");
    ann.call("PUT", "/people/" + ben.id() + "/block", null).refused(404, "notFound");
    says(ann, chat).refused(403, "forbidden");
  }

  @Test
  void aNewNameDoesNotTellTheBlockedWhoIsOnline() {
    block(ann, ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects();
        Wire cats = cat.connects()) {
      anns.asks("updateAccount", Map.of("fullName", "Ann Other"));
      JsonNode open = cats.receives("personChanged", p -> p.path("id").asString().equals(ann.id()));
      assertTrue(open.path("online").asBoolean());
      JsonNode hidden =
          bens.receives("personChanged", p -> p.path("id").asString().equals(ann.id()));
      assertFalse(hidden.path("online").asBoolean());
      assertEquals("Ann Other", hidden.path("fullName").asString());
    }
  }

  @Test
  void inGroupsNothingIsDifferent() {
    String group = cat.groupWith(ann, ben);
    block(ann, ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      anns.asks("focus", Map.of("chatID", group));
      bens.asks("typing", Map.of("chatID", group));
      anns.receives("typing", d -> d.path("userID").asString().equals(ben.id()));
      bens.asks("sendMessage", Map.of("chatID", group, "content", "hello all"));
      anns.receives("inputChatMessage", d -> d.path("content").asString().equals("hello all"));
    }
    says(ann, group).expect(201);
  }

  @Test
  void theBlockerIsNeverOnlineToTheBlocked() {
    block(ann, ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects();
        Wire cats = cat.connects()) {
      assertTrue(cat.get("/people/" + ann.id()).body().path("online").asBoolean());
      assertFalse(ben.get("/people/" + ann.id()).body().path("online").asBoolean());
      assertFalse(found(ben, ann).path("online").asBoolean());
      assertTrue(found(cat, ann).path("online").asBoolean());
      assertFalse(inSnapshot(bens, ann).path("online").asBoolean());
      assertTrue(inSnapshot(cats, ann).path("online").asBoolean());
      assertTrue(found(ann, ben).path("online").asBoolean());
    }
  }

  @Test
  void comingAndGoingIsNotToldToTheBlocked() {
    try (Wire bens = ben.connects();
        Wire cats = cat.connects()) {
      block(ann, ben);
      // That one is told of the block, and it may take a moment.
      bens.receives("presence", p -> goes(p, ann));
      ann.connects().close();
      cats.receives("presence", p -> comes(p, ann));
      cats.receives("presence", p -> goes(p, ann));
      bens.settles();
      List<JsonNode> told = bens.pushes("presence");
      assertTrue(told.stream().noneMatch(p -> comes(p, ann)));
      assertEquals(1, told.stream().filter(p -> goes(p, ann)).count());
    }
  }

  @Test
  void aBlockLooksToTheBlockedLikeGoingOffline() {
    try (Wire bens = ben.connects();
        Wire cats = cat.connects();
        Wire anns = ann.connects()) {
      bens.receives("presence", p -> comes(p, ann));
      cats.receives("presence", p -> comes(p, ann));
      block(ann, ben);
      bens.receives("presence", p -> goes(p, ann));
      unblock(ann, ben);
      bens.receives("presence", p -> comes(p, ann));
      anns.settles();
      cats.settles();
      assertTrue(cats.pushes("presence").stream().noneMatch(p -> goes(p, ann)));
      assertTrue(anns.pushes("presence").stream().noneMatch(p -> goes(p, ben)));
    }
  }

  @Test
  void onlyTheBlockersOwnDevicesLearnOfABlock() {
    String chat = ann.privateChatWith(ben);
    try (Wire phone = ann.connects();
        Wire laptop = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode now = phone.asks("blockUser", Map.of("userID", ben.id()));
      assertEquals(List.of(ben.id()), ids(now.path("userIDs")));
      assertEquals(List.of(ben.id()), ids(laptop.receives("blocksChanged").path("userIDs")));
      assertEquals(List.of(ben.id()), ids(phone.receives("blocksChanged").path("userIDs")));
      assertEquals(List.of(ben.id()), ids(phone.asks("sync", Map.of()).path("blocked")));
      JsonNode people = phone.asks("blockedUsers", Map.of()).path("people");
      assertEquals(ben.name(), people.get(0).path("name").asString());
      assertEquals(people, ann.get("/blocks").expect(200).body().path("people"));

      says(ben, chat).refused(403, "forbidden");
      assertEquals(List.of(), ids(bens.asks("sync", Map.of()).path("blocked")));
      assertEquals(0, ben.get("/blocks").expect(200).body().path("people").size());
      assertTrue(bens.pushes("blocksChanged").isEmpty());

      assertEquals(0, phone.asks("unblockUser", Map.of("userID", ben.id())).path("userIDs").size());
      assertEquals(0, laptop.receives("blocksChanged").path("userIDs").size());
    }
  }

  @Test
  void blockingAndUnblockingTwiceIsTheSameAsOnce() {
    block(ann, ben);
    block(ann, ben);
    assertEquals(1, ann.get("/blocks").body().path("people").size());
    unblock(ann, ben);
    unblock(ann, ben);
    assertEquals(0, ann.get("/blocks").body().path("people").size());
  }

  @Test
  void nobodyBlocksThemselvesOrNobody() {
    ann.call("PUT", "/people/" + ann.id() + "/block", null).refused(400, "invalid");
    ann.call("PUT", "/people/999999999/block", null).refused(404, "notFound");
    ann.call("DELETE", "/people/999999999/block", null).refused(404, "notFound");
    try (Wire wire = ann.connects()) {
      JsonNode self = wire.isRefused("blockUser", Map.of("userID", ann.id()), "invalid");
      assertEquals("userID", self.path("field").asString());
      wire.isRefused("blockUser", Map.of("userID", "999999999"), "notFound");
      wire.isRefused("unblockUser", Map.of("userID", "999999999"), "notFound");
      for (String type : List.of("blockUser", "unblockUser")) {
        wire.isRefused(type, Map.of(), "invalid");
        wire.isRefused(type, Map.of("userID", "ben"), "invalid");
      }
    }
  }

  @Test
  void aBareIdNamesSomebodyToo() {
    try (Wire wire = ann.connects()) {
      wire.asks("blockUser", ben.id());
      assertEquals(1, wire.asks("blockedUsers", Map.of()).path("people").size());
      wire.asks("unblockUser", Long.parseLong(ben.id()));
      assertEquals(0, wire.asks("blockedUsers", Map.of()).path("people").size());
      wire.isRefused("blockUser", "ben", "invalid");
    }
  }

  private static void block(Person who, Person whom) {
    who.call("PUT", "/people/" + whom.id() + "/block", null).expect(204);
  }

  private static void unblock(Person who, Person whom) {
    who.call("DELETE", "/people/" + whom.id() + "/block", null).expect(204);
  }

  private static Answer begins(Person who, Person whom) {
    return who.call(
        "POST", "/conversations", Map.of("kind", "private", "userIDs", List.of(whom.id())));
  }

  private static Answer says(Person who, String chat) {
    return who.call("POST", "/conversations/" + chat + "/messages", Map.of("content", "hi"));
  }

  private static JsonNode found(Person viewer, Person whom) {
    return viewer.get("/people?query=" + whom.name()).expect(200).body().path("items").get(0);
  }

  private static JsonNode inSnapshot(Wire wire, Person whom) {
    return wire.asks("sync", Map.of())
        .path("people")
        .valueStream()
        .filter(p -> p.path("id").asString().equals(whom.id()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean comes(JsonNode presence, Person whom) {
    return presence
        .path("online")
        .valueStream()
        .anyMatch(p -> p.path("id").asString().equals(whom.id()));
  }

  private static boolean goes(JsonNode presence, Person whom) {
    return ids(presence.path("offline")).contains(whom.id());
  }

  private static List<String> ids(JsonNode ids) {
    return ids.valueStream().map(JsonNode::asString).toList();
  }
}
