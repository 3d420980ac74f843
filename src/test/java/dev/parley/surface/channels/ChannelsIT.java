package dev.parley.surface.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract of the channels, row by row; each exchange is held by a golden file. */
class ChannelsIT extends ClientTest {

  private static final String MISSING = "ffffffff-ffff-4fff-8fff-ffffffffffff";
  private static final String PASSWORD = "correct horse";

  private final Golden golden = new Golden();
  private final Guest nobody = Guest.nobody(parley);
  private final Guest ann = Guest.named(parley, "ann");
  private final Guest ben = Guest.named(parley, "ben");
  private final Guest eve = Guest.named(parley, "eve");

  @Test
  void postApiUser() {
    String kim = Parley.unique("kim");
    golden.ask(nobody, "POST", "/api/user", Map.of("username", kim));
    golden.ask(nobody, "POST", "/api/user", Map.of("username", kim));
    golden.ask(ben, "POST", "/api/user", Map.of("username", kim.toUpperCase()));
    golden.ask(nobody, "POST", "/api/user", Map.of("username", "with a space"));
    golden.ask(nobody, "POST", "/api/user", Map.of("username", ""));
    golden.ask(nobody, "POST", "/api/user", Map.of());
    golden.ask(nobody, "POST", "/api/user", "{\"username\":");
    golden.ask(nobody, "POST", "/api/user", "");
    golden.ask(nobody, "GET", "/api/user", null);
    golden.check("postApiUser");
  }

  @Test
  void theSessionOfANewUserIsAGuestsAndNoScriptCanReadIt() {
    Answer made =
        nobody.call("POST", "/api/user", Map.of("username", Parley.unique("kim"))).expect(201);
    String cookie = made.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    assertFalse(made.text().contains(cookie.split("[=;]")[1]));
    assertTrue(ann.natively("GET", "/accounts/me", null).body().path("guest").asBoolean());
  }

  @Test
  void postApiCreateChannel() {
    String path = "/api/create_channel";
    golden.ask(ann, "POST", path, Map.of("userIds", List.of(ben.id(), eve.id())));
    golden.ask(nobody, "POST", path, Map.of("userIds", List.of(ben.id())));
    golden.ask(ann, "POST", path, Map.of("userIds", List.of(ben.id(), MISSING)));
    golden.ask(ann, "POST", path, Map.of("userIds", List.of("1")));
    golden.ask(ann, "POST", path, Map.of("userIds", List.of()));
    golden.ask(ann, "POST", path, Map.of());
    golden.ask(ann, "POST", path, Map.of("userIds", ben.id()));
    golden.ask(ann, "POST", path, "[]");
    golden.check("postApiCreateChannel");
  }

  @Test
  void nothingIsMadeForAUserWhoDoesNotExist() {
    int before = channelsOf(ann).size();
    ann.call("POST", "/api/create_channel", Map.of("userIds", List.of(ben.id(), MISSING)))
        .expect(404);
    assertEquals(before, channelsOf(ann).size());
    assertEquals(0, channelsOf(ben).size());
  }

  @Test
  void deleteApiChannel() {
    String channel = ann.channelWith(ben);
    String path = "/api/channel/" + channel;
    golden.ask(nobody, "DELETE", path, null);
    golden.ask(eve, "DELETE", path, null);
    golden.ask(ben, "DELETE", path, null);
    golden.ask(ann, "DELETE", "/api/channel/" + MISSING, null);
    golden.ask(ann, "DELETE", "/api/channel/1", null);
    try (Wire anns = ann.joins(channel);
        Wire bens = ben.joins(channel);
        Wire browser = ben.opensInBrowser(channel)) {
      golden.ask(ann, "DELETE", path, null);
      for (Wire wire : List.of(anns, bens, browser)) {
        assertEquals(1000, wire.closedWithin(Duration.ofSeconds(2)));
      }
    }
    golden.ask(ann, "DELETE", path, null);
    golden.ask(ann, "GET", "/channels/" + channel, null);
    golden.check("deleteApiChannel");
  }

