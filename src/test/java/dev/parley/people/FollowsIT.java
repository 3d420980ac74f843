package dev.parley.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann is followed, by ben most of all; cat looks on. */
class FollowsIT extends ClientTest {

  private static final String MISSING = "999999999";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");

  @Test
  void followUserFollowsAPublicProfileAtOnce() {
    try (Wire bens = ben.connects()) {
      assertEquals("following", bens.asks("followUser", ann.id()).asString());
      assertEquals("following", bens.asks("getFollowStatus", ann.id()).asString());
      assertEquals(List.of(ben.id()), ids(bens.asks("userFollowers", ann.id())));
      assertEquals(List.of(ann.id()), ids(bens.asks("userFollowing", ben.id())));
    }
  }

  @Test
  void followUserAsksThoseWhoseProfileIsPrivate() {
    makePrivate(ann);
    try (Wire bens = ben.connects();
        Wire anns = ann.connects()) {
      assertEquals("requested", bens.asks("followUser", ann.id()).asString());
      assertEquals("requested", bens.asks("getFollowStatus", ann.id()).asString());
      assertEquals(0, anns.asks("userFollowers", ann.id()).size());
      assertEquals(List.of(ben.id()), ids(anns.asks("followRequests", Map.of())));
    }
  }

  @Test
  void followUserTwiceAnswersWhatIsTheCase() {
    makePrivate(ann);
    try (Wire bens = ben.connects()) {
      bens.asks("followUser", ann.id());
      assertEquals("requested", bens.asks("followUser", ann.id()).asString());
      assertEquals(1, ann.get("/followers/requests").expect(200).body().size());
      accept(ann, ben);
      assertEquals("following", bens.asks("followUser", ann.id()).asString());
      assertEquals("following", bens.asks("followUser", Map.of("userID", ann.id())).asString());
      assertEquals(1, bens.asks("userFollowers", ann.id()).size());
    }
  }

  @Test
  void followUserOfOneselfOrNobodyIsRefused() {
    try (Wire bens = ben.connects()) {
      JsonNode self = bens.isRefused("followUser", ben.id(), "invalid");
      assertEquals("userID", self.path("field").asString());
      assertEquals("one can't follow oneself", self.path("data").asString());
      bens.isRefused("followUser", MISSING, "notFound");
      bens.isRefused("followUser", Map.of(), "invalid");
      bens.isRefused("followUser", "ann", "invalid");
    }
    ben.call("PUT", "/follows/" + ben.id(), null).refused(400, "invalid");
    ben.call("PUT", "/follows/" + MISSING, null).refused(404, "notFound");
  }

  @Test
  void acrossABlockThereIsNobodyToFollow() {
    block(ann, ben);
    try (Wire bens = ben.connects();
        Wire anns = ann.connects()) {
      JsonNode hidden = bens.isRefused("followUser", ann.id(), "notFound");
      assertEquals(bens.isRefused("followUser", MISSING, "notFound"), hidden);
      anns.isRefused("followUser", ben.id(), "notFound");
      assertEquals("not following", bens.asks("getFollowStatus", ann.id()).asString());
    }
    String missing = ben.call("PUT", "/follows/" + MISSING, null).refused(404, "notFound").text();
    assertEquals(missing, ben.call("PUT", "/follows/" + ann.id(), null).text());
    ann.call("DELETE", "/people/" + ben.id() + "/block", null).expect(204);
    follow(ben, ann, "following");
  }

  @Test
  void unFollowUserEndsAFollowAndWithdrawsARequest() {
    try (Wire bens = ben.connects()) {
      follow(ben, ann, "following");
      assertEquals("not following", bens.asks("unFollowUser", ann.id()).asString());
      assertEquals(0, bens.asks("userFollowers", ann.id()).size());
      makePrivate(ann);
      follow(ben, ann, "requested");
      assertEquals("not following", bens.asks("unFollowUser", ann.id()).asString());
      assertEquals(0, ann.get("/followers/requests").expect(200).body().size());
    }
  }

  @Test
  void unFollowUserIsRefusedWhenOneDoesNotFollow() {
    try (Wire bens = ben.connects()) {
      bens.isRefused("unFollowUser", ann.id(), "conflict");
      bens.isRefused("unFollowUser", ben.id(), "conflict");
      bens.isRefused("unFollowUser", MISSING, "notFound");
      bens.isRefused("unFollowUser", Map.of(), "invalid");
    }
    ben.call("DELETE", "/follows/" + ann.id(), null).refused(409, "conflict");
  }

