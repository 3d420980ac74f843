package dev.parley.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann tells of herself; the others look. */
class ProfilesIT extends ClientTest {

  private static final String PASSWORD = "correct horse battery";
  private static final String MISSING = "999999999";
  private static final String EMPTY = "";

  private final Person ann = parley.register(Parley.unique("ann"), PASSWORD);
  private final Person ben = parley.person("ben");
  private final String email = ann.name() + "@example.org";

  {
    ann.call("PATCH", "/accounts/me", Map.of("email", email, "currentPassword", PASSWORD))
        .expect(200);
    ann.call(
            "PATCH",
            "/people/me",
            Map.of(
                "fullName", "Ann Other",
                "firstName", "Ann",
                "lastName", "Other",
                "dateOfBirth", "2000-01-02",
                "gender", "female",
                "about", "Likes\ncats"))
        .expect(200);
  }

  @Test
  void getUserProfileShowsOneselfEverything() {
    JsonNode own = profile(ann);
    assertEquals(ann.id(), own.path("id").asString());
    assertEquals(ann.name(), own.path("userName").asString());
    assertEquals(email, own.path("email").asString());
    assertEquals("2000-01-02T00:00:00Z", own.path("dateBirth").asString());
    assertTrue(own.path("dateCreate").asString().endsWith("Z"));
    assertEquals(0, own.path("profileType").asInt());
    assertDetails(own);
    assertFalse(own.path("mayWrite").asBoolean());
  }

  @Test
  void getUserProfileShowsAStrangerAPublicProfileWithoutAddressAndBirth() {
    JsonNode seen = profile(ben);
    assertDetails(seen);
    assertEquals(EMPTY, seen.path("email").asString());
    assertTrue(seen.path("dateBirth").isNull());
    assertEquals("not following", seen.path("followStatus").asString());
    assertTrue(seen.path("mayWrite").asBoolean());
    assertFalse(seen.path("blocked").asBoolean());
  }

  @Test
  void getUserProfileShowsOfAPrivateProfileNothingButTheNameToThoseWhoDoNotFollow() {
    makePrivate();
    assertNameOnly(profile(ben));
    ben.call("PUT", "/follows/" + ann.id(), null).expect(200);
    JsonNode requested = profile(ben);
    assertNameOnly(requested);
    assertEquals("requested", requested.path("followStatus").asString());
    assertTrue(profileOf(ben, ann).path("asksMe").asBoolean());
  }

  @Test
  void getUserProfileShowsAPrivateProfileToFollowersAndCloseFriends() {
    makePrivate();
    ben.call("PUT", "/follows/" + ann.id(), null).expect(200);
    ann.call("PUT", "/followers/" + ben.id(), null).expect(204);
    JsonNode follower = profile(ben);
    assertDetails(follower);
    assertEquals(1, follower.path("profileType").asInt());
    assertEquals(1, follower.path("followers").asInt());
    assertEquals(EMPTY, follower.path("email").asString());
    assertTrue(follower.path("dateBirth").isNull());
    ann.call("PUT", "/close-friends/" + ben.id(), null).expect(204);
    assertEquals(follower, profile(ben));
    assertDetails(profile(ann));
    assertTrue(profileOf(ben, ann).path("followsMe").asBoolean());
    ann.call("DELETE", "/followers/" + ben.id(), null).expect(204);
    assertNameOnly(profile(ben));
  }

  @Test
  void getUserProfileShowsNothingButTheNameAcrossABlock() {
    ann.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
    JsonNode blocked = profile(ben);
    assertNameOnly(blocked);
    assertFalse(blocked.path("blocked").asBoolean());
    assertFalse(blocked.path("mayWrite").asBoolean());
    JsonNode blockersView = profileOf(ben, ann);
    assertTrue(blockersView.path("blocked").asBoolean());
    assertTrue(blockersView.path("restricted").asBoolean());
  }

  @Test
  void getUserProfileOfNobodyIsRefused() {
    ben.get("/people/" + MISSING + "/profile").refused(404, "notFound");
    try (Wire bens = ben.connects()) {
      bens.isRefused("getUserProfile", MISSING, "notFound");
      bens.isRefused("getUserProfile", Map.of(), "invalid");
    }
    Person gone = parley.person("gone");
    gone.call("DELETE", "/accounts/me", Map.of()).expect(204);
    ben.get("/people/" + gone.id() + "/profile").refused(404, "notFound");
  }

  @Test
  void setProfileTypeTakesNumbersAndTheirTexts() {
    try (Wire anns = ann.connects()) {
      assertEquals(1, anns.asks("setProfileType", 1).asInt());
      assertEquals(1, profile(ann).path("profileType").asInt());
      JsonNode open = anns.asks("setProfileType", "0");
      assertTrue(open.isNumber());
      assertEquals(0, open.asInt());
      assertEquals(0, profile(ann).path("profileType").asInt());
      assertEquals(1, anns.asks("setProfileType", "1").asInt());
      assertEquals(0, anns.asks("setProfileType", Map.of("profileType", 0)).asInt());
    }
  }