  @Test
  void wsJoinChannel() {
    String channel = ann.channelWith(ben);
    try (Wire anns = ann.joins(channel);
        Wire bens = ben.joins(channel)) {
      anns.raw("{\"type\":\"message\",\"message\":\"hello ben\"}");
      golden.hear(ann, anns);
      golden.hear(ben, bens);
      bens.raw("{\"type\":\"message\",\"message\":\"привіт 😀 <b>\"}");
      golden.hear(ann, anns);
      golden.hear(ben, bens);
      // Each is told what is wrong, nobody else hears of it, and the socket stays.
      for (String bad :
          List.of(
              "{\"type\":\"message\",\"message\":\" \"}",
              "{\"type\":\"message\"}",
              "{\"type\":\"shout\",\"message\":\"x\"}",
              "{\"message\":\"x\"}",
              "{\"type\":\"message\",\"message\":{\"a\":1}}",
              "hello",
              "[]",
              "")) {
        anns.raw(bad);
        golden.hear(ann, anns);
      }
      anns.raw("{\"type\":\"message\",\"message\":\"still here\"}");
      golden.hear(ann, anns);
      golden.hear(ben, bens);
    }
    golden.check("wsJoinChannel");
  }

  @Test
  void onlyMembersJoinAChannelAndOnlyAsThemselves() {
    String channel = ann.channelWith(ben);
    String path = "/ws/join_channel?channelId=" + channel + "&clientId=";
    assertEquals(401, nobody.isRefused(path + ann.id()));
    assertEquals(403, ben.isRefused(path + ann.id()));
    assertEquals(403, eve.isRefused(path + ann.id()));
    assertEquals(404, eve.isRefused(path + eve.id()));
    assertEquals(
        404, eve.isRefused("/ws/join_channel?channelId=" + MISSING + "&clientId=" + eve.id()));
    assertEquals(404, ann.isRefused("/ws/join_channel?channelId=1&clientId=" + ann.id()));
    assertEquals(403, ann.isRefused(path + "1"));
    assertEquals(400, ann.isRefused("/ws/join_channel?channelId=" + channel));
    assertEquals(400, ann.isRefused("/ws/join_channel?clientId=" + ann.id()));
    assertEquals(400, ann.isRefused("/ws/join_channel"));
    assertEquals(
        403,
        Wire.refusedHandshakeAt(
            parley, path + ann.id(), "Cookie", ann.cookie(), "Origin", "https://evil.example"));
  }

  @Test
  void whoIsShownOutHearsNothingMoreAndDoesNotComeBack() {
    String channel = ann.channelWith(ben);
    String chat = ann.nativeId(channel);
    String bens = ben.natively("GET", "/accounts/me", null).body().path("id").asString();
    try (Wire wire = ben.joins(channel)) {
      ann.natively("DELETE", "/conversations/" + chat + "/members/" + bens, null).expect(204);
      assertEquals(4403, wire.closedWithin(Duration.ofSeconds(2)));
    }
    assertEquals(
        404, ben.isRefused("/ws/join_channel?channelId=" + channel + "&clientId=" + ben.id()));
    ben.call("GET", "/channels/" + channel + "/messages", null).expect(404);
  }

  @Test
  void whatIsWrittenInOtherConversationsIsNotToldInAChannel() {
    String one = ann.channelWith(ben);
    String other = ann.channelWith(ben);
    try (Wire wire = ben.joins(one)) {
      ann.writes(other, "elsewhere");
      ann.writes(one, "here");
      assertEquals("here", wire.hears().path("message").asString());
      assertEquals(2, wire.messages());
    }
  }

