package dev.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountsIT extends ClientTest {

  private static final String PASSWORD = "correct horse";

  private Answer register(Map<String, ?> body) {
    return parley.call("POST", "/api/v1/accounts", body);
  }

  private Answer logIn(String name, String password) {
    return parley.call(
        "POST", "/api/v1/sessions", Map.of("name", name, "password", password, "bearer", true));
  }

  @Test
  void aBrowserGetsACookieThatNoScriptCanReadAndNoToken() {
    Answer answer =
        register(Map.of("name", Parley.unique("ann"), "password", PASSWORD)).expect(201);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.startsWith("parley_session="));
    assertTrue(cookie.contains("HttpOnly"));
    assertTrue(cookie.contains("SameSite=Lax"));
    assertFalse(answer.body().has("token"));
  }

  @Test
  void aProgramGetsATokenAndNoCookie() {
    Answer answer = register(Map.of("name", Parley.unique("ann"), "bearer", true)).expect(201);
    assertTrue(answer.body().path("token").asString().length() > 40);
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
  }

  @Test
  void aPasswordNeverComesBack() {
    String text = register(Map.of("name", Parley.unique("ann"), "password", PASSWORD)).text();
    assertFalse(text.contains(PASSWORD));
    assertFalse(text.contains("argon2"));
  }

  @Test
  void refusesNamesThatAreMissingTakenOrMisshapen() {
    String name = Parley.unique("Ann");
    register(Map.of("name", name)).expect(201);
    for (String same : List.of(name, name.toLowerCase(), name.toUpperCase(), " " + name + " ")) {
      Answer taken = register(Map.of("name", same)).refused(409, "conflict");
      assertEquals("name", taken.body().path("field").asString());
    }
    for (String bad : List.of("", "  ", "a b", "a<b>", "x".repeat(33), "a\nb")) {
      Answer refused = register(Map.of("name", bad)).refused(400, "invalid");
      assertEquals("name", refused.body().path("field").asString());
    }
    register(Map.of()).refused(400, "invalid");
  }

  @Test
  void refusesPasswordsThatAreShortOrCommonOrTheName() {
    String name = Parley.unique("ann.of.parley");
    for (String bad : List.of("1234567", "password1", "12345678", "QWERTYUIOP", name)) {
      Answer refused = register(Map.of("name", name, "password", bad)).refused(400, "invalid");
      assertEquals("password", refused.body().path("field").asString(), bad);
    }
  }

  @Test
  void refusesAnEmailThatIsTakenOrNone() {
    String email = Parley.unique("ann") + "@example.org";
    register(Map.of("name", Parley.unique("ann"), "email", email)).expect(201);
    Answer taken =
        register(Map.of("name", Parley.unique("ann"), "email", email.toUpperCase()))
            .refused(409, "conflict");
    assertEquals("email", taken.body().path("field").asString());
    register(Map.of("name", Parley.unique("ann"), "email", "no address")).refused(400, "invalid");
  }

  @Test
  void oneLogsInWithTheNameOrTheEmail() {
    String name = Parley.unique("ann");
    String email = name + "@example.org";
    register(Map.of("name", name, "password", PASSWORD, "email", email)).expect(201);
    logIn(name.toUpperCase(), PASSWORD).expect(201);
    logIn(email, PASSWORD).expect(201);
  }

  @Test
  void anUnknownNameAWrongPasswordAndAGuestAreToldTheSame() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    Person guest = parley.person("guest");
    String wrong = logIn(ann.name(), "wrong password").refused(401, "forbidden").text();
    assertEquals(wrong, logIn(Parley.unique("nobody"), PASSWORD).refused(401, "forbidden").text());
    assertEquals(wrong, logIn(guest.name(), PASSWORD).refused(401, "forbidden").text());
  }

  @Test
  void theEleventhTryWithinFiveMinutesIsRefusedEvenWithTheRightPasswordAndOthersAreNotAffected() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    Person ben = parley.register(Parley.unique("ben"), PASSWORD);
    List<Integer> statuses =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> logIn(ann.name(), "wrong password " + i).status())
            .toList();
    assertEquals(10, statuses.stream().filter(status -> status == 401).count());
    assertEquals(10, statuses.stream().filter(status -> status == 429).count());
    logIn(ann.name(), PASSWORD).refused(429, "rateLimited");
    logIn(ben.name(), PASSWORD).expect(201);
    ann.get("/accounts/me").expect(200);
  }

  @Test
  void triesUnderANameThatNobodyHasAreCountedToo() {
    String nobody = Parley.unique("nobody");
    for (int i = 0; i < 10; i++) {
      logIn(nobody, PASSWORD).refused(401, "forbidden");
    }
    logIn(nobody, PASSWORD).refused(429, "rateLimited");
  }

  @Test
  void aGuestBecomesAFullAccountByAPassword() {
    Person guest = parley.person("guest");
    assertTrue(guest.get("/accounts/me").body().path("guest").asBoolean());
    guest.call("PUT", "/accounts/me/password", Map.of("newPassword", PASSWORD)).expect(204);
    assertFalse(guest.get("/accounts/me").body().path("guest").asBoolean());
    logIn(guest.name(), PASSWORD).expect(201);
  }

  @Test
  void changingThePasswordNeedsTheOldOneAndEndsTheOtherSessions() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    Person elsewhere = parley.logIn(ann, PASSWORD);
    Answer refused =
        ann.call(
                "PUT",
                "/accounts/me/password",
                Map.of("oldPassword", "wrong", "newPassword", "battery staple"))
            .refused(400, "invalid");
    assertEquals("oldPassword", refused.body().path("field").asString());
    ann.call(
            "PUT",
            "/accounts/me/password",
            Map.of("oldPassword", PASSWORD, "newPassword", "battery staple"))
        .expect(204);
    ann.get("/accounts/me").expect(200);
    elsewhere.get("/accounts/me").refused(401, "forbidden");
    logIn(ann.name(), PASSWORD).refused(401, "forbidden");
    logIn(ann.name(), "battery staple").expect(201);
  }

  @Test
  void onesSessionsAreListedAndEndedAndNobodyElses() {
    Person phone = parley.register(Parley.unique("ann"), PASSWORD);
    Person desk = parley.logIn(phone, PASSWORD);
    Person eve = parley.person("eve");
    JsonNode sessions = desk.get("/sessions").expect(200).body().path("items");
    assertEquals(2, sessions.size());
    String other = null;
    for (JsonNode session : sessions) {
      if (!session.path("current").asBoolean()) {
        other = session.path("id").asString();
      }
    }
    eve.call("DELETE", "/sessions/" + other, null).refused(404, "notFound");
    desk.call("DELETE", "/sessions/" + other, null).expect(204);
    phone.get("/sessions").refused(401, "forbidden");
    desk.get("/sessions").expect(200);
  }

  @Test
  void whoIsLoggedInCanBeAskedWithoutASession() {
    Answer nobody = parley.call("GET", "/api/v1/sessions/current", null).expect(200);
    assertTrue(nobody.body().path("account").isNull());
    Person ann = parley.person("ann");
    assertEquals(
        ann.name(), ann.get("/sessions/current").body().path("account").path("name").asString());
  }

  @Test
  void aChangeWithTheCookieNeedsAnAllowedOriginAndNothingIsChangedWithout() {
    Person ann = parley.person("ann");
    String cookie = "parley_session=" + ann.token();
    String own = parley.root().toString();
    String path = "/api/v1/conversations";
    Map<String, String> group = Map.of("kind", "group");
    int before = ann.get("/conversations").body().path("items").size();
    parley.call("POST", path, group, "Cookie", cookie).refused(403, "forbidden");
    for (String origin : List.of("http://evil.example", "null", own + ".evil.example")) {
      parley
          .call("POST", path, group, "Cookie", cookie, "Origin", origin)
          .refused(403, "forbidden");
      parley
          .call("POST", "/api/v1/accounts", Map.of("name", Parley.unique("x")), "Origin", origin)
          .refused(403, "forbidden");
    }
    assertEquals(before, ann.get("/conversations").body().path("items").size());
    parley.call("POST", path, group, "Cookie", cookie, "Origin", own).expect(201);
    assertNotEquals(before, ann.get("/conversations").body().path("items").size());
  }

  @Test
  void metricsAreForTheHolderOfTheTokenOnly() {
    Person ann = parley.person("ann");
    parley.call("GET", "/metrics", null).expect(404);
    parley.call("GET", "/metrics", null, "Authorization", "Bearer " + ann.token()).expect(404);
    Answer metrics =
        parley.call("GET", "/metrics", null, "Authorization", "Bearer for-the-tests").expect(200);
    assertTrue(metrics.text().contains("parley_messages_accepted_total"));
  }
}