  @Test
  void setProfileTypeRefusesAnythingElse() {
    makePrivate();
    try (Wire anns = ann.connects()) {
      for (Object wrong : List.of(2, -1, "2", "private", "", true, List.of(0))) {
        anns.isRefused("setProfileType", wrong, "invalid");
      }
      JsonNode two = anns.isRefused("setProfileType", Map.of("profileType", 2), "invalid");
      assertEquals("profileType", two.path("field").asString());
      anns.isRefused("setProfileType", Map.of(), "invalid");
    }
    assertEquals(1, profile(ann).path("profileType").asInt());
  }

  @Test
  void updateProfileChangesWhatIsNamedAndTakesAwayWhatIsEmpty() {
    try (Wire anns = ann.connects()) {
      anns.asks("updateProfile", Map.of("gender", "", "dateOfBirth", ""));
      JsonNode now = profile(ann);
      assertEquals(EMPTY, now.path("gender").asString());
      assertTrue(now.path("dateBirth").isNull());
      assertEquals("Ann", now.path("firstName").asString());
      anns.asks("updateProfile", Map.of("dateOfBirth", "1990-12-31T00:00:00Z"));
      assertEquals("1990-12-31T00:00:00Z", profile(ann).path("dateBirth").asString());
    }
  }

  @Test
  void updateProfileRefusesWhatIsTooLongOrNoDate() {
    Map<String, Object> wrong = new LinkedHashMap<>();
    wrong.put("firstName", "x".repeat(101));
    wrong.put("lastName", "a\tb");
    wrong.put("gender", "x".repeat(51));
    wrong.put("about", "x".repeat(2001));
    wrong.put("dateOfBirth", "2000-02-30");
    wrong.put("profileType", 3);
    JsonNode before = profile(ann);
    try (Wire anns = ann.connects()) {
      wrong.forEach(
          (field, value) -> {
            JsonNode no = anns.isRefused("updateProfile", Map.of(field, value), "invalid");
            assertEquals(field, no.path("field").asString());
            ann.call("PATCH", "/people/me", Map.of(field, value)).refused(400, "invalid");
          });
      for (String day : List.of("tomorrow", "9999-01-01", "0001-01-01", "2000-01-02x", "-1")) {
        anns.isRefused("updateProfile", Map.of("dateOfBirth", day), "invalid");
      }
      anns.asks("updateProfile", Map.of("about", "😀".repeat(2000)));
    }
    assertEquals(before.path("firstName"), profile(ann).path("firstName"));
  }

  @Test
  void withAnAccountGoesWhatItToldOfItself() {
    makePrivate();
    ann.call("DELETE", "/accounts/me", Map.of("password", PASSWORD)).expect(204);
    assertEquals(
        "[\"\", null]",
        Database.asked(
            """
            SELECT jsonb_build_array(
              first_name || last_name || gender || about, date_of_birth)
            FROM accounts WHERE id = ?::bigint
            """,
            ann.id()));
  }

  private void makePrivate() {
    ann.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
  }

  /** Ann's as somebody sees it, which is the same over the socket. */
  private JsonNode profile(Person viewer) {
    return profileOf(ann, viewer);
  }

  private static JsonNode profileOf(Person whose, Person viewer) {
    JsonNode seen = viewer.get("/people/" + whose.id() + "/profile").expect(200).body();
    try (Wire wire = viewer.connects()) {
      JsonNode asked = wire.asks("getUserProfile", whose.id());
      assertEquals(
          seen.path("aboutMe").asString() + seen.path("restricted"),
          asked.path("aboutMe").asString() + asked.path("restricted"));
    }
    return seen;
  }

  private static void assertDetails(JsonNode seen) {
    assertEquals("Ann Other", seen.path("fullName").asString());
    assertEquals("Ann", seen.path("firstName").asString());
    assertEquals("Other", seen.path("lastName").asString());
    assertEquals("female", seen.path("gender").asString());
    assertEquals("Likes\ncats", seen.path("aboutMe").asString());
    assertFalse(seen.path("restricted").asBoolean());
  }

  private void assertNameOnly(JsonNode seen) {
    assertEquals(ann.id(), seen.path("id").asString());
    assertEquals(ann.name(), seen.path("userName").asString());
    assertEquals("Ann Other", seen.path("fullName").asString());
    assertTrue(seen.path("restricted").asBoolean());
    assertEquals(1, seen.path("profileType").asInt());
    for (String field : List.of("email", "firstName", "lastName", "gender", "aboutMe")) {
      assertEquals(EMPTY, seen.path(field).asString(), field);
    }
    for (String field : List.of("dateBirth", "dateCreate")) {
      assertTrue(seen.path(field).isNull(), field);
    }
    assertEquals(0, seen.path("followers").asInt());
    assertEquals(0, seen.path("following").asInt());
  }
}
