package dev.parley.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann has a private profile; ben asks to follow her, cat has nothing to do with it. */
class FollowNotificationsIT extends ClientTest {

  private static final String MISSING = "999999999";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");

  {
    try (Wire anns = ann.connects()) {
      anns.asks("setProfileType", 1);
    }
  }

  @Test
  void aFollowRequestIsToldLiveOnEverySocket() {
    try (Wire one = ann.connects();
        Wire two = ann.connects()) {
      asks(ben);
      for (Wire wire : List.of(one, two)) {
        JsonNode told = wire.receives("newNotification");
        assertEquals("follow request", told.path("type").asString());
        assertEquals(ben.name() + " wants to follow you", told.path("body").asString());
        assertEquals(ben.id(), told.path("fromUserId").asString());
        assertEquals(ann.id(), told.path("userId").asString());
      }
    }
  }

  @Test
  void aDoubledRequestMakesOneNotification() {
    asks(ben);
    asks(ben);
    assertEquals(1, unread(ann).size());
  }

  @Test
  void acceptFollowRequestLetsThemFollow() {
    asks(ben);
    long id = unread(ann).get(0).path("id").asLong();
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode answer = anns.asks("acceptFollowRequest", Map.of("id", id, "userID", ben.id()));
      assertEquals(Long.toString(id), answer.path("id").asString());
      assertEquals(ben.id(), answer.path("userID").asString());
      assertEquals("following", bens.asks("getFollowStatus", ann.id()).asString());
      assertEquals(0, anns.receives("notificationsChanged").path("unread").asInt());
      JsonNode all = anns.asks("notifications", Map.of()).path("notifications");
      assertEquals("accepted", all.get(0).path("answer").asString());
    }
  }

  @Test
  void acceptFollowRequestIsRefusedToOthersAndTheSecondTime() {
    isRefusedToOthersAndTheSecondTime("acceptFollowRequest");
  }

  @Test
  void declineFollowRequestLetsThemAskAgain() {
    asks(ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      anns.asks("declineFollowRequest", unread(ann).get(0).path("id").asLong());
      assertEquals("not following", bens.asks("getFollowStatus", ann.id()).asString());
      assertEquals(0, unread(ann).size());
      asks(ben);
      assertEquals(1, unread(ann).size());
    }
  }

  @Test
  void declineFollowRequestIsRefusedToOthersAndTheSecondTime() {
    isRefusedToOthersAndTheSecondTime("declineFollowRequest");
  }

  private void isRefusedToOthersAndTheSecondTime(String type) {
    asks(ben);
    long id = unread(ann).get(0).path("id").asLong();
    try (Wire anns = ann.connects();
        Wire cats = cat.connects()) {
      JsonNode hidden = cats.isRefused(type, id, "notFound");
      assertEquals(cats.isRefused(type, MISSING, "notFound"), hidden);
      anns.isRefused("acceptInvitationToGroup", id, "notFound");
      anns.isRefused(type, Map.of(), "invalid");
      assertEquals(1, unread(ann).size());
      anns.asks(type, id);
      anns.isRefused("acceptFollowRequest", id, "conflict");
      anns.isRefused("declineFollowRequest", id, "conflict");
    }
    ann.call("PUT", "/notifications/" + id + "/answer", Map.of("accept", true))
        .refused(409, "conflict");
    cat.call("PUT", "/notifications/" + id + "/answer", Map.of("accept", true))
        .refused(404, "notFound");
  }

  @Test
  void theRestAnswerDoesTheSame() {
    asks(ben);
    long id = unread(ann).get(0).path("id").asLong();
    ann.call("PUT", "/notifications/" + id + "/answer", Map.of("accept", true)).expect(204);
    try (Wire bens = ben.connects()) {
      assertEquals("following", bens.asks("getFollowStatus", ann.id()).asString());
    }
  }

  @Test
  void aRequestThatIsWithdrawnTakesItsNotificationWithIt() {
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      asks(ben);
      anns.receives("newNotification");
      bens.asks("unFollowUser", ann.id());
      assertEquals(
          0,
          anns.receives("notificationsChanged", n -> n.has("notifications"))
              .path("unread")
              .asInt());
    }
    assertEquals(0, ann.get("/notifications").body().path("notifications").size());
  }

  @Test
  void goingPublicAnswersWhatWasAsked() {
    asks(ben);
    try (Wire anns = ann.connects()) {
      anns.asks("setProfileType", 0);
      assertEquals(0, unread(ann).size());
    }
  }

  @Test
  void aBlockTakesBackWhatWasTold() {
    asks(ben);
    ann.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
    assertEquals(0, ann.get("/notifications").body().path("notifications").size());
  }

  private void asks(Person who) {
    try (Wire wire = who.connects()) {
      wire.asks("followUser", ann.id());
    }
  }

  private static JsonNode unread(Person who) {
    try (Wire wire = who.connects()) {
      return wire.asks("getUserNotifications", Map.of());
    }
  }
}
