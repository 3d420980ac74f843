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

/** Ann founded a group that mia is a member of; ben wants in, or is wanted. */
class GroupNotificationsIT extends ClientTest {

  private static final String MISSING = "999999999";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person mia = parley.person("mia");
  private final String group = ann.foundsGroupWith(mia);
  private final String name =
      ann.get("/conversations/" + group).expect(200).body().path("name").asString();

  @Test
  void aRequestIsToldToTheModeratorsOnly() {
    try (Wire anns = ann.connects()) {
      asksToJoin(ben);
      JsonNode told = anns.receives("newNotification");
      assertEquals("join group request", told.path("type").asString());
      assertEquals(
          "user  " + ben.name() + " wants to join group " + name, told.path("body").asString());
      assertEquals(group, told.path("groupId").asString());
      assertEquals(name, told.path("groupName").asString());
      assertEquals(ben.id(), told.path("fromUserId").asString());
    }
    assertEquals(List.of(), bodies(mia, "join group request"));
  }

  @Test
  void acceptRequestToJoinGroupTakesThemInAndTellsThem() {
    asksToJoin(ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      assertEquals(group, anns.asks("acceptRequestToJoinGroup", id(ann)).asString());
      JsonNode told = bens.receives("newNotification");
      assertEquals("join group request accepted", told.path("type").asString());
      assertEquals("your request to join a group has been accepted", told.path("body").asString());
      ben.get("/conversations/" + group).expect(200);
      assertEquals(List.of(), bodies(ann, "join group request"));
    }
  }

  @Test
  void declineRequestToJoinGroupTellsThemToo() {
    asksToJoin(ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      assertEquals("declined", anns.asks("declineRequestToJoinGroup", id(ann)).asString());
      JsonNode told = bens.receives("newNotification");
      assertEquals("join group request declined", told.path("type").asString());
      assertEquals("your request to join a group has been declined", told.path("body").asString());
      ben.get("/conversations/" + group).refused(404, "notFound");
    }
  }

  @Test
  void acceptRequestToJoinGroupIsRefusedToOthersAndTheSecondTime() {
    asksToJoin(ben);
    isRefusedToOthersAndTheSecondTime("acceptRequestToJoinGroup", ann, mia);
  }

  @Test
  void declineRequestToJoinGroupIsRefusedToOthersAndTheSecondTime() {
    asksToJoin(ben);
    isRefusedToOthersAndTheSecondTime("declineRequestToJoinGroup", ann, ben);
  }

  @Test
  void whatOneModeratorAnsweredTheOtherFindsAnswered() {
    moderates(mia);
    asksToJoin(ben);
    long mias = id(mia);
    try (Wire anns = ann.connects();
        Wire wire = mia.connects()) {
      anns.asks("acceptRequestToJoinGroup", id(ann));
      wire.isRefused("acceptRequestToJoinGroup", mias, "conflict");
      assertEquals(List.of(), bodies(mia, "join group request"));
    }
  }

  @Test
  void whoModeratesNoMoreHasNoRequestsToAnswer() {
    moderates(mia);
    asksToJoin(ben);
    long mias = id(mia);
    ann.call("PATCH", "/conversations/" + group + "/members/" + mia.id(), Map.of("role", "member"))
        .expect(200);
    assertEquals(List.of(), bodies(mia, "join group request"));
    try (Wire wire = mia.connects()) {
      wire.isRefused("acceptRequestToJoinGroup", mias, "notFound");
    }
  }

  @Test
  void acceptInvitationToGroupComesInAndTellsTheInviter() {
    try (Wire bens = ben.connects();
        Wire mias = mia.connects()) {
      mia.invites(group, ben);
      JsonNode told = bens.receives("newNotification");
      assertEquals("invite to group", told.path("type").asString());
      assertEquals(
          "user " + mia.name() + " invites you to join group " + name,
          told.path("body").asString());
      assertEquals("accepted", bens.asks("acceptInvitationToGroup", told.path("id")).asString());
      JsonNode answer = mias.receives("newNotification");
      assertEquals("invite to group accepted", answer.path("type").asString());
      assertEquals(
          "user has accepted the invitation to join a group", answer.path("body").asString());
      assertEquals(ben.id(), answer.path("fromUserId").asString());
      ben.get("/conversations/" + group).expect(200);
    }
  }