  @Test
  void somebodyWhoIsAddedLaterWritesUnderTheirOwnId() {
    String channel = ann.channelWith(ben);
    String chat = ann.nativeId(channel);
    String eves = eve.natively("GET", "/accounts/me", null).body().path("id").asString();
    try (Wire wire = ben.joins(channel)) {
      ann.natively("POST", "/conversations/" + chat + "/members", Map.of("userID", eves))
          .expect(201);
      eve.natively("POST", "/conversations/" + chat + "/messages", Map.of("content", "me, too"))
          .expect(201);
      JsonNode heard = wire.hears();
      assertEquals("me, too", heard.path("message").asString());
      assertEquals(eve.id(), heard.path("senderId").asString());
      assertEquals(eve.name(), heard.path("username").asString());
    }
  }

  @Test
  void createUserOrLogin() {
    ann.natively("PUT", "/accounts/me/password", Map.of("newPassword", PASSWORD)).expect(204);
    Map<String, String> again = Map.of("username", ann.name(), "password", PASSWORD);
    Answer in = golden.ask(nobody, "POST", "/api/user", again);
    assertEquals(ann.id(), in.body().path("userId").asString());
    golden.ask(nobody, "POST", "/user", again);
    golden.ask(
        nobody, "POST", "/api/user", Map.of("username", ann.name(), "password", "wrong horse"));
    golden.ask(nobody, "POST", "/api/user", Map.of("username", ann.name()));
    // Whoever brings a password at once has one from the beginning.
    String kim = Parley.unique("kim");
    golden.ask(nobody, "POST", "/api/user", Map.of("username", kim, "password", "short"));
    golden.ask(nobody, "POST", "/api/user", Map.of("username", kim, "password", PASSWORD));
    golden.ask(nobody, "POST", "/api/user", Map.of("username", kim, "password", PASSWORD));
    golden.check("createUserOrLogin");
    Guest back = new Guest(parley, ann.id(), ann.name(), Guest.cookieOf(in));
    back.channelWith(ben);
    parley
        .call("POST", "/api/v1/sessions", Map.of("name", ann.name(), "password", PASSWORD))
        .expect(201);
  }

  @Test
  void postUser() {
    String kim = Parley.unique("kim");
    Answer made = golden.ask(nobody, "POST", "/user", Map.of("username", kim));
    Guest kims =
        new Guest(parley, made.body().path("userId").asString(), kim, Guest.cookieOf(made));
    golden.ask(kims, "POST", "/user", Map.of("username", kim));
    golden.ask(kims, "POST", "/user", Map.of("username", kim.toUpperCase()));
    golden.ask(nobody, "POST", "/user", Map.of("username", kim));
    golden.ask(ben, "POST", "/user", Map.of("username", kim));
    golden.ask(nobody, "POST", "/user", Map.of("username", " "));
    golden.ask(kims, "POST", "/user", Map.of());
    golden.ask(nobody, "POST", "/user", "null");
    golden.check("postUser");
  }

  @Test
  void getUsers() {
    golden.ask(ann, "GET", "/users?username=" + ben.name().toUpperCase(), null);
    golden.ask(ann, "GET", "/users?username=" + ann.name(), null);
    golden.ask(ann, "GET", "/users?username=no-such-person", null);
    golden.ask(nobody, "GET", "/users?username=" + ben.name(), null);
    golden.check("getUsers");
    assertTrue(ann.call("GET", "/users", null).expect(200).body().path("users").size() > 1);
  }

  @Test
  void getUsersChannels() {
    golden.ask(ann, "GET", "/users/" + ann.id() + "/channels", null);
    ann.call(
            "POST",
            "/channels",
            Map.of("displayname", "G", "creatorId", ann.id(), "userIds", List.of(ben.id())))
        .expect(201);
    ben.channelWith(ann);
    golden.ask(ann, "GET", "/users/" + ann.id() + "/channels", null);
    golden.ask(ben, "GET", "/users/" + ben.id() + "/channels", null);
    golden.ask(nobody, "GET", "/users/" + ann.id() + "/channels", null);
    golden.ask(eve, "GET", "/users/" + ann.id() + "/channels", null);
    golden.ask(eve, "GET", "/users/" + MISSING + "/channels", null);
    golden.ask(eve, "GET", "/users/1/channels", null);
    golden.check("getUsersChannels");
  }

