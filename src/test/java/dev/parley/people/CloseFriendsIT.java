package dev.parley.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann chooses among her followers. */
class CloseFriendsIT extends ClientTest {

  private static final String MISSING = "999999999";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");

  @Test
  void addCloseFriendChoosesAFollower() {
    follow(ben, ann, "following");
    try (Wire anns = ann.connects()) {
      assertEquals(ben.id(), anns.asks("addCloseFriend", ben.id()).asString());
      assertEquals(ben.id(), anns.asks("addCloseFriend", ben.id()).asString());
      assertEquals(List.of(ben.id()), ids(anns.asks("closeFriends", Map.of())));
      assertEquals(List.of(), ids(ben.get("/close-friends").expect(200).body()));
    }
  }

  @Test
  void addCloseFriendIsRefusedForThoseWhoDoNotFollow() {
    makePrivate(ann);
    follow(cat, ann, "requested");
    try (Wire anns = ann.connects()) {
      for (Person other : List.of(ann, ben, cat)) {
        anns.isRefused("addCloseFriend", other.id(), "conflict");
      }
      anns.isRefused("addCloseFriend", MISSING, "notFound");
      anns.isRefused("addCloseFriend", Map.of(), "invalid");
    }
    ann.call("PUT", "/close-friends/" + ben.id(), null).refused(409, "conflict");
  }

  @Test
  void removeCloseFriendTakesBackTheChoiceAndNotTheFollow() {
    follow(ben, ann, "following");
    ann.call("PUT", "/close-friends/" + ben.id(), null).expect(204);
    try (Wire anns = ann.connects()) {
      assertEquals(ben.id(), anns.asks("removeCloseFriend", ben.id()).asString());
      assertEquals(0, anns.asks("closeFriends", Map.of()).size());
      anns.isRefused("removeCloseFriend", ben.id(), "conflict");
      anns.isRefused("removeCloseFriend", MISSING, "notFound");
    }
    assertEquals("following", status(ben, ann));
    ann.call("DELETE", "/close-friends/" + ben.id(), null).refused(409, "conflict");
  }

  @Test
  void whoFollowsNoMoreIsNoCloseFriend() {
    follow(ben, ann, "following");
    ann.call("PUT", "/close-friends/" + ben.id(), null).expect(204);
    ben.call("DELETE", "/follows/" + ann.id(), null).expect(200);
    follow(ben, ann, "following");
    assertEquals(0, ann.get("/close-friends").expect(200).body().size());
  }

  @Test
  void searchNotCloseFriendsFindsFollowersByAPartOfTheName() {
    Person dan = parley.person("dan");
    follow(ben, ann, "following");
    follow(cat, ann, "following");
    ann.call("PUT", "/close-friends/" + cat.id(), null).expect(204);
    try (Wire anns = ann.connects()) {
      assertEquals(List.of(ben.id()), ids(anns.asks("searchNotCloseFriends", "")));
      assertEquals(List.of(ben.id()), ids(anns.asks("searchNotCloseFriends", Map.of())));
      assertEquals(List.of(ben.id()), ids(anns.asks("searchNotCloseFriends", "BEN")));
      for (Person other : List.of(cat, dan)) {
        assertEquals(List.of(), ids(anns.asks("searchNotCloseFriends", other.name())));
      }
      assertEquals(0, anns.asks("searchNotCloseFriends", "%").size());
      anns.isRefused("searchNotCloseFriends", List.of("b"), "invalid");
    }
    assertEquals(List.of(ben.id()), ids(ann.get("/close-friends/others?text=ben").body()));
  }

  private static void makePrivate(Person who) {
    who.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
  }

  private static void follow(Person who, Person whom, String becomes) {
    JsonNode now = who.call("PUT", "/follows/" + whom.id(), null).expect(200).body();
    assertEquals(becomes, now.path("followStatus").asString());
  }

  private static String status(Person who, Person whom) {
    JsonNode relation = who.get("/follows/" + whom.id()).expect(200).body();
    return relation.path("followStatus").asString();
  }

  private static List<String> ids(JsonNode people) {
    return people.valueStream().map(person -> person.path("id").asString()).toList();
  }
}