  @Test
  void declineInvitationToGroupTellsTheInviterToo() {
    mia.invites(group, ben);
    try (Wire bens = ben.connects();
        Wire mias = mia.connects()) {
      assertEquals("declined", bens.asks("declineInvitationToGroup", id(ben)).asString());
      JsonNode answer = mias.receives("newNotification");
      assertEquals("invite to group rejected", answer.path("type").asString());
      assertEquals(
          "user has rejected the invitation to join a group", answer.path("body").asString());
    }
  }

  @Test
  void acceptInvitationToGroupIsRefusedToOthersAndTheSecondTime() {
    mia.invites(group, ben);
    isRefusedToOthersAndTheSecondTime("acceptInvitationToGroup", ben, mia);
  }

  @Test
  void declineInvitationToGroupIsRefusedToOthersAndTheSecondTime() {
    mia.invites(group, ben);
    isRefusedToOthersAndTheSecondTime("declineInvitationToGroup", ben, ann);
  }

  @Test
  void aNewEventIsToldToEveryOtherMember() {
    try (Wire mias = mia.connects()) {
      String event = ann.plans(group, "a walk");
      JsonNode told = mias.receives("newNotification");
      assertEquals("new group event", told.path("type").asString());
      assertEquals(event, told.path("eventId").asString());
      assertTrue(told.path("body").asString().contains("a walk"));
      assertEquals(List.of(), bodies(ann, "new group event"));
      ann.call("DELETE", "/events/" + event, null);
    }
  }

  @Test
  void whoLeavesIsToldNothingOfTheGroupAnyMore() {
    ann.plans(group, "a walk");
    assertEquals(1, bodies(mia, "new group event").size());
    mia.call("DELETE", "/conversations/" + group + "/members/" + mia.id(), null).expect(204);
    assertEquals(List.of(), bodies(mia, "new group event"));
  }

  @Test
  void withTheGroupGoesWhatWasToldOfIt() {
    mia.invites(group, ben);
    try (Wire bens = ben.connects()) {
      ann.call("DELETE", "/conversations/" + group, null).expect(204);
      assertEquals(0, bens.receives("notificationsChanged").path("unread").asInt());
    }
    assertEquals(0, ben.get("/notifications").body().path("notifications").size());
  }

  @Test
  void whoIsBlockedCausesNone() {
    ann.call("PUT", "/people/" + mia.id() + "/block", null).expect(204);
    mia.plans(group, "a trap");
    assertEquals(List.of(), bodies(ann, "new group event"));
  }

  private void isRefusedToOthersAndTheSecondTime(String type, Person asked, Person other) {
    long id = id(asked);
    try (Wire askeds = asked.connects();
        Wire others = other.connects()) {
      JsonNode hidden = others.isRefused(type, id, "notFound");
      assertEquals(others.isRefused(type, MISSING, "notFound"), hidden);
      askeds.isRefused("acceptFollowRequest", id, "notFound");
      askeds.isRefused(type, Map.of(), "invalid");
      askeds.asks(type, Map.of("notificationID", id));
      askeds.isRefused(type, id, "conflict");
    }
    asked
        .call("PUT", "/notifications/" + id + "/answer", Map.of("accept", true))
        .refused(409, "conflict");
  }

  private void asksToJoin(Person who) {
    try (Wire wire = who.connects()) {
      wire.asks("requestToJoinToGroup", group);
    }
  }

  private void moderates(Person member) {
    ann.call(
            "PATCH", "/conversations/" + group + "/members/" + member.id(), Map.of("role", "admin"))
        .expect(200);
  }

  /** The newest question that somebody was asked. */
  private static long id(Person who) {
    return unread(who)
        .valueStream()
        .filter(n -> n.path("type").asString().matches("join group request|invite to group"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }

  private static List<String> bodies(Person who, String type) {
    return unread(who)
        .valueStream()
        .filter(n -> n.path("type").asString().equals(type))
        .map(n -> n.path("body").asString())
        .toList();
  }

  private static JsonNode unread(Person who) {
    try (Wire wire = who.connects()) {
      return wire.asks("getUserNotifications", Map.of());
    }
  }
}
