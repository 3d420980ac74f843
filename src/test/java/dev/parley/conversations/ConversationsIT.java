package dev.parley.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConversationsIT extends ClientTest {

  @Test
  void bothSidesAtOnceGetOnePrivateConversation() {
    Person ann = parley.person("ann");
    for (int round = 0; round < 15; round++) {
      Person ben = parley.person("ben");
      Set<String> made =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> i % 2 == 0 ? ann.privateChatWith(ben) : ben.privateChatWith(ann))
              .collect(Collectors.toSet());
      assertEquals(1, made.size());
    }
  }

  @Test
  void aPrivateConversationIsNamedAfterTheOtherSide() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    assertEquals(ben.name(), ann.get("/conversations/" + chat).body().path("name").asString());
    assertEquals(ann.name(), ben.get("/conversations/" + chat).body().path("name").asString());
  }

  @Test
  void aPrivateConversationTakesNoThirdMemberAndIsNotLeft() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    Person eve = parley.person("eve");
    String chat = ann.privateChatWith(ben);
    String members = "/conversations/" + chat + "/members";
    ann.call("POST", members, Map.of("userID", eve.id())).refused(403, "forbidden");
    ann.call("DELETE", members + "/" + ben.id(), null).refused(403, "forbidden");
    ann.call("DELETE", members + "/" + ann.id(), null).refused(403, "forbidden");
    ann.call("DELETE", "/conversations/" + chat, null).refused(403, "forbidden");
  }

  @Test
  void refusesWhatIsNoConversation() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    Stream.of(
            Map.of(),
            Map.of("kind", "private", "userIDs", List.of()),
            Map.of("kind", "private", "userIDs", List.of(ann.id())),
            Map.of("kind", "private", "userIDs", List.of(ben.id(), "1")),
            Map.of("kind", "everybody", "userIDs", List.of()),
            Map.of("kind", "group", "name", "x".repeat(101)),
            Map.of("kind", "group", "userIDs", "1"))
        .forEach(body -> ann.call("POST", "/conversations", body).refused(400, "invalid"));
    ann.call("POST", "/conversations", Map.of("kind", "group", "userIDs", List.of("999999999")))
        .refused(404, "notFound");
    ann.call("POST", "/conversations", "{").refused(400, "invalid");
    ann.call("POST", "/conversations", "").refused(400, "invalid");
  }

  @Test
  void aGroupWithoutANameGetsOneAndItsCreatorIsAdministrator() {
    Person ann = parley.person("ann");
    JsonNode made =
        ann.call("POST", "/conversations", Map.of("kind", "group", "name", " ")).expect(201).body();
    assertFalse(made.path("name").asString().isBlank());
    assertEquals("admin", made.path("role").asString());
  }

  @Test
  void onlyAdministratorsChangeAGroup() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    Person eve = parley.person("eve");
    String path = "/conversations/" + ann.groupWith(ben);
    for (int round = 0; round < 2; round++) {
      Person who = round == 0 ? ben : eve;
      int status = round == 0 ? 403 : 404;
      assertEquals(status, who.call("PATCH", path, Map.of("name", "mine")).status());
      assertEquals(status, who.call("DELETE", path, null).status());
      assertEquals(
          status, who.call("POST", path + "/members", Map.of("userID", eve.id())).status());
      assertEquals(
          status,
          who.call("PATCH", path + "/members/" + ben.id(), Map.of("role", "admin")).status());
      assertEquals(status, who.call("DELETE", path + "/members/" + ann.id(), null).status());
    }
    assertEquals(
        "ours", ann.call("PATCH", path, Map.of("name", "ours")).body().path("name").asString());
    ann.call("PATCH", path, Map.of("name", " ")).refused(400, "invalid");
    ann.call("PATCH", path + "/members/" + ben.id(), Map.of("role", "admin")).expect(200);
    ben.call("PATCH", path, Map.of("topic", "everything")).expect(200);
  }

  @Test
  void membersAreTakenInOnceAndShownOut() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String members = "/conversations/" + ann.groupWith() + "/members";
    ann.call("POST", members, Map.of("userID", ben.id())).expect(201);
    ann.call("POST", members, Map.of("userID", ben.id())).refused(409, "conflict");
    ann.call("POST", members, Map.of("userID", "999999999")).refused(404, "notFound");
    assertEquals(2, ben.get(members).body().path("items").size());
    ann.call("DELETE", members + "/" + ben.id(), null).expect(204);
    ann.call("DELETE", members + "/" + ben.id(), null).refused(404, "notFound");
    ben.get(members).refused(404, "notFound");
  }

  @Test
  void whenTheLastAdministratorLeavesTheOldestMemberTakesOver() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String path = "/conversations/" + ann.groupWith(ben);
    ann.call("DELETE", path + "/members/" + ann.id(), null).expect(204);
    assertEquals("admin", ben.get(path).body().path("role").asString());
    ann.get(path).refused(404, "notFound");
    ben.call("DELETE", path + "/members/" + ben.id(), null).expect(204);
    ben.get(path).refused(404, "notFound");
  }

  @Test
  void inALargeGroupOneLearnsOfOnesOwnRoleThoughNotAllAreListed() {
    Person ann = parley.person("ann");
    Person[] others =
        IntStream.range(0, 51).mapToObj(i -> parley.person("m")).toArray(Person[]::new);
    String chat = ann.groupWith(others);
    Person last = others[50];
    try (Wire wire = last.connects()) {
      Map<String, String> role = Map.of("chatID", chat, "userID", last.id(), "role", "admin");
      ann.call("PATCH", "/conversations/" + chat + "/members/" + last.id(), role).expect(200);
      JsonNode changed = wire.receives("conversationChanged").path("conversation");
      assertEquals(50, changed.path("members").size());
      assertEquals("admin", wire.receives("ownChatChanged").path("role").asString());
      wire.asks("setRole", Map.of("chatID", chat, "userID", last.id(), "role", "member"));
      assertEquals("member", wire.receives("ownChatChanged").path("role").asString());
      JsonNode now = last.get("/conversations/" + chat).expect(200).body();
      assertEquals("member", now.path("role").asString());
    }
    try (Wire wire = others[0].connects()) {
      ann.call("DELETE", "/conversations/" + chat + "/members/" + ann.id(), null).expect(204);
      assertEquals("admin", wire.receives("ownChatChanged").path("role").asString());
    }
  }

  @Test
  void aDeletedGroupIsGoneWithItsMessages() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    String message = ann.posts(chat, "hi").path("messageID").asString();
    ben.get("/messages/" + message).expect(200);
    ann.call("DELETE", "/conversations/" + chat, null).expect(204);
    ben.get("/conversations/" + chat).refused(404, "notFound");
    ben.get("/messages/" + message).refused(404, "notFound");
  }

  @Test
  void changesAreWrittenDownInTheConversation() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith();
    ann.call("POST", "/conversations/" + chat + "/members", Map.of("userID", ben.id())).expect(201);
    ben.call("DELETE", "/conversations/" + chat + "/members/" + ben.id(), null).expect(204);
    List<String> lines =
        ann.history(chat).valueStream().map(m -> m.path("content").asString()).toList();
    assertEquals(
        List.of(
            ann.name() + " created this conversation",
            ann.name() + " added " + ben.name(),
            ben.name() + " left"),
        lines);
    assertTrue(
        ann.history(chat).valueStream().allMatch(m -> m.path("kind").asString().equals("system")));
  }

  @Test
  void everybodyIsInTheRoomOfEverybodyAndCanNotLeave() {
    Person ann = parley.person("ann");
    JsonNode room =
        ann.get("/conversations")
            .body()
            .path("items")
            .valueStream()
            .filter(c -> c.path("kind").asString().equals("everybody"))
            .findFirst()
            .orElseThrow();
    String path = "/conversations/" + room.path("id").asString();
    ann.call("DELETE", path + "/members/" + ann.id(), null).refused(403, "forbidden");
  }

  @Test
  void historyIsReadBeforeAfterAndAroundANumber() {
    Person ann = parley.person("ann");
    String chat = ann.groupWith();
    for (int i = 2; i <= 30; i++) {
      ann.posts(chat, "message " + i);
    }
    String path = "/conversations/" + chat + "/messages";
    assertEquals(List.of(26L, 27L, 28L, 29L, 30L), numbers(ann.get(path + "?limit=5")));
    assertEquals(List.of(5L, 6L, 7L, 8L, 9L), numbers(ann.get(path + "?before=10&limit=5")));
    assertEquals(List.of(11L, 12L, 13L, 14L, 15L), numbers(ann.get(path + "?after=10&limit=5")));
    assertEquals(List.of(8L, 9L, 10L, 11L, 12L), numbers(ann.get(path + "?around=10&limit=5")));
    assertEquals(List.of(9L, 10L), numbers(ann.get(path + "?around=10&limit=2")));
    assertEquals(List.of(10L), numbers(ann.get(path + "?around=10&limit=1")));
    assertFalse(ann.get(path + "?before=4&limit=5").body().path("more").asBoolean());
    assertTrue(ann.get(path + "?before=7&limit=5").body().path("more").asBoolean());
    ann.get(path + "?limit=0").refused(400, "invalid");
    ann.get(path + "?limit=101").refused(400, "invalid");
  }

  @Test
  void peopleWithoutAConversationAreThoseOneHasNoneWithButTheRoomOfEverybody() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String query = "/people?without=conversation&query=" + ben.name();
    assertEquals(1, ann.get(query).body().path("items").size());
    ann.privateChatWith(ben);
    assertEquals(0, ann.get(query).body().path("items").size());
  }

  @Test
  void onlyOthersMessagesAfterTheMarkAreUnread() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    ann.posts(chat, "one");
    ben.posts(chat, "two");
    ann.posts(chat, "three");
    String path = "/conversations/" + chat;
    assertEquals(2, ben.get(path).body().path("unread").asInt());
    assertEquals(1, ann.get(path).body().path("unread").asInt());
    ben.call("PUT", path + "/read", Map.of("seq", 2)).expect(200);
    assertEquals(1, ben.get(path).body().path("unread").asInt());
    ben.call("PUT", path + "/read", Map.of("seq", -1)).refused(400, "invalid");
    ben.call("PUT", path + "/read", Map.of()).refused(400, "invalid");
  }

  private static List<Long> numbers(Answer answer) {
    return answer
        .expect(200)
        .body()
        .path("messages")
        .valueStream()
        .map(m -> m.path("seq").asLong())
        .toList();
  }
}
