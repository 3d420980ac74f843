package dev.parley.accounts;

import static dev.parley.client.Database.asked;
import static dev.parley.client.Database.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  void aNameAndFullNameAreChangedWithoutThePasswordAndEverybodyHearsOfIt() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    Person ben = parley.person("ben");
    String name = Parley.unique("anna");
    try (Wire wire = ben.connects()) {
      JsonNode account =
          ann.call("PATCH", "/accounts/me", Map.of("name", name, "fullName", " Anna A. "))
              .expect(200)
              .body();
      assertEquals(name, account.path("name").asString());
      assertEquals("Anna A.", account.path("fullName").asString());
      JsonNode person =
          wire.receives("personChanged", p -> p.path("id").asString().equals(ann.id()));
      assertEquals(name, person.path("name").asString());
      assertFalse(person.has("email"));
    }
    logIn(name, PASSWORD).expect(201);
    logIn(ann.name(), PASSWORD).refused(401, "forbidden");
    register(Map.of("name", ann.name())).expect(201);
  }

  @Test
  void whatIsNotNamedStaysAndWhatIsEmptyIsTakenAway() {
    String email = Parley.unique("ann") + "@example.org";
    Person ann = parley.person("ann");
    ann.call("PATCH", "/accounts/me", Map.of("email", email, "fullName", "Ann")).expect(200);
    JsonNode same = ann.call("PATCH", "/accounts/me", Map.of()).expect(200).body();
    assertEquals(email, same.path("email").asString());
    assertEquals("Ann", same.path("fullName").asString());
    JsonNode less =
        ann.call("PATCH", "/accounts/me", Map.of("email", "", "fullName", "")).expect(200).body();
    assertTrue(less.path("email").isNull());
    assertEquals("", less.path("fullName").asString());
    assertEquals(ann.name(), less.path("name").asString());
  }

  @Test
  void aNameOrAddressThatSomebodyElseHasIsAConflictAndNothingIsChanged() {
    String email = Parley.unique("ben") + "@example.org";
    Person ben = parley.person("ben");
    ben.call("PATCH", "/accounts/me", Map.of("email", email)).expect(200);
    Person ann = parley.person("ann");
    Answer byName =
        ann.call(
                "PATCH",
                "/accounts/me",
                Map.of("name", ben.name().toUpperCase(), "fullName", "Ann"))
            .refused(409, "conflict");
    assertEquals("name", byName.body().path("field").asString());
    Answer byEmail =
        ann.call("PATCH", "/accounts/me", Map.of("email", email.toUpperCase(), "fullName", "Ann"))
            .refused(409, "conflict");
    assertEquals("email", byEmail.body().path("field").asString());
    assertEquals("", ann.get("/accounts/me").body().path("fullName").asString());
    String shouted = ann.name().toUpperCase();
    ann.call("PATCH", "/accounts/me", Map.of("name", shouted)).expect(200);
    assertEquals(shouted, ann.get("/accounts/me").body().path("name").asString());
  }

  @Test
  void anUpdateIsRefusedWhenItIsMisshapen() {
    Person ann = parley.person("ann");
    Map.of("name", "a b", "email", "no address", "fullName", "a\u0007b", "newPassword", "short")
        .forEach(
            (field, bad) -> {
              Answer refused =
                  ann.call("PATCH", "/accounts/me", Map.of(field, bad)).refused(400, "invalid");
              assertEquals(field, refused.body().path("field").asString());
            });
    assertTrue(ann.get("/accounts/me").body().path("guest").asBoolean());
  }

  @Test
  void addressAndPasswordNeedTheCurrentPassword() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    for (Map<String, String> update :
        List.of(
            Map.of("email", Parley.unique("ann") + "@example.org"),
            Map.of("email", ""),
            Map.of("newPassword", "battery staple"),
            Map.of("newPassword", "battery staple", "currentPassword", "wrong"))) {
      Answer refused = ann.call("PATCH", "/accounts/me", update).refused(400, "invalid");
      assertEquals("currentPassword", refused.body().path("field").asString());
    }
    logIn(ann.name(), PASSWORD).expect(201);
    ann.call(
            "PATCH",
            "/accounts/me",
            Map.of("email", ann.name() + "@example.org", "currentPassword", PASSWORD))
        .expect(200);
    logIn(ann.name() + "@example.org", PASSWORD).expect(201);
  }

  @Test
  void anotherPasswordEndsTheOtherSessionsAndTheirSockets() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    Person elsewhere = parley.logIn(ann, PASSWORD);
    try (Wire here = ann.connects();
        Wire there = elsewhere.connects()) {
      here.asks(
          "updateAccount", Map.of("newPassword", "battery staple", "currentPassword", PASSWORD));
      assertEquals(4401, there.closedWithin(Duration.ofSeconds(1)));
      here.settles();
    }
    elsewhere.get("/accounts/me").refused(401, "forbidden");
    logIn(ann.name(), "battery staple").expect(201);
  }

  @Test
  void aGuestSetsAPasswordOnceAndThenNeedsIt() {
    Person guest = parley.person("guest");
    guest.call("PATCH", "/accounts/me", Map.of("newPassword", PASSWORD)).expect(200);
    logIn(guest.name(), PASSWORD).expect(201);
    guest
        .call("PATCH", "/accounts/me", Map.of("newPassword", "battery staple"))
        .refused(400, "invalid");
  }

  @Test
  void anAdministratorChangesAndDeletesOthersAndNobodyElseDoes() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    Person eve = parley.person("eve");
    Person chief = parley.person("chief");
    String path = "/accounts/" + ann.id();
    eve.call("PATCH", path, Map.of("fullName", "Eve was here")).refused(403, "forbidden");
    eve.call("DELETE", path, null).refused(403, "forbidden");
    makeAdministrator(chief);
    chief.call("PATCH", path, Map.of("newPassword", "battery staple")).expect(200);
    ann.get("/accounts/me").refused(401, "forbidden");
    Person again = parley.logIn(ann, "battery staple");
    assertEquals("", again.get("/accounts/me").body().path("fullName").asString());
    chief.get("/accounts/me").expect(200);
    try (Wire wire = again.connects()) {
      chief.call("DELETE", path, null).expect(204);
      assertEquals(4401, wire.closedWithin(Duration.ofSeconds(1)));
    }
    chief.call("DELETE", path, null).refused(404, "notFound");
    chief.call("PATCH", path, Map.of("fullName", "x")).refused(404, "notFound");
  }

  @Test
  void deletingOnesAccountNeedsThePassword() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    for (Map<String, String> farewell :
        List.of(Map.<String, String>of(), Map.of("password", "x"))) {
      Answer refused = ann.call("DELETE", "/accounts/me", farewell).refused(400, "invalid");
      assertEquals("password", refused.body().path("field").asString());
    }
    ann.get("/accounts/me").expect(200);
    ann.call("DELETE", "/accounts/me", Map.of("password", PASSWORD)).expect(204);
  }

  @Test
  void aDeletedAccountHasNoSessionsAndItsNameAndAddressAreFreeAgain() {
    String email = Parley.unique("ann") + "@example.org";
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    ann.call("PATCH", "/accounts/me", Map.of("email", email, "currentPassword", PASSWORD))
        .expect(200);
    Person elsewhere = parley.logIn(ann, PASSWORD);
    String unknown = logIn(Parley.unique("nobody"), PASSWORD).text();
    try (Wire here = ann.connects();
        Wire there = elsewhere.connects()) {
      here.sends("deleteAccount", Map.of("password", PASSWORD));
      assertEquals(4401, here.closedWithin(Duration.ofSeconds(1)));
      assertEquals(4401, there.closedWithin(Duration.ofSeconds(1)));
    }
    ann.get("/accounts/me").refused(401, "forbidden");
    elsewhere.get("/accounts/me").refused(401, "forbidden");
    assertEquals(unknown, logIn(ann.name(), PASSWORD).refused(401, "forbidden").text());
    assertEquals(unknown, logIn(email, PASSWORD).refused(401, "forbidden").text());
    register(Map.of("name", ann.name(), "email", email, "password", PASSWORD)).expect(201);
  }

  @Test
  void nothingOfWhoItWasIsKept() {
    Person ann = parley.register(Parley.unique("ann"), PASSWORD);
    ann.call(
            "PATCH",
            "/accounts/me",
            Map.of(
                "fullName",
                "Ann Full",
                "email",
                ann.name() + "@example.org",
                "currentPassword",
                PASSWORD))
        .expect(200);
    ann.call("DELETE", "/accounts/me", Map.of("password", PASSWORD)).expect(204);
    String row =
        asked("SELECT to_jsonb(a)::text FROM accounts a WHERE id = " + Long.parseLong(ann.id()));
    assertFalse(row.contains(ann.name()), row);
    assertFalse(row.contains("Ann Full"), row);
    assertFalse(row.contains("argon2"), row);
    assertEquals(
        "0", asked("SELECT count(*) FROM login_tries WHERE name_key = '" + ann.name() + "'"));
  }

  @Test
  void aDeletedAccountIsInNoListAndCanNotBeWrittenToOrAdded() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String group = ben.groupWith();
    try (Wire wire = ben.connects()) {
      ann.call("DELETE", "/accounts/me", Map.of()).expect(204);
      JsonNode gone = wire.receives("personChanged", p -> p.path("id").asString().equals(ann.id()));
      assertTrue(gone.path("deleted").asBoolean());
    }
    assertEquals(0, ben.get("/people?query=" + ann.name()).body().path("items").size());
    assertEquals(0, ben.get("/people?query=deleted").body().path("items").size());
    assertTrue(ben.get("/people/" + ann.id()).body().path("deleted").asBoolean());
    ben.call("POST", "/conversations", Map.of("kind", "private", "userIDs", List.of(ann.id())))
        .refused(404, "notFound");
    ben.call("POST", "/conversations/" + group + "/members", Map.of("userID", ann.id()))
        .refused(404, "notFound");
  }

  @Test
  void whatADeletedAccountWroteStaysAndItsGroupsGoOnWithoutIt() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String group = ann.groupWith(ben);
    String alone = ann.groupWith();
    ann.posts(group, "I was here");
    try (Wire wire = ben.connects()) {
      ann.call("DELETE", "/accounts/me", null).expect(204);
      JsonNode changed =
          wire.receives("conversationChanged", p -> p.path("chatID").asString().equals(group));
      assertEquals(1, changed.path("conversation").path("members").size());
    }
    JsonNode members = ben.get("/conversations/" + group).expect(200).body().path("members");
    assertEquals(1, members.size());
    assertEquals("admin", members.get(0).path("role").asString());
    JsonNode history = ben.history(group);
    JsonNode last = history.get(history.size() - 1);
    assertEquals("deleted account left", last.path("content").asString());
    JsonNode written = history.get(history.size() - 2);
    assertEquals("I was here", written.path("content").asString());
    assertEquals("deleted account", written.path("userName").asString());
    assertEquals("deleted account", written.path("senderName").asString());
    assertEquals("0", asked("SELECT count(*) FROM conversations WHERE id = " + alone));
    assertEquals(
        "0",
        asked(
            "SELECT count(*) FROM memberships m JOIN conversations c ON c.id = m.conversation_id"
                + " WHERE c.kind <> 'private' AND m.account_id = "
                + ann.id()));
  }

  @Test
  void aPrivateConversationWithADeletedAccountCanBeReadAndNotWritten() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    ann.posts(chat, "remember me");
    ann.call("DELETE", "/accounts/me", Map.of()).expect(204);
    JsonNode view = ben.get("/conversations/" + chat).expect(200).body();
    assertEquals("deleted account", view.path("name").asString());
    assertEquals("remember me", ben.history(chat).get(0).path("content").asString());
    ben.call("POST", "/conversations/" + chat + "/messages", Map.of("content", "still there?"))
        .refused(403, "forbidden");
  }

  @Test
  void whatADeletedAccountSentStaysAndWhatItNeverUsedGoes() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    JsonNode sent = ann.uploads("sent.txt", "sent".getBytes(StandardCharsets.UTF_8));
    ann.posts(chat, "look", sent);
    ann.uploads("kept.txt", "kept".getBytes(StandardCharsets.UTF_8));
    ann.call("DELETE", "/accounts/me", null).expect(204);
    assertEquals(200, ben.fetch(sent.path("address").asString()).statusCode());
    assertEquals("1", asked("SELECT count(*) FROM attachments WHERE owner_id = " + ann.id()));
  }

  @Test
  void whoIsTakenInWhileTheyGoIsInNoGroupAfterwards() {
    for (int round = 0; round < 5; round++) {
      Person ann = parley.person("ann");
      Person ben = parley.person("ben");
      List<String> groups = IntStream.range(0, 4).mapToObj(i -> ben.groupWith()).toList();
      IntStream.range(0, 6)
          .parallel()
          .forEach(
              i -> {
                if (i == 2) {
                  ann.call("DELETE", "/accounts/me", null).expect(204);
                } else if (i == 5) {
                  ben.call(
                      "POST",
                      "/conversations",
                      Map.of("kind", "group", "userIDs", List.of(ann.id())));
                } else {
                  int group = i > 2 ? i - 1 : i;
                  ben.call(
                      "POST",
                      "/conversations/" + groups.get(group) + "/members",
                      Map.of("userID", ann.id()));
                }
              });
      assertEquals("0", asked("SELECT count(*) FROM memberships WHERE account_id = " + ann.id()));
    }
  }

  @Test
  void noSessionBeginsWhileAnAccountIsDeleted() {
    for (int round = 0; round < 3; round++) {
      Person ann = parley.register(Parley.unique("ann"), PASSWORD);
      List<Integer> statuses =
          IntStream.range(0, 6)
              .parallel()
              .mapToObj(
                  i ->
                      i == 3
                          ? ann.call("DELETE", "/accounts/me", Map.of("password", PASSWORD))
                          : logIn(ann.name(), PASSWORD))
              .map(Answer::status)
              .toList();
      assertTrue(statuses.stream().allMatch(List.of(201, 204, 401)::contains), statuses.toString());
      assertEquals("0", asked("SELECT count(*) FROM logins WHERE account_id = " + ann.id()));
    }
  }

  @Test
  void whenTheOnlyAdministratorGoesTheNextToRegisterIsNoAdministrator() {
    String others = asked("SELECT array_agg(id) FROM accounts WHERE role = 'administrator'");
    String ids = others == null ? "{}" : others;
    change("UPDATE accounts SET role = 'user' WHERE id = ANY ('" + ids + "')");
    try {
      Person first = parley.register(Parley.unique("first"), PASSWORD);
      assertEquals("administrator", first.get("/accounts/me").body().path("role").asString());
      first.call("DELETE", "/accounts/me", Map.of("password", PASSWORD)).expect(204);
      Person next = parley.register(Parley.unique("next"), PASSWORD);
      assertEquals("user", next.get("/accounts/me").body().path("role").asString());
    } finally {
      change("UPDATE accounts SET role = 'administrator' WHERE id = ANY ('" + ids + "')");
    }
  }

  private static void makeAdministrator(Person person) {
    change("UPDATE accounts SET role = 'administrator' WHERE id = " + person.id());
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
