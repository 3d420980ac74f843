package dev.parley.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ben writes, and ann has the chat open or not. Cat's messages show that nothing more comes. */
class ChatNotificationsIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");
  private final String chat = ann.privateChatWith(ben);

  @Test
  void whoHasTheChatClosedIsToldOnEverySocketThatThereIsSomethingNew() {
    try (Wire one = ann.connects();
        Wire two = ann.connects()) {
      ben.posts(chat, "hi");
      for (Wire wire : List.of(one, two)) {
        JsonNode told = wire.receives("newNotification");
        assertEquals("new chat message", told.path("type").asString());
        assertEquals(
            "you have a new message in the chat with " + ben.name(), told.path("body").asString());
        assertEquals(ann.id(), told.path("userId").asString());
        assertEquals(ben.id(), told.path("fromUserId").asString());
        assertEquals(chat, told.path("chatId").asString());
        assertTrue(told.path("groupId").isNull());
        assertTrue(told.path("id").isNumber());
        assertEquals(0, told.path("read").asInt());
        assertEquals(1, wire.receives("notificationsChanged").path("unread").asInt());
      }
    }
  }

  @Test
  void whoIsOfflineFindsItAmongTheUnreadOnesAndInTheSnapshot() {
    ben.posts(chat, "hi");
    awaitsFromCat();
    try (Wire wire = ann.connects()) {
      JsonNode unread = wire.asks("getUserNotifications", Map.of());
      assertEquals(List.of(chat), chats(unread, ben));
      assertEquals(unread, wire.asks("sync", Map.of()).path("notifications"));
    }
  }

  @Test
  void manyMessagesInOneChatMakeOneNotification() {
    for (int i = 0; i < 5; i++) {
      ben.posts(chat, "message " + i);
    }
    awaitsFromCat();
    ben.posts(chat, "one more");
    awaitsFromCat();
    assertEquals(List.of(chat), chats(unread(), ben));
  }

  @Test
  void aGroupIsCalledByItsName() {
    String group =
        ben.call(
                "POST",
                "/conversations",
                Map.of("kind", "group", "name", "Crew", "userIDs", List.of(ann.id())))
            .expect(201)
            .body()
            .path("id")
            .asString();
    ben.posts(group, "ahoy");
    awaitsFromCat();
    assertTrue(
        unread()
            .valueStream()
            .anyMatch(
                n ->
                    n.path("body")
                        .asString()
                        .equals("you have a new message in the chat with Crew")));
  }

  @Test
  void whoHasTheChatOpenOnAnySocketIsNotTold() {
    try (Wire reading = ann.connects();
        Wire elsewhere = ann.connects()) {
      reading.asks("focus", Map.of("chatID", chat));
      ben.posts(chat, "hi");
      awaitsFromCat();
      assertEquals(List.of(), chats(unread(), ben));
      reading.asks("focus", Map.of());
      ben.posts(chat, "are you there?");
      elsewhere.receives("newNotification", n -> n.path("chatId").asString("").equals(chat));
    }
  }

  @Test
  void whoHasMutedTheChatIsNotTold() {
    ann.call("PUT", "/conversations/" + chat + "/own/mute", Map.of("until", "forever")).expect(200);
    ben.posts(chat, "hi");
    awaitsFromCat();
    assertEquals(List.of(), chats(unread(), ben));
  }

  @Test
  void nobodyIsToldOfTheirOwnMessagesOrOfWhatTheSystemSays() {
    String group = ben.groupWith(ann);
    ann.posts(chat, "hi");
    awaitsFromCat();
    assertEquals(List.of(), chats(unread(), ben));
    assertTrue(unread().valueStream().noneMatch(n -> n.path("chatId").asString("").equals(group)));
    assertTrue(
        ann.get("/notifications")
            .body()
            .path("notifications")
            .valueStream()
            .noneMatch(n -> n.path("fromUserId").asString("").equals(ann.id())));
  }

  @Test
  void nobodyIsToldInAGroupOfWhoTheyBlock() {
    String group = ben.groupWith(ann);
    ann.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
    ben.posts(group, "hear me");
    awaitsFromCat();
    assertEquals(List.of(), chats(unread(), ben));
  }

  @Test
  void whoReadsTheChatHasReadTheNotificationOnAllSockets() {
    try (Wire wire = ann.connects()) {
      ben.posts(chat, "hi");
      wire.receives("newNotification");
      ann.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 1)).expect(200);
      JsonNode now = wire.receives("notificationsChanged", n -> n.has("notifications"));
      assertEquals(0, now.path("unread").asInt());
      assertEquals(0, now.path("notifications").size());
      ben.posts(chat, "and again");
      wire.receives("newNotification");
    }
  }

  @Test
  void aMessageThatIsDeletedUnreadTakesTheNotificationWithIt() {
    try (Wire wire = ann.connects()) {
      String message = ben.posts(chat, "oops").path("messageID").asString();
      wire.receives("newNotification");
      ben.call("DELETE", "/messages/" + message, null).expect(200);
      wire.receives("notificationsChanged", n -> n.path("unread").asInt() == 0);
    }
    assertEquals(0, ann.get("/notifications").body().path("notifications").size());
  }

  @Test
  void whoLeavesAGroupIsToldNothingOfItAnyMore() {
    String group = ben.groupWith(ann, cat);
    try (Wire wire = ann.connects()) {
      ben.posts(group, "stay");
      wire.receives("newNotification");
      ann.call("DELETE", "/conversations/" + group + "/members/" + ann.id(), null);
      wire.receives("notificationsChanged", n -> n.path("unread").asInt() == 0);
    }
    assertEquals(0, ann.get("/notifications").body().path("notifications").size());
  }

  @Test
  void withADeletedAccountGoesWhatOthersWereToldOfIt() {
    Person guest = parley.person("guest");
    String chats = guest.privateChatWith(ann);
    try (Wire wire = ann.connects()) {
      guest.posts(chats, "bye");
      wire.receives("newNotification");
      guest.call("DELETE", "/accounts/me", Map.of()).expect(204);
      wire.receives("notificationsChanged", n -> n.path("unread").asInt() == 0);
    }
  }

  @Test
  void aNewNameIsSeenInWhatIsUnread() {
    try (Wire wire = ann.connects()) {
      ben.posts(chat, "hi");
      wire.receives("newNotification");
      String name = dev.parley.client.Parley.unique("benjamin");
      ben.call("PATCH", "/accounts/me", Map.of("name", name)).expect(200);
      JsonNode now = wire.receives("notificationsChanged", n -> n.has("notifications"));
      assertTrue(now.path("notifications").get(0).path("body").asString().endsWith(name));
    }
  }

  /** Whatever was to come of messages before has come when a later message has been told of. */
  private void awaitsFromCat() {
    Person witness = parley.person("witness");
    try (Wire wire = witness.connects()) {
      String chats = cat.privateChatWith(witness);
      // Two rounds: the first may have begun before what is waited for was noted.
      for (int round = 0; round < 2; round++) {
        long seq = cat.posts(chats, "round " + round).path("seq").asLong();
        wire.receives("newNotification");
        witness.call("PUT", "/conversations/" + chats + "/read", Map.of("seq", seq)).expect(200);
        wire.receives("notificationsChanged", n -> n.has("notifications"));
      }
    }
  }

  private JsonNode unread() {
    try (Wire wire = ann.connects()) {
      return wire.asks("getUserNotifications", Map.of());
    }
  }

  private static List<String> chats(JsonNode notifications, Person from) {
    return notifications
        .valueStream()
        .filter(n -> n.path("fromUserId").asString("").equals(from.id()))
        .map(n -> n.path("chatId").asString(""))
        .toList();
  }
}
