package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A client that knows nothing but the WebSocket document of seed 004: it sends what stands there,
 * letter by letter, and finds in the replies what stands there. Its requests have no {@code id}.
 */
class DocumentIT extends ClientTest {

  private static final int PORTION = 10;

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  /** The document's sockets know of no subprotocol. */
  private static Wire socket(Person person) {
    return Wire.open(person, null);
  }

  /** Sends a request; {@code payload} is written as it is. The data of the successful reply. */
  static JsonNode asks(Wire wire, String type, String payload) {
    wire.raw("{\"type\":\"" + type + "\",\"payload\":" + payload + "}");
    JsonNode reply = wire.hears(type).path("payload");
    assertEquals("success", reply.path("result").asString(), reply.toString());
    assertTrue(reply.has("data"), reply.toString());
    return reply.path("data");
  }

  /** Sends a request that is refused: the same stands under {@code payload} and {@code data}. */
  static void isRefused(Wire wire, String type, String payload, String because) {
    wire.raw("{\"type\":\"" + type + "\",\"payload\":" + payload + "}");
    JsonNode reply = wire.hears(type);
    for (String name : List.of("payload", "data")) {
      assertEquals("error", reply.path(name).path("result").asString(), reply.toString());
      assertEquals(because, reply.path(name).path("data").asString());
    }
  }

  private static String quoted(String id) {
    return "\"" + id + "\"";
  }

  private static void isMessage(JsonNode message, Person author, String content) {
    assertTrue(message.path("id").isString(), message.toString());
    assertEquals(author.id(), message.path("userID").asString());
    assertEquals(author.name(), message.path("userName").asString());
    assertEquals(content, message.path("content").asString());
    assertTrue(Instant.parse(message.path("dateCreate").asString()).isBefore(Instant.MAX));
  }

  private static void isChatWith(JsonNode chat, Person recipient) {
    assertTrue(chat.path("id").isString(), chat.toString());
    assertEquals(recipient.name(), chat.path("name").asString());
    assertEquals(recipient.id(), chat.path("recipientUserID").asString());
    assertEquals(recipient.name(), chat.path("recipientUserName").asString());
    assertTrue(chat.path("messages").isArray());
  }

  private static List<String> contents(JsonNode chat) {
    return StreamSupport.stream(chat.path("messages").spliterator(), false)
        .map(message -> message.path("content").asString())
        .toList();
  }

  @Test
  void openChat() {
    try (Wire wire = socket(ann)) {
      JsonNode empty = asks(wire, "openChat", quoted(ben.id()));
      isChatWith(empty, ben);
      assertEquals(0, empty.path("messages").size());
      String chat = empty.path("id").asString();
      assertEquals(chat, ben.privateChatWith(ann));
      ben.posts(chat, "first");
      ann.posts(chat, "second");
      for (String payload :
          List.of(
              quoted(ben.id()),
              ben.id(),
              "{\"recepientID\":" + quoted(ben.id()) + "}",
              "{\"RecepientId\":" + ben.id() + "}")) {
        JsonNode again = asks(wire, "openChat", payload);
        isChatWith(again, ben);
        assertEquals(chat, again.path("id").asString());
        assertEquals(List.of("second", "first"), contents(again));
        isMessage(again.path("messages").get(0), ann, "second");
        isMessage(again.path("messages").get(1), ben, "first");
      }
    }
  }

  @Test
  void openChatWithNobodyOrOneselfIsRefused() {
    try (Wire wire = socket(ann)) {
      isRefused(wire, "openChat", "\"99999999\"", "person not found");
      isRefused(wire, "openChat", quoted(ann.id()), "recepientID must be somebody else's");
      isRefused(wire, "openChat", "null", "recepientID is missing");
      isRefused(wire, "openChat", "\"x\"", "recepientID has the wrong form");
    }
  }

  @Test
  void openChatWithSomebodyWhoBlocksIsRefused() {
    ben.call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
    try (Wire wire = socket(ann)) {
      isRefused(wire, "openChat", quoted(ben.id()), "you cannot write to this person");
    }
  }

