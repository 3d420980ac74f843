package dev.parley.notifications;

import static dev.parley.groups.EventTime.begins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An event of tomorrow: ben comes, mia does not, and ann, who made it, has not said. */
class EventRemindersIT extends ClientTest {

  private static final String REMINDER = "group event reminder";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person mia = parley.person("mia");
  private final String group = ann.foundsGroupWith(ben, mia);
  private final String name = ann.get("/groups/" + group).body().path("name").asString();
  private final String event = ann.plans(group, "Walk");

  {
    answers(ben, event, 1);
    answers(mia, event, 0);
  }

  @Test
  void whoComesIsNotifiedThatAnEventIsNear() {
    try (Wire bens = ben.connects()) {
      begins(event, "23 hours 59 minutes");
      JsonNode told = reminded(bens, event);
      assertEquals("the event Walk of group " + name + " is near", told.path("body").asString());
      assertEquals(ben.id(), told.path("userId").asString());
      assertTrue(told.path("fromUserId").isNull());
      assertEquals(group, told.path("groupId").asString());
      assertEquals(0, told.path("read").asInt(-1));
    }
    assertEquals(1, reminders(ben).size());
    assertEquals(event, reminders(ben).get(0).path("eventId").asString());
    // Reminders are told all at once, so that these two got none.
    assertEquals(List.of(), reminders(ann));
    assertEquals(List.of(), reminders(mia));
  }

  @Test
  void theSecondReminderTakesThePlaceOfTheFirst() {
    try (Wire bens = ben.connects()) {
      begins(event, "23 hours 59 minutes");
      String first = reminded(bens, event).path("id").asString();
      bens.asks("markNotificationsRead", Map.of("all", true));
      begins(event, "59 minutes");
      JsonNode second =
          bens.receives("newNotification", n -> !n.path("id").asString().equals(first));
      assertEquals(REMINDER, second.path("type").asString());
      assertEquals(1, reminders(ben).size());
      assertEquals(second.path("id"), reminders(ben).get(0).path("id"));
      assertEquals(0, reminders(ben).get(0).path("read").asInt(-1));
    }
  }

  @Test
  void whoHasLeftTheGroupIsNotReminded() {
    ben.call("DELETE", "/groups/" + group + "/membership", null).expect(204);
    answers(mia, event, 1);
    try (Wire mias = mia.connects()) {
      begins(event, "59 minutes");
      reminded(mias, event);
    }
    assertEquals(List.of(), reminders(ben));
  }

  @Test
  void anEventThatIsCalledOffTakesItsReminderWithIt() {
    try (Wire bens = ben.connects()) {
      begins(event, "59 minutes");
      reminded(bens, event);
      ann.call("DELETE", "/events/" + event, null).expect(204);
      assertEquals(List.of(), reminders(ben));
    }
  }

  private static JsonNode reminded(Wire wire, String event) {
    return wire.receives(
        "newNotification",
        n ->
            n.path("type").asString().equals(REMINDER)
                && n.path("eventId").asString().equals(event));
  }

  private static List<JsonNode> reminders(Person person) {
    return person
        .get("/notifications?limit=100")
        .expect(200)
        .body()
        .path("notifications")
        .valueStream()
        .filter(n -> n.path("type").asString().equals(REMINDER))
        .toList();
  }

  private static void answers(Person who, String event, int option) {
    who.call("PUT", "/events/" + event + "/answer", Map.of("option", option)).expect(200);
  }
}