  @Test
  void postChannels() {
    List<String> ids = List.of(ben.id());
    golden.ask(
        ann,
        "POST",
        "/channels",
        Map.of("displayname", "G", "creatorId", ann.id(), "userIds", ids));
    golden.ask(ann, "POST", "/channels", Map.of("creatorId", ann.id(), "userIds", ids));
    golden.ask(ann, "POST", "/channels", Map.of("userIds", ids));
    golden.ask(ann, "POST", "/channels", Map.of("creatorId", ben.id(), "userIds", ids));
    golden.ask(nobody, "POST", "/channels", Map.of("creatorId", ann.id(), "userIds", ids));
    golden.ask(
        ann, "POST", "/channels", Map.of("creatorId", ann.id(), "userIds", List.of(MISSING)));
    golden.ask(ann, "POST", "/channels", Map.of("creatorId", ann.id(), "userIds", List.of()));
    golden.ask(
        ann,
        "POST",
        "/channels",
        Map.of("displayname", "x".repeat(101), "creatorId", ann.id(), "userIds", ids));
    golden.ask(ann, "POST", "/channels", "{");
    golden.check("postChannels");
  }

  @Test
  void getChannel() {
    String channel = ann.channelWith(ben);
    golden.ask(ben, "GET", "/channels/" + channel, null);
    golden.ask(nobody, "GET", "/channels/" + channel, null);
    golden.ask(eve, "GET", "/channels/" + channel, null);
    golden.ask(eve, "GET", "/channels/" + MISSING, null);
    golden.ask(eve, "GET", "/channels/1", null);
    golden.ask(ann, "POST", "/channels/" + channel, Map.of());
    golden.check("getChannel");
  }

  @Test
  void aChannelOfManyNamesAllOfThem() {
    List<String> ids =
        Collections.nCopies(60, "guest").stream()
            .map(like -> Guest.named(parley, like).id())
            .toList();
    String channel =
        ann.call("POST", "/api/create_channel", Map.of("userIds", ids))
            .expect(201)
            .body()
            .path("channelId")
            .asString();
    JsonNode users = ann.call("GET", "/channels/" + channel, null).body().path("users");
    assertEquals(61, users.size());
    assertEquals(61, channelsOf(ann).get(0).path("users").size());
  }

  @Test
  void conversationsOfOtherKindsAreNoChannels() {
    Person native1 = parley.person("native");
    String group = native1.groupWith();
    String handle = Database.asked("SELECT handle FROM conversations WHERE id = " + group);
    Guest self = new Guest(parley, "", native1.name(), "parley_session=" + native1.token());
    self.call("GET", "/channels/" + handle, null).expect(404);
    self.call("DELETE", "/api/channel/" + handle, null).expect(404);
    native1.get("/conversations/" + group).expect(200);
  }

  @Test
  void getChannelMessages() {
    String channel = ann.channelWith(ben);
    String path = "/channels/" + channel + "/messages";
    golden.ask(ann, "GET", path, null);
    ann.writes(channel, "first");
    ben.writes(channel, "second");
    ann.writes(channel, "taken back");
    String chat = ann.nativeId(channel);
    JsonNode history =
        ann.natively("GET", "/conversations/" + chat + "/messages", null).body().path("messages");
    String last = history.get(history.size() - 1).path("id").asString();
    ann.natively("DELETE", "/messages/" + last, null).expect(200);
    golden.ask(ben, "GET", path, null);
    golden.ask(nobody, "GET", path, null);
    golden.ask(eve, "GET", path, null);
    golden.ask(eve, "GET", "/channels/" + MISSING + "/messages", null);
    golden.check("getChannelMessages");
  }