  @Test
  void getFollowStatusHasThreeAnswersAndNoneAboutNobody() {
    makePrivate(ann);
    try (Wire bens = ben.connects()) {
      assertEquals("not following", bens.asks("getFollowStatus", ann.id()).asString());
      follow(ben, ann, "requested");
      assertEquals("requested", bens.asks("getFollowStatus", ann.id()).asString());
      accept(ann, ben);
      assertEquals("following", bens.asks("getFollowStatus", ann.id()).asString());
      bens.isRefused("getFollowStatus", MISSING, "notFound");
    }
    ben.get("/follows/" + MISSING).refused(404, "notFound");
  }

  @Test
  void anAcceptedRequestIsAFollow() {
    makePrivate(ann);
    follow(ben, ann, "requested");
    accept(ann, ben);
    assertEquals("following", status(ben, ann));
    assertEquals(0, ann.get("/followers/requests").body().size());
    ann.call("PUT", "/followers/" + ben.id(), null).refused(409, "conflict");
    ann.call("DELETE", "/followers/requests/" + ben.id(), null).refused(409, "conflict");
  }

  @Test
  void aDeclinedRequestIsGoneAndMayBeMadeAgain() {
    makePrivate(ann);
    follow(ben, ann, "requested");
    ann.call("DELETE", "/followers/requests/" + ben.id(), null).expect(204);
    assertEquals("not following", status(ben, ann));
    ann.call("DELETE", "/followers/requests/" + ben.id(), null).refused(404, "notFound");
    ann.call("PUT", "/followers/" + ben.id(), null).refused(404, "notFound");
    follow(ben, ann, "requested");
  }

  @Test
  void onlyWhoWasAskedAnswersARequest() {
    makePrivate(ann);
    follow(ben, ann, "requested");
    for (Person other : List.of(ben, cat)) {
      other.call("PUT", "/followers/" + ben.id(), null).refused(404, "notFound");
      other.call("DELETE", "/followers/requests/" + ben.id(), null).refused(404, "notFound");
      assertEquals(0, other.get("/followers/requests").expect(200).body().size());
    }
    ann.call("PUT", "/followers/" + MISSING, null).refused(404, "notFound");
    assertEquals("requested", status(ben, ann));
  }

