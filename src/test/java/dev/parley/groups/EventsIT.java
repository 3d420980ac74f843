package dev.parley.groups;

import static dev.parley.groups.EventTime.begins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann's group, with ben in it; eve is not. */
class EventsIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person eve = parley.person("eve");
  private final String group = ann.foundsGroupWith(ben);

  @Test
  void createGroupEventTellsAllMembers() {
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      String when = Instant.parse("2031-05-01T10:00:00Z").toString();
      JsonNode made =
          bens.asks(
              "CreateGroupEvent",
              Map.of(
                  "Title",
                  "Walk",
                  "Description",
                  "far",
                  "GroupID",
                  group,
                  "DateEvent",
                  when,
                  "DateCreate",
                  "2001-01-01T00:00:00Z"));
      assertEquals("Walk", made.path("title").asString());
      assertEquals("far", made.path("description").asString());
      assertEquals(group, made.path("groupID").asString());
      assertEquals(ben.id(), made.path("creatorID").asString());
      assertEquals(ben.name(), made.path("creatorName").asString());
      assertEquals(when, made.path("dateEvent").asString());
      assertTrue(made.path("dateCreate").asString().startsWith("20"));
      assertFalse(made.path("dateCreate").asString().startsWith("2001"));
      assertEquals(-1, made.path("myOption").asInt());
      for (Wire wire : List.of(anns, bens)) {
        JsonNode news = wire.receives("eventChanged");
        assertEquals(made.path("id"), news.path("eventID"));
        assertEquals("created", news.path("change").asString());
      }
      bens.asks("createGroupEvent", event("again", when));
      assertEquals(2, anns.asks("getGroupEventsList", group).size());
    }
  }

  @Test
  void createGroupEventRefusesWhatIsMissingOrOver() {
    try (Wire wire = ann.connects()) {
      for (String type : List.of("CreateGroupEvent", "createGroupEvent")) {
        JsonNode refused = wire.isRefused(type, event(" ", in(3600)), "invalid");
        assertEquals("Title is missing", refused.path("data").asString());
        for (String date : List.of(in(-60), "", "tomorrow", "2031-05-01", in(4_000L * 86_400))) {
          refused = wire.isRefused(type, event("Walk", date), "invalid");
          assertEquals("dateEvent", refused.path("field").asString());
        }
        wire.isRefused(type, Map.of("groupID", group, "title", "Walk"), "invalid");
        wire.isRefused(type, Map.of("title", "Walk", "dateEvent", in(60)), "invalid");
        wire.isRefused(type, event("x".repeat(201), in(60)), "invalid");
      }
      assertEquals(0, wire.asks("getGroupEventsList", group).size());
    }
  }

  @Test
  void eachMemberSaysWhetherTheyComeAndMaySayOtherwise() {
    String event = ann.plans(group, "Walk");
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode now = bens.asks("setUserOptionForEvent", Map.of("eventID", event, "option", 1));
      assertEquals(1, now.path("going").asInt());
      assertEquals(1, now.path("myOption").asInt());
      JsonNode news =
          anns.receives("eventChanged", n -> n.path("change").asString().equals("answered"));
      assertEquals(1, news.path("going").asInt());
      now = bens.asks("changeUserOptionForEvent", Map.of("eventID", event, "option", "0"));
      assertEquals(0, now.path("going").asInt());
      assertEquals(1, now.path("notGoing").asInt());
      JsonNode seen = anns.asks("getGroupEvent", event);
      assertEquals(-1, seen.path("myOption").asInt());
      JsonNode option = seen.path("userOptions").get(0);
      assertEquals(ben.id(), option.path("userID").asString());
      assertEquals(ben.name(), option.path("userName").asString());
      assertEquals(0, option.path("option").asInt());
      for (String type : List.of("setUserOptionForEvent", "changeUserOptionForEvent")) {
        bens.isRefused(type, Map.of("eventID", event, "option", 2), "invalid");
        bens.isRefused(type, Map.of("eventID", event), "invalid");
      }
      assertFalse(anns.asks("getGroupEventsList", group).get(0).has("userOptions"));
    }
  }

  @Test
  void whatHasBegunIsAnsweredNoMore() {
    String event = ann.plans(group, "Walk");
    begins(event, "-1 minute");
    try (Wire wire = ben.connects()) {
      wire.isRefused("setUserOptionForEvent", Map.of("eventID", event, "option", 1), "conflict");
    }
  }

  @Test
  void whoLeavesTheGroupComesToNoneOfItsEvents() {
    String event = ann.plans(group, "Walk");
    answer(ben, event, 1);
    ben.call("DELETE", "/groups/" + group + "/membership", null).expect(204);
    assertEquals(0, ann.get("/events/" + event).body().path("going").asInt());
    assertEquals(0, ann.get("/events/" + event).body().path("userOptions").size());
    ben.get("/events/" + event).refused(404, "notFound");
  }

  @Test
  void whoMadeAnEventChangesItAndSoDoModerators() {
    String bens = ben.plans(group, "Walk");
    String anns = ann.plans(group, "Run");
    JsonNode changed =
        ben.call("PATCH", "/events/" + bens, Map.of("title", "Hike")).expect(200).body();
    assertEquals("Hike", changed.path("title").asString());
    ann.call("PATCH", "/events/" + bens, Map.of("dateEvent", "2031-05-01T10:00:00+02:00"))
        .expect(200);
    JsonNode seen = ben.get("/events/" + bens).body();
    assertEquals("2031-05-01T08:00:00Z", seen.path("dateEvent").asString());
    assertEquals("Hike", seen.path("title").asString());
    assertTrue(seen.path("mayChange").asBoolean());
    ben.call("PATCH", "/events/" + anns, Map.of("title", "mine")).refused(403, "forbidden");
    ben.call("DELETE", "/events/" + anns, null).refused(403, "forbidden");
    try (Wire wire = ann.connects()) {
      wire.isRefused("updateEvent", Map.of("eventID", bens, "title", ""), "invalid");
      wire.isRefused("updateEvent", Map.of("eventID", bens, "dateEvent", in(-5)), "invalid");
      assertEquals(bens, wire.asks("deleteEvent", bens).path("eventID").asString());
      wire.receives("eventChanged", n -> n.path("change").asString().equals("deleted"));
      wire.isRefused("deleteEvent", bens, "notFound");
    }
  }

  @Test
  void eventsToComeStandBeforeThoseThatWere() {
    String over = ann.plans(group, "over");
    String older = ann.plans(group, "long over");
    String soon = ann.plans(group, "soon");
    String later = ann.plans(group, "later");
    begins(over, "-1 day");
    begins(older, "-3 days");
    begins(later, "5 days");
    begins(soon, "2 days");
    List<String> ids =
        ann.get("/groups/" + group + "/events")
            .body()
            .valueStream()
            .map(e -> e.path("id").asString())
            .toList();
    assertEquals(List.of(soon, later, over, older), ids);
  }

  @Test
  void whoComesIsRemindedADayAndAnHourBeforeAndOnce() {
    String event = ann.plans(group, "Walk");
    answer(ben, event, 1);
    answer(ann, event, 0);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      begins(event, "23 hours 59 minutes");
      assertEquals(24, reminder(bens, event).path("hours").asInt());
      begins(event, "59 minutes");
      assertEquals(1, reminder(bens, event).path("hours").asInt());
      // A reminder that comes later than another one shows that there was no third in between.
      String next = ann.plans(group, "Run");
      answer(ben, next, 1);
      begins(next, "59 minutes");
      assertEquals("Run", reminder(bens, next).path("title").asString());
      anns.settles();
      assertEquals(0, anns.pushes("eventReminder").size());
      assertEquals(3, bens.pushes("eventReminder").size());
    }
  }

  @Test
  void whatIsMadeLateIsRemindedOfOnlyOfWhatLiesAhead() {
    assertEquals(0, reminded(ann.plans(group, "in more than a day")));
    assertEquals(1, reminded(made(in(7_200))));
    assertEquals(2, reminded(made(in(600))));
    String event = made(in(600));
    ann.call("PATCH", "/events/" + event, Map.of("dateEvent", in(2 * 86_400))).expect(200);
    assertEquals(0, reminded(event));
  }

  @Test
  void anEventIsAFileForCalendars() {
    String event =
        ann.call(
                "POST",
                "/groups/" + group + "/events",
                Map.of(
                    "title",
                    "Tea, cake; and \\ more — чай".concat(" и пирог".repeat(10)),
                    "description",
                    "one\r\ntwo\nEND:VEVENT",
                    "dateEvent",
                    "2031-05-01T10:00:00Z"))
            .expect(201)
            .body()
            .path("id")
            .asString();
    Answer file = ben.get("/events/" + event + "/ics").expect(200);
    assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("text/calendar"));
    assertTrue(file.headers().firstValue("Content-Disposition").orElse("").contains("attachment"));
    String text = file.text();
    for (String line : text.split("\r\n")) {
      assertTrue(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75, line);
      assertFalse(line.contains("\n"), line);
    }
    String whole = text.replace("\r\n ", "");
    assertTrue(whole.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), whole);
    assertTrue(whole.contains("\r\nDTSTART:20310501T100000Z\r\n"), whole);
    assertTrue(whole.contains("\r\nSUMMARY:Tea\\, cake\\; and \\\\ more — чай и пирог"), whole);
    assertTrue(whole.contains("\r\nDESCRIPTION:one\\ntwo\\nEND:VEVENT\r\n"), whole);
    assertEquals(whole.indexOf("\r\nEND:VEVENT\r\n"), whole.lastIndexOf("\r\nEND:VEVENT\r\n"));
    assertTrue(whole.endsWith("END:VCALENDAR\r\n"), whole);
    eve.get("/events/" + event + "/ics").refused(404, "notFound");
  }

  @Test
  void aFormerMemberHearsNothingOfNewEvents() {
    try (Wire bens = ben.connects()) {
      ann.call("DELETE", "/conversations/" + group + "/members/" + ben.id(), null).expect(204);
      ann.plans(group, "Walk");
      bens.settles();
      assertEquals(0, bens.pushes("eventChanged").size());
      bens.isRefused("getGroupEventsList", group, "forbidden");
    }
  }

  private Map<String, Object> event(String title, String date) {
    return new HashMap<>(Map.of("groupID", group, "title", title, "dateEvent", date));
  }

  private String made(String date) {
    return ann.call("POST", "/groups/" + group + "/events", event("Walk", date))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private static JsonNode reminder(Wire wire, String event) {
    return wire.receives("eventReminder", r -> r.path("eventID").asString().equals(event));
  }

  private static void answer(Person who, String event, int option) {
    who.call("PUT", "/events/" + event + "/answer", Map.of("option", option)).expect(200);
  }

  private static String in(long seconds) {
    return Instant.now().plusSeconds(seconds).toString();
  }

  private static long reminded(String event) {
    return Database.count("SELECT reminded FROM events WHERE id = ?::bigint", event);
  }
}