  @Test
  void aLongChannelIsTold() {
    String channel = ann.channelWith(ben);
    try (Wire wire = ann.joins(channel)) {
      for (int i = 1; i <= 230; i++) {
        wire.raw("{\"type\":\"message\",\"message\":\"number " + i + "\"}");
      }
      for (int i = 1; i <= 230; i++) {
        assertEquals("number " + i, wire.hears().path("message").asString());
      }
    }
    JsonNode messages =
        ben.call("GET", "/channels/" + channel + "/messages", null).body().path("messages");
    assertEquals(230, messages.size());
    assertEquals("number 1", messages.get(0).path("message").asString());
    assertEquals("number 230", messages.get(229).path("message").asString());
  }

  @Test
  void wsChannelIdUserId() {
    String channel = ann.channelWith(ben);
    try (Wire anns = ann.opensInBrowser(channel);
        Wire bens = ben.opensInBrowser(channel)) {
      anns.raw(
          "{\"event\":\"message\",\"senderId\":\"" + ann.id() + "\",\"message\":\"hello ben\"}");
      golden.hear(ann, anns);
      golden.hear(ben, bens);
      for (String bad :
          List.of(
              "{\"event\":\"message\",\"senderId\":\"" + ben.id() + "\",\"message\":\"forged\"}",
              "{\"event\":\"message\",\"senderId\":\"1\",\"message\":\"forged\"}",
              "{\"event\":\"message\",\"senderId\":\"" + ann.id() + "\",\"message\":\"\"}",
              "{\"event\":\"typing\",\"senderId\":\"" + ann.id() + "\"}",
              "{")) {
        anns.raw(bad);
        golden.hear(ann, anns);
      }
      anns.raw("{\"event\":\"message\",\"message\":\"still here\"}");
      golden.hear(ann, anns);
      golden.hear(ben, bens);
    }
    golden.check("wsChannelIdUserId");
  }

  @Test
  void onlyMembersOpenABrowserSocketAndOnlyAsThemselves() {
    String channel = ann.channelWith(ben);
    String path = "/ws?channelId=" + channel + "&userId=";
    assertEquals(401, nobody.isRefused(path + ann.id()));
    assertEquals(403, eve.isRefused(path + ann.id()));
    assertEquals(404, eve.isRefused(path + eve.id()));
    assertEquals(404, ann.isRefused("/ws?channelId=" + MISSING + "&userId=" + ann.id()));
    assertEquals(400, ann.isRefused("/ws?channelId=" + channel));
    assertEquals(400, ann.isRefused("/ws?userId=" + ann.id()));
    assertEquals(
        403,
        Wire.refusedHandshakeAt(
            parley, path + ann.id(), "Cookie", ann.cookie(), "Origin", "https://evil.example"));
  }

  @Test
  void bothKindsOfClientsAndTheNativeOnesHearEachOther() {
    String channel = ann.channelWith(ben);
    Person benNatively = new Person(parley, "", ben.name(), ben.cookie().split("=", 2)[1]);
    String chat = ann.nativeId(channel);
    try (Wire joined = ann.joins(channel);
        Wire browser = ben.opensInBrowser(channel);
        Wire own = benNatively.connects()) {
      own.asks("focus", Map.of("chatID", chat));
      joined.raw("{\"type\":\"message\",\"message\":\"one\"}");
      assertEquals("one", browser.hears().path("message").asString());
      assertEquals("one", own.receives("inputChatMessage").path("content").asString());
      browser.raw("{\"event\":\"message\",\"message\":\"two\"}");
      assertEquals("one", joined.hears().path("message").asString());
      assertEquals("two", joined.hears().path("message").asString());
    }
  }

  @Test
  void getClearDataIsNotBuilt() {
    ann.call("GET", "/clear-data", null).expect(404);
    assertEquals(
        ann.name(), ann.natively("GET", "/accounts/me", null).body().path("name").asString());
  }

  private JsonNode channelsOf(Guest who) {
    return who.call("GET", "/users/" + who.id() + "/channels", null)
        .expect(200)
        .body()
        .path("channels");
  }
}