  @Test
  void chatPortion() {
    String chat = ann.privateChatWith(ben);
    IntStream.rangeClosed(1, 2 * PORTION + 5).forEach(i -> ann.posts(chat, "" + i));
    try (Wire wire = socket(ben)) {
      assertEquals(numbers(25, 16), contents(asks(wire, "openChat", quoted(ann.id()))));
      assertEquals(numbers(25, 16), contents(asks(wire, "chatPortion", "0")));
      JsonNode second = asks(wire, "chatPortion", "10");
      isChatWith(second, ann);
      assertEquals(chat, second.path("id").asString());
      assertEquals(numbers(15, 6), contents(second));
      assertEquals(numbers(5, 1), contents(asks(wire, "chatPortion", "20")));
      assertEquals(numbers(5, 1), contents(asks(wire, "chatPortion", "{\"OFFSET\":\"20\"}")));
      assertEquals(List.of(), contents(asks(wire, "chatPortion", "25")));
      assertEquals(List.of(), contents(asks(wire, "chatPortion", "9223372036854775807")));
    }
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.iterate(from, i -> i >= to, i -> i - 1).mapToObj(String::valueOf).toList();
  }

  @Test
  void chatPortionOfNoChatOrBelowTheNewestIsRefused() {
    try (Wire wire = socket(ann)) {
      isRefused(wire, "chatPortion", "0", "no chat is open");
      asks(wire, "openChat", quoted(ben.id()));
      isRefused(wire, "chatPortion", "-1", "offset must be greater than or equal to 0");
      isRefused(wire, "chatPortion", "1.5", "offset has the wrong form");
    }
  }

  @Test
  void sendMessageToOpendChatAndInputChatMessage() {
    try (Wire anns = socket(ann);
        Wire second = socket(ann);
        Wire bens = socket(ben)) {
      asks(anns, "openChat", quoted(ben.id()));
      asks(second, "openChat", quoted(ben.id()));
      asks(bens, "openChat", quoted(ann.id()));
      JsonNode reply =
          asks(
              anns,
              "sendMessageToOpendChat",
              "{\"content\":\"hi\",\"dateCreate\":\"2023-01-02T03:04:05.678Z\"}");
      assertEquals("delivered", reply.asString());
      isMessage(bens.receives("inputChatMessage"), ann, "hi");
      isMessage(second.receives("inputChatMessage"), ann, "hi");
      assertEquals(
          "delivered", asks(bens, "sendMessageToOpendChat", "{\"content\":\"ho\"}").asString());
      // Of one's own message one is told that it was delivered; what comes is the other's.
      isMessage(anns.receives("inputChatMessage"), ben, "ho");
      assertEquals(1, anns.pushes("inputChatMessage").size());
      assertEquals(1, bens.pushes("inputChatMessage").size());
    }
    try (Wire later = socket(ben)) {
      assertEquals(List.of("ho", "hi"), contents(asks(later, "openChat", quoted(ann.id()))));
    }
  }

  @Test
  void sendMessageToOpendChatWithoutChatOrTextIsRefused() {
    try (Wire wire = socket(ann)) {
      isRefused(wire, "sendMessageToOpendChat", "{\"content\":\"hi\"}", "no chat is open");
      asks(wire, "openChat", quoted(ben.id()));
      isRefused(wire, "sendMessageToOpendChat", "{\"content\":\" \"}", "content is missing");
      isRefused(wire, "sendMessageToOpendChat", "{}", "content is missing");
      ben.call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
      isRefused(
          wire,
          "sendMessageToOpendChat",
          "{\"content\":\"hi\"}",
          "you cannot write in this conversation");
    }
  }

  @Test
  void closeChat() {
    try (Wire wire = socket(ann);
        Wire other = socket(ann)) {
      asks(wire, "openChat", quoted(ben.id()));
      isRefused(other, "chatPortion", "0", "no chat is open");
      asks(other, "openChat", quoted(ben.id()));
      assertTrue(asks(wire, "closeChat", "null").isNull());
      isRefused(wire, "sendMessageToOpendChat", "{\"content\":\"hi\"}", "no chat is open");
      assertTrue(asks(wire, "closeChat", "null").isNull());
      // Another socket's chat stays open.
      asks(other, "chatPortion", "0");
    }
    try (Wire next = socket(ann)) {
      isRefused(next, "chatPortion", "0", "no chat is open");
    }
  }

