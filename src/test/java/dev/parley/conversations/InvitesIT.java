package dev.parley.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InvitesIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person eve = parley.person("eve");

  @Test
  void whoKnowsALinkTakesThemselvesIn() {
    String chat = ann.groupWith(eve);
    String code = code(ann, chat, Map.of());
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode joined = bens.asks("joinByInvite", Map.of("code", code));
      assertEquals(chat, joined.path("id").asString());
      assertEquals("member", joined.path("role").asString());
      JsonNode changed =
          anns.receives("conversationChanged", d -> d.path("chatID").asString().equals(chat));
      assertEquals(3, changed.path("conversation").path("memberCount").asInt());
      bens.receives("conversationChanged", d -> d.path("chatID").asString().equals(chat));
      ann.posts(chat, "welcome");
      bens.receives("inputChatMessage", d -> d.path("content").asString().equals("welcome"));
    }
    JsonNode line =
        ann.history(chat)
            .valueStream()
            .filter(m -> m.path("kind").asString().equals("system"))
            .reduce((a, b) -> b)
            .orElseThrow();
    assertEquals(ben.name() + " joined by a link", line.path("content").asString());
  }

  @Test
  void codesCanNotBeGuessed() {
    String chat = ann.groupWith();
    String one = code(ann, chat, Map.of());
    String two = code(ann, chat, Map.of());
    assertNotEquals(one, two);
    assertTrue(one.matches("[A-Za-z0-9_-]{22,}"), "at least 128 bits: " + one);
  }

  @Test
  void ofTwoWhoWantTheLastUseOneGetsIt() {
    for (int round = 0; round < 10; round++) {
      String chat = ann.groupWith();
      String code = code(ann, chat, Map.of("uses", 1));
      List<Person> both = List.of(parley.person("cat"), parley.person("dan"));
      List<Integer> statuses =
          IntStream.range(0, 2)
              .parallel()
              .mapToObj(i -> join(both.get(i), code).status())
              .sorted()
              .toList();
      assertEquals(List.of(200, 404), statuses);
      assertEquals(2, ann.get("/conversations/" + chat).body().path("memberCount").asInt());
    }
  }

  @Test
  void joiningManyTimesAtOnceUsesALinkOnce() {
    String chat = ann.groupWith();
    String code = code(ann, chat, Map.of("uses", 3));
    IntStream.range(0, 6).parallel().forEach(i -> join(ben, code).expect(200));
    JsonNode link = links(ann, chat).get(0);
    assertEquals(1, link.path("uses").asInt());
    assertEquals(2, link.path("usesLeft").asInt());
    long lines =
        ann.history(chat)
            .valueStream()
            .filter(m -> m.path("content").asString().contains("joined by a link"))
            .count();
    assertEquals(1, lines);
  }

  @Test
  void whoHadTheLastUseMayAskAgain() {
    String chat = ann.groupWith();
    String code = code(ann, chat, Map.of("uses", 1));
    join(ben, code).expect(200);
    assertEquals(chat, join(ben, code).expect(200).body().path("id").asString());
    join(eve, code).refused(404, "notFound");
    assertEquals(0, links(ann, chat).size());
  }

  @Test
  void allLinksThatDoNotWorkSoundTheSame() {
    String chat = ann.groupWith();
    String expired = code(ann, chat, Map.of("hours", 1));
    String used = code(ann, chat, Map.of("uses", 1));
    String revoked = code(ann, chat, Map.of());
    String fine = code(ann, chat, Map.of("hours", 1));
    expire(expired);
    join(parley.person("dan"), used).expect(200);
    String invites = "/conversations/" + chat + "/invites/";
    ann.call("DELETE", invites + id(chat, revoked), null).expect(204);
    String gone = ann.groupWith();
    String deleted = code(ann, gone, Map.of());
    ann.call("DELETE", "/conversations/" + gone, null).expect(204);
    String unknown = join(ben, "A".repeat(24)).refused(404, "notFound").text();
    for (String code : List.of(expired, used, revoked, deleted, "x", fine.toLowerCase() + "a")) {
      assertEquals(unknown, join(ben, code).refused(404, "notFound").text());
      assertEquals(unknown, ben.get("/invites/" + code).refused(404, "notFound").text());
    }
    try (Wire wire = ben.connects()) {
      String first = wire.isRefused("joinByInvite", Map.of("code", "x"), "notFound").toString();
      for (String code : List.of(expired, used, revoked, deleted, "\u0001", "")) {
        Map<String, String> link = Map.of("code", code);
        assertEquals(first, wire.isRefused("joinByInvite", link, "notFound").toString());
        assertEquals(first, wire.isRefused("inviteInfo", link, "notFound").toString());
      }
      wire.isRefused("joinByInvite", Map.of("code", "\u0000"), "invalid");
      wire.isRefused("joinByInvite", Map.of(), "invalid");
      wire.isRefused("inviteInfo", Map.of(), "invalid");
    }
    ben.get("/conversations/" + chat).refused(404, "notFound");
    join(ben, fine).expect(200);
  }

  @Test
  void aLinkTellsBeforeOneJoinsNeitherNamesNorMessages() {
    String chat = ann.groupWith(eve);
    ann.call("PATCH", "/conversations/" + chat, Map.of("name", "Chess", "topic", "openings"))
        .expect(200);
    ann.posts(chat, "a secret");
    String code = code(ann, chat, Map.of());
    Answer answer = ben.get("/invites/" + code).expect(200);
    JsonNode info = answer.body();
    assertEquals("Chess", info.path("name").asString());
    assertEquals("openings", info.path("topic").asString());
    assertEquals(2, info.path("memberCount").asInt());
    assertFalse(info.path("member").asBoolean());
    assertTrue(info.has("chatID") && info.path("chatID").isNull());
    for (String secret : List.of("a secret", ann.name(), eve.name(), "\"" + chat + "\"")) {
      assertFalse(answer.text().contains(secret), answer.text());
    }
    JsonNode own = eve.get("/invites/" + code).expect(200).body();
    assertTrue(own.path("member").asBoolean());
    assertEquals(chat, own.path("chatID").asString());
  }

  @Test
  void onlyAdministratorsMakeSeeAndRevokeLinks() {
    String chat = ann.groupWith(ben);
    String code = code(ann, chat, Map.of());
    String path = "/conversations/" + chat + "/invites";
    String id = id(chat, code);
    for (Person who : List.of(ben, eve)) {
      String refusal = who == ben ? "forbidden" : "notFound";
      int status = who == ben ? 403 : 404;
      who.call("POST", path, Map.of()).refused(status, refusal);
      who.get(path).refused(status, refusal);
      who.call("DELETE", path + "/" + id, null).refused(status, refusal);
      try (Wire wire = who.connects()) {
        wire.isRefused("createInvite", Map.of("chatID", chat), refusal);
        wire.isRefused("invites", Map.of("chatID", chat), refusal);
        wire.isRefused("revokeInvite", Map.of("inviteID", id), refusal);
      }
    }
    assertEquals(1, links(ann, chat).size());
    String other = ann.groupWith();
    ann.call("DELETE", "/conversations/" + other + "/invites/" + id, null).refused(404, "notFound");
    try (Wire wire = ann.connects()) {
      wire.asks("revokeInvite", Map.of("inviteID", id));
      wire.isRefused("revokeInvite", Map.of("inviteID", id), "notFound");
      assertEquals(0, wire.asks("invites", Map.of("chatID", chat)).path("invites").size());
    }
    join(eve, code).refused(404, "notFound");
  }

  @Test
  void aPrivateConversationAndTheRoomOfEverybodyHaveNoLinks() {
    String pair = ann.privateChatWith(ben);
    ann.call("POST", "/conversations/" + pair + "/invites", Map.of()).refused(403, "forbidden");
    ann.get("/conversations/" + pair + "/invites").refused(403, "forbidden");
    String everybody =
        ann.get("/conversations")
            .body()
            .path("items")
            .valueStream()
            .filter(c -> c.path("kind").asString().equals("everybody"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    ann.call("POST", "/conversations/" + everybody + "/invites", Map.of())
        .refused(403, "forbidden");
  }

  @Test
  void whoWasShownOutMayComeAgainByALink() {
    String chat = ann.groupWith(ben);
    String code = code(ann, chat, Map.of());
    ann.call("DELETE", "/conversations/" + chat + "/members/" + ben.id(), null).expect(204);
    ben.get("/conversations/" + chat).refused(404, "notFound");
    join(ben, code).expect(200);
    assertEquals("member", ben.get("/conversations/" + chat).body().path("role").asString());
  }

  @Test
  void aLinkHasSensibleLimitsOrNone() {
    String path = "/conversations/" + ann.groupWith() + "/invites";
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("hours", 0), Map.of("hours", 8761), Map.of("hours", "soon"))) {
      assertEquals("hours", refusedField(path, wrong));
    }
    assertEquals("uses", refusedField(path, Map.of("uses", 0)));
    assertEquals("uses", refusedField(path, Map.of("uses", 1001)));
    JsonNode open = ann.call("POST", path, Map.of()).expect(201).body();
    assertTrue(open.path("expires").isNull());
    assertTrue(open.path("usesLeft").isNull());
    JsonNode tight = ann.call("POST", path, Map.of("hours", 2, "uses", 5)).expect(201).body();
    assertEquals(5, tight.path("usesLeft").asInt());
    java.time.Instant made = java.time.Instant.parse(tight.path("dateCreate").asString());
    java.time.Instant ends = java.time.Instant.parse(tight.path("expires").asString());
    assertEquals(120, java.time.Duration.between(made, ends).plusSeconds(5).toMinutes());
  }

  @Test
  void aConversationHasAtMostAHundredLinks() {
    String path = "/conversations/" + ann.groupWith() + "/invites";
    IntStream.range(0, 100).forEach(i -> ann.call("POST", path, Map.of()).expect(201));
    ann.call("POST", path, Map.of()).refused(409, "conflict");
  }

  private String refusedField(String path, Object body) {
    return ann.call("POST", path, body).refused(400, "invalid").body().path("field").asString();
  }

  private static Answer join(Person who, String code) {
    return who.call("POST", "/invites/" + code, null);
  }

  private static String code(Person who, String chat, Object limits) {
    return who.call("POST", "/conversations/" + chat + "/invites", limits)
        .expect(201)
        .body()
        .path("code")
        .asString();
  }

  private static JsonNode links(Person who, String chat) {
    return who.get("/conversations/" + chat + "/invites").expect(200).body().path("invites");
  }

  private String id(String chat, String code) {
    return links(ann, chat)
        .valueStream()
        .filter(link -> link.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  /** Lets an hour pass for one link. */
  private static void expire(String code) {
    assertEquals(
        1,
        Database.change(
            "UPDATE invites SET expires_at = expires_at - interval '1 hour' WHERE code = ?", code));
  }
}