  @Test
  void followRequestsAreOnesOwnAndTheNewestIsFirst() {
    makePrivate(ann);
    follow(ben, ann, "requested");
    follow(cat, ann, "requested");
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode requests = anns.asks("followRequests", Map.of());
      assertEquals(List.of(cat.id(), ben.id()), ids(requests));
      assertEquals(cat.name(), requests.get(0).path("userName").asString());
      assertEquals(0, bens.asks("followRequests", Map.of()).size());
    }
  }

  @Test
  void sentFollowRequestsAreWhatOneWaitsFor() {
    makePrivate(ann);
    follow(ben, ann, "requested");
    follow(ben, cat, "following");
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      assertEquals(List.of(ann.id()), ids(bens.asks("sentFollowRequests", Map.of())));
      assertEquals(0, anns.asks("sentFollowRequests", Map.of()).size());
      assertEquals(List.of(ann.id()), ids(ben.get("/followers/requests/sent").body()));
      bens.asks("unFollowUser", ann.id());
      assertEquals(0, bens.asks("sentFollowRequests", Map.of()).size());
    }
  }

  @Test
  void answerFollowRequestAnswersThePersonWhoAsked() {
    makePrivate(ann);
    follow(ben, ann, "requested");
    follow(cat, ann, "requested");
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode now = anns.asks("answerFollowRequest", Map.of("userID", ben.id(), "accept", true));
      assertTrue(now.path("followsMe").asBoolean());
      assertFalse(now.path("asksMe").asBoolean());
      anns.asks("answerFollowRequest", Map.of("userID", cat.id(), "accept", false));
      assertEquals("following", status(ben, ann));
      assertEquals("not following", status(cat, ann));
      Map<String, Object> again = Map.of("userID", ben.id(), "accept", true);
      anns.isRefused("answerFollowRequest", again, "conflict");
      bens.isRefused("answerFollowRequest", again, "notFound");
      bens.isRefused("answerFollowRequest", Map.of("userID", MISSING, "accept", true), "notFound");
      bens.isRefused("answerFollowRequest", Map.of("userID", ann.id()), "invalid");
    }
  }

  @Test
  void aProfileThatBecomesPublicAcceptsAllWhoWait() {
    makePrivate(ann);
    follow(ben, ann, "requested");
    follow(cat, ann, "requested");
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      anns.asks("setProfileType", 0);
      assertEquals("following", bens.receives("followChanged").path("followStatus").asString());
      assertEquals(0, anns.asks("followRequests", Map.of()).size());
      assertEquals(List.of(ben.id(), cat.id()), ids(anns.asks("userFollowers", ann.id())));
    }
  }

  @Test
  void nobodyIsLeftWaitingWhenAProfileBecomesPublicAtTheSameTime() {
    for (int round = 0; round < 20; round++) {
      Person owner = parley.person("owner");
      Person follower = parley.person("follower");
      makePrivate(owner);
      IntStream.range(0, 2)
          .parallel()
          .forEach(
              i -> {
                if (i == 0) {
                  owner.call("PATCH", "/people/me", Map.of("profileType", 0)).expect(200);
                } else {
                  follower.call("PUT", "/follows/" + owner.id(), null).expect(200);
                }
              });
      assertEquals("following", status(follower, owner));
    }
  }

  @Test
  void aBlockEndsFollowsBothWaysAndWhatWaits() {
    follow(ben, ann, "following");
    follow(ann, ben, "following");
    makePrivate(ann);
    follow(cat, ann, "requested");
    block(ann, ben);
    block(ann, cat);
    ann.call("DELETE", "/people/" + ben.id() + "/block", null).expect(204);
    ann.call("DELETE", "/people/" + cat.id() + "/block", null).expect(204);
    assertEquals("not following", status(ben, ann));
    assertEquals("not following", status(ann, ben));
    assertEquals("not following", status(cat, ann));
    assertEquals(0, ann.get("/followers/requests").body().size());
  }

  @Test
  void aBlockAndAFollowAtTheSameTimeDoNotMissEachOther() {
    for (int round = 0; round < 20; round++) {
      Person owner = parley.person("owner");
      Person follower = parley.person("follower");
      IntStream.range(0, 2)
          .parallel()
          .forEach(
              i -> {
                if (i == 0) {
                  block(owner, follower);
                } else {
                  follower.call("PUT", "/follows/" + owner.id(), null);
                }
              });
      assertEquals("not following", status(follower, owner));
    }
  }

  @Test
  void withAnAccountGoItsFollows() {
    follow(ben, ann, "following");
    follow(ann, ben, "following");
    follow(cat, ann, "following");
    ben.call("DELETE", "/accounts/me", Map.of()).expect(204);
    assertEquals(List.of(cat.id()), ids(list(ann, ann, "followers")));
    assertEquals(List.of(), ids(list(ann, ann, "following")));
    ann.get("/follows/" + ben.id()).refused(404, "notFound");
    ann.call("PUT", "/follows/" + ben.id(), null).refused(404, "notFound");
  }

  @Test
  void removeFollowerEndsAFollowOfOneself() {
    follow(ben, ann, "following");
    try (Wire anns = ann.connects()) {
      assertEquals(ben.id(), anns.asks("removeFollower", ben.id()).asString());
      assertEquals("not following", status(ben, ann));
      anns.isRefused("removeFollower", ben.id(), "conflict");
      anns.isRefused("removeFollower", MISSING, "notFound");
    }
    follow(ben, ann, "following");
    ann.call("DELETE", "/followers/" + ben.id(), null).expect(204);
    ann.call("DELETE", "/followers/" + ben.id(), null).refused(409, "conflict");
  }

  @Test
  void userFollowersAndUserFollowingShowPeopleByNameInPages() {
    Person[] followers =
        IntStream.range(0, 3).mapToObj(i -> parley.person("f" + i)).toArray(Person[]::new);
    for (Person follower : followers) {
      follow(follower, ann, "following");
    }
    try (Wire cats = cat.connects()) {
      JsonNode all = cats.asks("userFollowers", ann.id());
      assertEquals(List.of(followers[0].id(), followers[1].id(), followers[2].id()), ids(all));
      assertEquals(followers[0].name(), all.get(0).path("userName").asString());
      assertEquals(List.of(ann.id()), ids(cats.asks("userFollowing", followers[0].id())));
      assertEquals(0, cats.asks("userFollowing", ann.id()).size());
      cats.isRefused("userFollowers", MISSING, "notFound");
      cats.isRefused("userFollowing", MISSING, "notFound");
      cats.isRefused("userFollowing", Map.of(), "invalid");
    }
    JsonNode page = cat.get("/people/" + ann.id() + "/followers?limit=2").expect(200).body();
    assertEquals(2, page.path("items").size());
    JsonNode rest =
        cat.get("/people/" + ann.id() + "/followers?limit=2&after=" + page.path("next").asString())
            .expect(200)
            .body();
    assertEquals(List.of(followers[2].id()), ids(rest.path("items")));
    assertFalse(rest.has("next"));
    cat.get("/people/" + ann.id() + "/followers?limit=0").refused(400, "invalid");
    cat.get("/people/" + MISSING + "/following").refused(404, "notFound");
  }

  @Test
  void theListsOfAPrivateProfileAreEmptyToThoseWhoDoNotFollow() {
    follow(ben, ann, "following");
    follow(ann, ben, "following");
    makePrivate(ann);
    follow(cat, ann, "requested");
    for (String list : List.of("followers", "following")) {
      assertEquals(List.of(), ids(list(cat, ann, list)));
      assertEquals(List.of(ben.id()), ids(list(ben, ann, list)));
      assertEquals(List.of(ben.id()), ids(list(ann, ann, list)));
    }
    Person dan = parley.person("dan");
    block(ben, dan);
    assertEquals(List.of(), ids(list(dan, ben, "followers")));
  }

  @Test
  void bothPeoplesOwnSocketsAndNobodyElsesHearOfAFollow() {
    makePrivate(ann);
    try (Wire phone = ann.connects();
        Wire laptop = ann.connects();
        Wire bens = ben.connects();
        Wire cats = cat.connects()) {
      bens.asks("followUser", ann.id());
      assertRelation(bens.receives("followChanged"), ann, "requested", false, false);
      for (Wire wire : List.of(phone, laptop)) {
        assertRelation(wire.receives("followChanged"), ben, "not following", false, true);
      }
      accept(ann, ben);
      assertRelation(bens.receives("followChanged"), ann, "following", false, false);
      for (Wire wire : List.of(phone, laptop)) {
        assertRelation(wire.receives("followChanged"), ben, "not following", true, false);
      }
      bens.asks("unFollowUser", ann.id());
      assertRelation(bens.receives("followChanged"), ann, "not following", false, false);
      assertRelation(phone.receives("followChanged"), ben, "not following", false, false);
      cats.settles();
      assertTrue(cats.pushes("followChanged").isEmpty());
    }
  }

  private static void assertRelation(
      JsonNode relation, Person other, String status, boolean followsMe, boolean asksMe) {
    assertEquals(other.id(), relation.path("userID").asString());
    assertEquals(status, relation.path("followStatus").asString());
    assertEquals(followsMe, relation.path("followsMe").asBoolean());
    assertEquals(asksMe, relation.path("asksMe").asBoolean());
  }

  private static void makePrivate(Person who) {
    who.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
  }

  private static void follow(Person who, Person whom, String becomes) {
    JsonNode now = who.call("PUT", "/follows/" + whom.id(), null).expect(200).body();
    assertEquals(becomes, now.path("followStatus").asString());
  }

  private static void accept(Person who, Person whom) {
    who.call("PUT", "/followers/" + whom.id(), null).expect(204);
  }

  private static String status(Person who, Person whom) {
    JsonNode relation = who.get("/follows/" + whom.id()).expect(200).body();
    return relation.path("followStatus").asString();
  }

  private static void block(Person who, Person whom) {
    who.call("PUT", "/people/" + whom.id() + "/block", null).expect(204);
  }

  private static JsonNode list(Person viewer, Person whose, String which) {
    return viewer.get("/people/" + whose.id() + "/" + which).expect(200).body().path("items");
  }

  private static List<String> ids(JsonNode people) {
    return people.valueStream().map(person -> person.path("id").asString()).toList();
  }
}