  @Test
  void onlineUsers() {
    Person cat = parley.person("cat");
    Person dan = parley.person("dan");
    ann.posts(ann.privateChatWith(ben), "hi");
    ann.posts(ann.privateChatWith(cat), "hi");
    try (Wire bens = socket(ben);
        Wire cats = socket(cat);
        Wire dans = socket(dan);
        Wire wire = socket(ann)) {
      for (String payload : List.of("null", "\"\"", "{}")) {
        JsonNode users = asks(wire, "onlineUsers", payload);
        assertUser(users.get(0), cat);
        assertUser(users.get(1), ben);
        assertTrue(
            Instant.parse(users.get(0).path("lastMessageDate").asString())
                .isAfter(Instant.parse(users.get(1).path("lastMessageDate").asString())));
        JsonNode without =
            StreamSupport.stream(users.spliterator(), false)
                .filter(user -> user.path("id").asString().equals(dan.id()))
                .findFirst()
                .orElseThrow();
        assertEquals("", without.path("lastMessageDate").asString());
        assertFalse(users.toString().contains(quoted(ann.id())));
      }
      cat.call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
      assertUser(asks(wire, "onlineUsers", "null").get(0), ben);
    }
  }

  private static void assertUser(JsonNode user, Person person) {
    assertEquals(person.id(), user.path("id").asString());
    assertEquals(person.name(), user.path("userName").asString());
  }

  @Test
  void newOnlineUserAndOfflineUser() {
    try (Wire wire = socket(ann)) {
      try (Wire bens = socket(ben)) {
        assertUser(wire.receives("newOnlineUser", u -> is(u, ben)), ben);
        asks(bens, "onlineUsers", "null");
      }
      assertUser(wire.receives("offlineUser", u -> is(u, ben)), ben);
      assertTrue(wire.pushes("newOnlineUser").stream().noneMatch(u -> is(u, ann)));
    }
  }

  @Test
  void newOnlineUserAndOfflineUserAreNotToldToTheBlocked() {
    Person cat = parley.person("cat");
    try (Wire wire = socket(ann)) {
      ben.call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
      wire.receives("offlineUser", u -> is(u, ben)); // which is how a block looks
      try (Wire cats = socket(cat);
          Wire bens = socket(ben)) {
        cats.receives("newOnlineUser", u -> is(u, ben));
      }
      try (Wire cats = socket(cat)) {
        cats.receives("offlineUser", u -> is(u, ben));
        Person dan = parley.person("dan");
        try (Wire dans = socket(dan)) {
          wire.receives("newOnlineUser", u -> is(u, dan));
        }
      }
      assertTrue(wire.pushes("newOnlineUser").stream().noneMatch(u -> is(u, ben)));
      assertEquals(1, wire.pushes("offlineUser").stream().filter(u -> is(u, ben)).count());
      ben.call("DELETE", "/people/" + ann.id() + "/block", null).expect(204);
      try (Wire bens = socket(ben)) {
        wire.receives("newOnlineUser", u -> is(u, ben));
        ben.call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
        wire.receives("offlineUser", u -> is(u, ben));
        bens.settles();
      }
    }
  }

  private static boolean is(JsonNode user, Person person) {
    return user.path("id").asString().equals(person.id());
  }

