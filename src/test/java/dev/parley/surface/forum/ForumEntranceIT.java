package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing up, in and out of the forum, and what its session is good for. */
class ForumEntranceIT extends ClientTest {

  private final Poster nobody = Poster.nobody(parley);
  private final Poster ann = Poster.named(parley, "ann");

  @Test
  void signUp() {
    Golden golden = new Golden();
    Map<String, Object> kim = Poster.newcomer("kim");
    golden.ask(nobody, "POST", "/api/signup", kim);
    golden.ask(nobody, "POST", "/api/signup", kim);
    golden.ask(nobody, "POST", "/api/signup", with(kim, "username", "other"));
    for (Map.Entry<String, Object> wrong :
        List.<Map.Entry<String, Object>>of(
            Map.entry("fullname", " "),
            Map.entry("fullname", "x".repeat(101)),
            Map.entry("email", ""),
            Map.entry("email", "nowhere"),
            Map.entry("password", ""),
            Map.entry("password", "short"),
            Map.entry("password", "password"),
            Map.entry("username", ""),
            Map.entry("username", "with a space"),
            Map.entry("age", "old"),
            Map.entry("age", "-1"),
            Map.entry("age", "151"),
            Map.entry("city", "x".repeat(101)),
            Map.entry("gender", "x".repeat(51)))) {
      golden.ask(
          nobody,
          "POST",
          "/api/signup",
          with(Poster.newcomer("lea"), wrong.getKey(), wrong.getValue()));
    }
    golden.ask(nobody, "POST", "/api/signup", "{\"username\":");
    golden.ask(nobody, "POST", "/api/signup", "");
    golden.ask(nobody, "GET", "/api/signup", null);
    golden.check("signup");
  }

  @Test
  void whoIsRefusedHasNoAccount() {
    Map<String, Object> kim = Poster.newcomer("kim");
    nobody.call("POST", "/api/signup", with(kim, "gender", "x".repeat(51))).expect(400);
    nobody.call("POST", "/api/signup", kim).expect(200);
  }

  @Test
  void onlyWhoSignsInHasASession() {
    Map<String, Object> kim = Poster.newcomer("kim");
    Answer made = nobody.call("POST", "/api/signup", kim).expect(200);
    assertTrue(made.headers().allValues("Set-Cookie").isEmpty());
    Poster signedIn = Poster.signedIn(parley, kim);
    signedIn.call("GET", "/api/profile", null).expect(200);
  }

  @Test
  void signIn() {
    Golden golden = new Golden(ann);
    Map<String, Object> right = Map.of("username", ann.name(), "password", Poster.PASSWORD);
    golden.ask(nobody, "POST", "/api/signin", right);
    golden.ask(
        nobody,
        "POST",
        "/api/signin",
        Map.of("email", ann.name() + "@example.org", "password", Poster.PASSWORD));
    golden.ask(nobody, "POST", "/api/signin", with(right, "password", "wrong horse"));
    golden.ask(nobody, "POST", "/api/signin", with(right, "username", "nobody at all"));
    golden.ask(nobody, "POST", "/api/signin", with(right, "password", ""));
    golden.ask(nobody, "POST", "/api/signin", Map.of("password", Poster.PASSWORD));
    golden.ask(nobody, "POST", "/api/signin", "[]");
    golden.ask(nobody, "GET", "/api/signin", null);
    golden.check("signin");
  }

  @Test
  void logOut() {
    Golden golden = new Golden(ann);
    Poster other = ann.again();
    try (Wire live = ann.signsIn();
        Wire otherLive = other.signsIn()) {
      golden.ask(ann, "GET", "/api/logout", null);
      assertEquals(4401, live.closedWithin(Duration.ofSeconds(2)));
      assertTrue(otherLive.isOpen(), "another session of the same person");
    }
    golden.ask(ann, "GET", "/api/profile", null);
    golden.ask(ann, "GET", "/api/logout", null);
    golden.ask(nobody, "GET", "/api/logout", null);
    other.call("GET", "/api/profile", null).expect(200);
    golden.check("logout");
  }

  @Test
  void noOtherSitesPageLogsAnybodyOut() {
    for (List<String> from :
        List.of(
            List.of("Origin", "https://evil.example"),
            List.of("Origin", "null"),
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"))) {
      parley
          .curl("GET", "/api/logout", null, "Cookie", ann.cookies(), from.get(0), from.get(1))
          .expect(403);
    }
    ann.call("GET", "/api/profile", null).expect(200);
    parley.curl("GET", "/api/logout", null, "Cookie", ann.cookies()).expect(200);
  }

  @Test
  void scriptsReadTheSessionSoItIsGoodForTheForumAlone() {
    String token = ann.token();
    for (String way : List.of("Bearer " + token, "bearer " + token)) {
      parley.curl("GET", "/api/v1/accounts/me", null, "Authorization", way).expect(401);
      parley.curl("GET", "/users?username=a", null, "Authorization", way).expect(401);
      parley.curl("GET", "/getChats?user_id=" + ann.id(), null, "Authorization", way).expect(401);
      parley.curl("GET", "/api/profile", null, "Authorization", way).expect(200);
      assertEquals(401, Wire.refusedHandshake(parley, "Authorization", way));
    }
    for (String cookie : List.of("parley_session=", "session=")) {
      parley.curl("GET", "/api/v1/accounts/me", null, "Cookie", cookie + token).expect(401);
    }
    parley.curl("GET", "/api/profile", null, "Cookie", "parley_session=" + token).expect(401);
    parley.curl("GET", "/api/profile?session=" + token, null).expect(401);
    parley.curl("GET", "/api/profile", null, "Cookie", "session=" + token).expect(200);
  }

  @Test
  void aProgramsSessionIsGoodForTheForumToo() {
    String token = parley.register(dev.parley.client.Parley.unique("kit"), "correct horse").token();
    Answer page =
        parley.curl("GET", "/api/profile", null, "Authorization", "Bearer " + token).expect(200);
    assertTrue(page.body().path("Posts").isNull());
  }

  @Test
  void theForumsSessionsAreAmongOnesOwnAndCanBeEnded() {
    String token =
        parley
            .call(
                "POST",
                "/api/v1/sessions",
                Map.of("name", ann.name(), "password", Poster.PASSWORD, "bearer", true))
            .expect(201)
            .body()
            .path("token")
            .asString();
    String[] bearer = {"Authorization", "Bearer " + token};
    var sessions = parley.call("GET", "/api/v1/sessions", null, bearer).body().path("items");
    assertEquals(2, sessions.size());
    for (var session : sessions) {
      if (!session.path("current").asBoolean()) {
        parley
            .call("DELETE", "/api/v1/sessions/" + session.path("id").asString(), null, bearer)
            .expect(204);
      }
    }
    ann.call("GET", "/api/profile", null).expect(401);
  }

  @Test
  void whereThereIsNothingOneIsToldSo() {
    for (String path : List.of("/api/nothing", "/api/post/nothing", "/api", "/api/chat/x")) {
      int status = ann.call("GET", path, null).status();
      assertEquals(404, status, path);
    }
    ann.call("DELETE", "/api/post", null).expect(405);
    assertFalse(ann.call("GET", "/api/chat", null).status() >= 500);
  }

  private static Map<String, Object> with(Map<String, Object> given, String field, Object value) {
    Map<String, Object> other = new HashMap<>(given);
    other.put(field, value);
    return other;
  }
}
