package dev.parley.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann is told of things; ben is somebody else. */
class NotificationsIT extends ClientTest {

  private static final String MISSING = "999999999";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  @Test
  void getUserNotificationsAnswersOnesOwnUnreadOnesOnly() {
    long first = told();
    long second = told();
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      assertEquals(List.of(second, first), ids(anns.asks("getUserNotifications", Map.of())));
      anns.asks("markNotificationsRead", Map.of("ids", List.of(first)));
      assertEquals(List.of(second), ids(anns.asks("getUserNotifications", Map.of())));
      assertEquals(0, bens.asks("getUserNotifications", Map.of()).size());
    }
  }

  @Test
  void aNotificationHasTheMembersOfTheDocument() {
    told();
    try (Wire anns = ann.connects()) {
      JsonNode one = anns.asks("getUserNotifications", Map.of()).get(0);
      for (String member :
          List.of(
              "id",
              "userId",
              "fromUserId",
              "type",
              "body",
              "groupId",
              "postId",
              "read",
              "dateCreate")) {
        assertTrue(one.has(member), member);
      }
      assertTrue(one.path("dateCreate").asString().endsWith("Z"));
    }
  }

  @Test
  void notificationsPagesThroughAllOfThemTheReadOnesToo() {
    List<Long> told = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      told.add(0, told());
    }
    try (Wire anns = ann.connects()) {
      anns.asks("markNotificationsRead", Map.of("ids", List.of(told.get(0))));
      JsonNode page = anns.asks("notifications", Map.of("limit", 3));
      assertEquals(told.subList(0, 3), ids(page.path("notifications")));
      assertTrue(page.path("more").asBoolean());
      assertEquals(4, page.path("unread").asInt());
      assertEquals(1, page.path("notifications").get(0).path("read").asInt());
      JsonNode rest = anns.asks("notifications", Map.of("limit", 3, "before", told.get(2)));
      assertEquals(told.subList(3, 5), ids(rest.path("notifications")));
      assertFalse(rest.path("more").asBoolean());
      assertEquals(
          rest, ann.get("/notifications?limit=3&before=" + told.get(2)).expect(200).body());
    }
  }

  @Test
  void notificationsRefusesPortionsThatAreNone() {
    try (Wire anns = ann.connects()) {
      for (Object limit : new Object[] {0, 101, -1, "x"}) {
        JsonNode refused = anns.isRefused("notifications", Map.of("limit", limit), "invalid");
        assertEquals("limit", refused.path("field").asString());
      }
    }
    ann.get("/notifications?limit=0").refused(400, "invalid");
  }

  @Test
  void markNotificationsReadReadsSomeOrAllOnEverySocket() {
    long first = told();
    long second = told();
    try (Wire one = ann.connects();
        Wire two = ann.connects()) {
      assertEquals(
          1,
          one.asks("markNotificationsRead", Map.of("ids", List.of(first))).path("unread").asInt());
      for (Wire wire : List.of(one, two)) {
        JsonNode now = wire.receives("notificationsChanged", n -> n.has("notifications"));
        assertEquals(1, now.path("unread").asInt());
        assertEquals(List.of(second), ids(now.path("notifications")));
      }
      ann.call("PUT", "/notifications/read", Map.of("all", true)).expect(200);
      for (Wire wire : List.of(one, two)) {
        wire.receives("notificationsChanged", n -> n.path("unread").asInt() == 0);
      }
      assertEquals(0, one.asks("getUserNotifications", Map.of()).size());
    }
  }

  @Test
  void markNotificationsReadPassesOverOthersAndWantsToKnowWhich() {
    long anns = told();
    try (Wire bens = ben.connects()) {
      bens.asks("markNotificationsRead", Map.of("ids", List.of(anns, MISSING)));
      bens.asks("markNotificationsRead", Map.of("all", true));
      assertEquals(
          "ids",
          bens.isRefused("markNotificationsRead", Map.of(), "invalid").path("field").asString());
      bens.isRefused("markNotificationsRead", Map.of("all", false), "invalid");
    }
    assertEquals(1, ann.get("/notifications").body().path("unread").asInt());
  }

  @Test
  void setNotificationSettingsSwitchesWhatItNamesAndTellsWhatIsSo() {
    try (Wire anns = ann.connects()) {
      JsonNode now = anns.asks("setNotificationSettings", Map.of("comment", false));
      assertFalse(now.path("comment").asBoolean());
      assertTrue(now.path("groupPost").asBoolean());
      assertTrue(now.path("reaction").asBoolean());
      now = anns.asks("setNotificationSettings", Map.of("group post", false, "comment", true));
      assertTrue(now.path("comment").asBoolean());
      assertFalse(now.path("groupPost").asBoolean());
      assertEquals(now, ann.get("/notifications/settings").expect(200).body());
      assertEquals(
          "reaction",
          anns.isRefused("setNotificationSettings", Map.of("reaction", "perhaps"), "invalid")
              .path("field")
              .asString());
    }
    assertTrue(ben.get("/notifications/settings").body().path("groupPost").asBoolean());
    assertFalse(
        ann.call("PATCH", "/notifications/settings", Map.of("reaction", false))
            .expect(200)
            .body()
            .path("reaction")
            .asBoolean());
  }

  @Test
  void withAnAccountGoWhatItWasTold() {
    told();
    ann.call("DELETE", "/accounts/me", Map.of()).expect(204);
    ann.get("/notifications").refused(401, "forbidden");
  }

  /** Lets ann be told of something; its id. */
  private long told() {
    Person witness = parley.person("witness");
    try (Wire wire = ann.connects()) {
      String chat = witness.privateChatWith(ann);
      witness.posts(chat, "look");
      return wire.receives("newNotification", n -> n.path("chatId").asString("").equals(chat))
          .path("id")
          .asLong();
    }
  }

  private static List<Long> ids(JsonNode notifications) {
    return notifications.valueStream().map(n -> n.path("id").asLong()).toList();
  }
}
