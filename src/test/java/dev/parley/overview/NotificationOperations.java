package dev.parley.overview;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What changes of what somebody is told. */
final class NotificationOperations {

  private static final long PATIENCE_NANOS = 15_000_000_000L;

  private NotificationOperations() {}

  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.add(
        Operation.inGroup("markNotificationsRead", "", s -> Map.of("all", true))
            .after(s -> notified(s.outsider, s.actor)));
    all.add(
        Operation.inGroup(
                "updateAccount", "in a notification", s -> Map.of("name", Parley.unique("new")))
            .after(s -> notified(s.actor, s.other)));
    all.add(
        Operation.inGroup(
                "blockUser", "of whom one was told", s -> Map.of("userID", s.outsider.id()))
            .after(s -> notified(s.outsider, s.actor)));
    follows(all);
    groups(all);
    events(all);
    return all;
  }

  private static void follows(List<Operation> all) {
    all.add(
        byOutsider("followUser", NotificationOperations::hides, s -> follow(s.outsiders, s.actor)));
    all.add(
        byOutsider(
            "unFollowUser",
            NotificationOperations::wantsToFollow,
            s -> s.outsiders.asks("unFollowUser", s.actor.id())));
    all.add(
        Operation.inGroup("setProfileType", "public", s -> Map.of("profileType", 0))
            .after(NotificationOperations::wantsToFollow));
    for (String type : List.of("acceptFollowRequest", "declineFollowRequest")) {
      all.add(
          Operation.inGroup(type, "", s -> asked(s.actor))
              .after(NotificationOperations::wantsToFollow));
    }
    all.add(
        Operation.inGroup(
                "answerFollowRequest", "", s -> Map.of("userID", s.outsider.id(), "accept", true))
            .after(NotificationOperations::wantsToFollow));
  }

  private static void groups(List<Operation> all) {
    all.add(
        byOutsider(
            "requestToJoinToGroup",
            Stage::founds,
            s -> s.outsiders.asks("requestToJoinToGroup", s.club)));
    for (String type : List.of("acceptRequestToJoinGroup", "declineRequestToJoinGroup")) {
      all.add(Operation.inClub(type, s -> asked(s.actor)).after(Operation::asks));
    }
    for (String type : List.of("acceptInvitationToGroup", "declineInvitationToGroup")) {
      all.add(
          byOutsider(
              type,
              s -> {
                s.founds();
                s.actor.invites(s.club, s.outsider);
              },
              s -> s.outsiders.asks(type, asked(s.outsider))));
    }
  }

  private static void events(List<Operation> all) {
    String day = Instant.now().plus(Duration.ofDays(2)).toString();
    for (String type : List.of("CreateGroupEvent", "createGroupEvent")) {
      all.add(
          Operation.inClub(
              type, s -> Map.of("groupID", s.club, "title", "walk", "dateEvent", day)));
    }
    all.add(
        Operation.inClub("updateEvent", s -> Map.of("eventID", event(s), "title", "run"))
            .after(NotificationOperations::plans));
    all.add(
        Operation.inClub("deleteEvent", s -> Map.of("eventID", event(s)))
            .after(NotificationOperations::plans));
  }

  private static Operation byOutsider(String type, Consumer<Stage> before, Consumer<Stage> run) {
    return new Operation(type, "by somebody from outside", before, s -> s.group, run);
  }

  private static void hides(Stage s) {
    try (Wire wire = s.actor.connects()) {
      wire.asks("setProfileType", 1);
    }
  }

  private static void wantsToFollow(Stage s) {
    hides(s);
    try (Wire wire = s.outsider.connects()) {
      follow(wire, s.actor);
    }
  }

  private static void follow(Wire by, Person whom) {
    by.asks("followUser", whom.id());
  }

  private static void plans(Stage s) {
    s.founds();
    s.actor.plans(s.club, "walk");
  }

  private static String event(Stage s) {
    return s.actor
        .get("/groups/" + s.club + "/events")
        .expect(200)
        .body()
        .findValuesAsString("id")
        .get(0);
  }

  /** What somebody was asked last. */
  private static Map<String, Long> asked(Person who) {
    long id =
        who.get("/notifications")
            .body()
            .path("notifications")
            .valueStream()
            .filter(n -> n.path("type").asString().matches("follow request|join.*|invite.*"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    return Map.of("id", id);
  }

  /** Somebody is told that somebody else has written. */
  private static void notified(Person by, Person told) {
    String chat = by.privateChatWith(told);
    by.posts(chat, "look");
    long end = System.nanoTime() + PATIENCE_NANOS;
    try (Wire wire = told.connects()) {
      while (!told.get("/notifications").text().contains("\"chatId\":\"" + chat + "\"")) {
        assertTrue(System.nanoTime() < end, "nobody told " + told.name());
        wire.awaitsMoreThan(wire.messages(), 200);
      }
    }
  }
}