  @Test
  void followUser() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      assertEquals("following", asks(anns, "followUser", quoted(ben.id())).asString());
      assertEquals("following", asks(anns, "followUser", quoted(ben.id())).asString());
      asks(anns, "setProfileType", "\"1\"");
      assertEquals("requested", asks(bens, "followUser", quoted(ann.id())).asString());
      assertEquals("requested", asks(bens, "getFollowStatus", quoted(ann.id())).asString());
      isRefused(anns, "followUser", "\"99999999\"", "person not found");
    }
  }

  @Test
  void getFollowStatus() {
    try (Wire wire = socket(ann)) {
      assertEquals("not following", asks(wire, "getFollowStatus", quoted(ben.id())).asString());
      asks(wire, "followUser", quoted(ben.id()));
      assertEquals("following", asks(wire, "getFollowStatus", quoted(ben.id())).asString());
      asks(wire, "unFollowUser", quoted(ben.id()));
      assertEquals("not following", asks(wire, "getFollowStatus", quoted(ben.id())).asString());
      isRefused(wire, "getFollowStatus", "\"99999999\"", "person not found");
    }
  }

  @Test
  void userFollowersAndUserFollowing() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      assertEquals(0, asks(anns, "userFollowers", quoted(ben.id())).size());
      asks(anns, "followUser", quoted(ben.id()));
      assertUser(asks(bens, "userFollowers", quoted(ben.id())).get(0), ann);
      assertUser(asks(bens, "userFollowing", quoted(ann.id())).get(0), ben);
      asks(anns, "setProfileType", "\"1\"");
      assertEquals(0, asks(bens, "userFollowing", quoted(ann.id())).size());
      isRefused(anns, "userFollowers", "\"99999999\"", "person not found");
      isRefused(anns, "userFollowing", "\"99999999\"", "person not found");
    }
  }

  @Test
  void setProfileType() {
    try (Wire wire = socket(ann)) {
      for (String payload : List.of("\"1\"", "0", "1", "\"0\"")) {
        JsonNode type = asks(wire, "setProfileType", payload);
        assertTrue(type.isInt(), payload);
        assertEquals(payload.replace("\"", ""), type.asString());
        JsonNode own = asks(wire, "getUserProfile", quoted(ann.id()));
        assertEquals(type, own.path("profileType"));
      }
      wire.raw("{\"type\":\"setProfileType\",\"payload\":\"2\"}");
      JsonNode reply = wire.hears("setProfileType");
      assertEquals("error", reply.path("payload").path("result").asString(), reply.toString());
    }
  }

  @Test
  void getUserProfile() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      ann.call("PATCH", "/accounts/me", Map.of("email", ann.name() + "@example.org")).expect(200);
      asks(
          anns,
          "updateProfile",
          "{\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"gender\":\"f\",\"dateOfBirth\":\"2000-01-02\"}");
      JsonNode own = asks(anns, "getUserProfile", quoted(ann.id()));
      assertUser(own, ann);
      assertEquals(ann.name() + "@example.org", own.path("email").asString());
      assertTrue(Instant.parse(own.path("dateBirth").asString()).isBefore(Instant.now()));
      JsonNode seen = asks(bens, "getUserProfile", quoted(ann.id()));
      assertUser(seen, ann);
      assertEquals("", seen.path("email").asString());
      assertTrue(seen.path("dateBirth").isNull());
      assertTrue(Instant.parse(seen.path("dateCreate").asString()).isBefore(Instant.now()));
      assertEquals("Ann", seen.path("firstName").asString());
      assertEquals("Lee", seen.path("lastName").asString());
      assertEquals(0, seen.path("profileType").asInt(-1));
      asks(anns, "setProfileType", "\"1\"");
      JsonNode hidden = asks(bens, "getUserProfile", quoted(ann.id()));
      assertUser(hidden, ann);
      assertEquals("", hidden.path("gender").asString());
      assertEquals(1, hidden.path("profileType").asInt(-1));
      isRefused(bens, "getUserProfile", "\"99999999\"", "person not found");
    }
  }

  @Test
  void createGroup() {
    try (Wire wire = socket(ann)) {
      JsonNode group = createsGroup(wire);
      assertTrue(group.path("id").isString(), group.toString());
      assertEquals("climbers", group.path("name").asString());
      assertEquals("rocks", group.path("description").asString());
      assertEquals(ann.id(), group.path("creatorID").asString());
      assertTrue(Instant.parse(group.path("dateCreate").asString()).isBefore(Instant.MAX));
      assertUser(group.path("members").get(0), ann);
      isRefused(wire, "createGroup", "{\"title\":\" \",\"description\":\"\"}", "Title is missing");
    }
  }

  private static JsonNode createsGroup(Wire wire) {
    return asks(wire, "createGroup", "{\"title\":\"climbers\",\"description\":\"rocks\"}");
  }

  @Test
  void addUserToGroup() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      String group = createsGroup(anns).path("id").asString();
      String entry =
          "{\"groupID\":\"%s\",\"userID\":\"%s\",\"userName\":\"%s\"}"
              .formatted(group, ben.id(), ben.name());
      isRefused(bens, "addUserToGroup", entry, "only members of the group may do that");
      asks(bens, "requestToJoinToGroup", quoted(group));
      JsonNode added = asks(anns, "addUserToGroup", entry);
      assertEquals(group, added.path("groupID").asString());
      assertEquals(ben.id(), added.path("userID").asString());
      assertEquals(ben.name(), added.path("userName").asString());
      assertEquals(2, asks(bens, "groupMembers", quoted(group)).size());
    }
  }

  @Test
  void groupMembers() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      String group = createsGroup(anns).path("id").asString();
      JsonNode members = asks(anns, "groupMembers", quoted(group));
      assertEquals(1, members.size());
      assertUser(members.get(0), ann);
      isRefused(bens, "groupMembers", quoted(group), "only members of the group may do that");
      isRefused(bens, "groupMembers", "\"99999999\"", "group not found");
    }
  }

  @Test
  void userGroups() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      String group = createsGroup(anns).path("id").asString();
      JsonNode groups = asks(anns, "userGroups", quoted(ann.id()));
      assertEquals(group, groups.get(0).path("id").asString());
      assertEquals("climbers", groups.get(0).path("name").asString());
      assertEquals(0, asks(bens, "userGroups", quoted(ann.id())).size());
    }
  }

  @Test
  void createGroupEvent() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      String group = createsGroup(anns).path("id").asString();
      Instant date = Instant.now().plusSeconds(100_000).truncatedTo(ChronoUnit.SECONDS);
      String wanted =
          "{\"title\":\"trip\",\"Description\":\"lake\",\"GroupID\":\"%s\",\"DateEvent\":\"%s\"}"
              .formatted(group, date);
      JsonNode event = asks(anns, "CreateGroupEvent", wanted);
      assertTrue(event.path("id").isString(), event.toString());
      assertEquals("trip", event.path("title").asString());
      assertEquals("lake", event.path("description").asString());
      assertEquals(group, event.path("groupID").asString());
      assertEquals(ann.id(), event.path("creatorID").asString());
      assertEquals(date, Instant.parse(event.path("dateEvent").asString()));
      assertTrue(Instant.parse(event.path("dateCreate").asString()).isBefore(date));
      isRefused(bens, "CreateGroupEvent", wanted, "only members of the group may do that");
    }
  }

  @Test
  void clientsOfParleysOwnProtocolHearOfComingAndGoingOnce() {
    Person cat = parley.person("cat");
    try (Wire wire = ann.connects();
        Wire bens = socket(ben);
        Wire cats = socket(cat)) {
      wire.receives("presence", p -> p.path("online").toString().contains(quoted(cat.id())));
      bens.receives("newOnlineUser", u -> is(u, cat));
      assertTrue(cats.isOpen());
      wire.settles();
      assertEquals(List.of(), wire.pushes("newOnlineUser"));
    }
  }

  @Test
  void memberNamesAndBareIdsGoForAllTypes() {
    String chat = ann.groupWith(ben);
    ann.posts(chat, "hello");
    try (Wire wire = socket(ann)) {
      assertEquals(chat, asks(wire, "focus", quoted(chat)).path("chatID").asString());
      assertEquals(chat, asks(wire, "focus", chat).path("chatID").asString());
      for (String payload : List.of("{\"CHATid\":" + chat + "}", quoted(chat), chat)) {
        assertTrue(contents(asks(wire, "history", payload)).contains("hello"), payload);
      }
      // Of an account so much could be meant that a bare text means nothing.
      isRefused(wire, "updateAccount", "\"new\"", "this is not the JSON that is expected here");
    }
  }
}
