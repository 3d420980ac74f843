package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Generated nonsense, the same in each run: none of it may fail the server, change anything or show
 * how the server is made.
 */
class BadInputIT extends ClientTest {

  private static final int FRAMES = 1500;
  private static final int REQUESTS = 700;
  private static final String[] TYPES = {
    "sync",
    "focus",
    "sendMessage",
    "history",
    "markRead",
    "markUnread",
    "muteConversation",
    "archiveConversation",
    "saveDraft",
    "updateSettings",
    "typing",
    "createConversation",
    "updateConversation",
    "deleteConversation",
    "leaveConversation",
    "addMember",
    "removeMember",
    "setRole",
    "postsPortion",
    "userPostsPortion",
    "newPost",
    "newComment",
    "likePost",
    "searchMessages",
    "searchEverything",
    "openChat",
    "chatPortion",
    "sendMessageToOpendChat",
    "closeChat",
    "onlineUsers",
    "getSessions",
    "endSession",
    "changePassword",
    "",
    "hello",
    "ERROR",
    "__proto__"
  };
  private static final String[] FIELDS = {
    "chatID",
    "text",
    "content",
    "key",
    "before",
    "after",
    "around",
    "limit",
    "seq",
    "kind",
    "name",
    "topic",
    "userIDs",
    "userID",
    "role",
    "sessionID",
    "oldPassword",
    "newPassword",
    "attachmentIDs",
    "pictureID",
    "currentPassword",
    "fullName",
    "email",
    "epoch",
    "chats",
    "until",
    "archived",
    "receipts",
    "recepientID",
    "offset",
    "title",
    "body",
    "categories",
    "postID",
    "postType",
    "extra"
  };
  private static final String[] METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
  private static final String[] PATHS = {
    "/accounts",
    "/accounts/me",
    "/accounts/me/password",
    "/accounts/%s",
    "/sessions",
    "/sessions/current",
    "/sessions/%s",
    "/people",
    "/people/%s",
    "/people?query=%s",
    "/people?after=%s&limit=%s",
    "/conversations",
    "/conversations?after=%s",
    "/conversations/%s",
    "/conversations/%s/members",
    "/conversations/%s/members/%s",
    "/conversations/%s/messages",
    "/conversations/%s/messages?before=%s",
    "/conversations/%s/messages?around=%s&limit=%s",
    "/conversations/%s/read",
    "/conversations/%s/own/mute",
    "/conversations/%s/own/archive",
    "/conversations/%s/own/draft",
    "/conversations/%s/own/unread",
    "/accounts/me/settings",
    "/messages/%s",
    "/search?text=%s",
    "/search?text=%s&chat=%s&after=%s&limit=%s",
    "/search/all?text=%s",
    "/posts",
    "/posts?user=%s&text=%s",
    "/posts/%s",
    "/posts/%s/comments?after=%s&limit=%s",
    "/comments/%s",
    "/categories/%s",
    "/attachments/%s",
    "/attachments/%s/preview",
    "/attachments?name=%s",
    "/server",
    "/nothing",
    "/%s/%s"
  };
  private static final String[] SEGMENTS = {
    "0",
    "-1",
    "1",
    "9223372036854775807",
    "9223372036854775808",
    "1e3",
    "1.5",
    "x",
    "%00",
    "%FF",
    "%F0%9F%98%80",
    "%2e%2e",
    "'",
    "1;drop",
    "%25",
    "null",
    "NaN",
    "a%0Ab",
    "1%20"
  };

  /** Written as half a surrogate pair, which JSON can name though no text can have it. */
  private static final String HALF = "half-a-pair";

  private final Random random = new Random(20_240_501);

  @Test
  void noFrameFailsTheServerOrEndsTheSocketWithoutNeed() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    String before = state(ann, chat);
    try (Wire wire = ben.connects();
        Wire witness = ann.connects()) {
      for (int i = 0; i < FRAMES; i++) {
        String id = "f" + i;
        wire.raw(written(request(id)) + "\n");
        if (i % 50 == 49) {
          wire.settles();
        }
        JsonNode reply = wire.reply(id);
        assertFalse(reply.path("result").asString().equals("serverError"), reply.toString());
        harmless(reply.toString());
      }
      // What is no JSON is forgiven once at a time.
      for (String nonsense : NO_OBJECTS) {
        wire.raw(nonsense + "\n");
        wire.settles();
      }
      assertTrue(wire.isOpen());
      witness.settles();
    }
    assertEquals(before, state(ann, chat));
  }

  private static final List<String> NO_OBJECTS =
      List.of(
          "{",
          "}",
          "[]",
          "null",
          "1",
          "\"text\"",
          "{\"type\":\"sync\"",
          "{'type':'sync'}",
          "\u0000",
          "{\"type\":\"sync\"} {}",
          "[".repeat(40) + "]".repeat(40),
          "\ufeff{}",
          "{\"a\":NaN}",
          "{\"type\":" + "{\"a\":".repeat(20) + "1" + "}".repeat(21),
          "<xml/>",
          "9".repeat(100));

  @Test
  void noRequestFailsTheServerOrShowsHowItIsMade() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    String before = state(ann, chat);
    for (int i = 0; i < REQUESTS; i++) {
      String path = pick(PATHS);
      while (path.contains("%s")) {
        path = path.replaceFirst("%s", pick(SEGMENTS));
      }
      String method = pick(METHODS);
      // Out of all nonsense this could make sense.
      if (method.equals("DELETE") && path.equals("/sessions/current")) {
        continue;
      }
      Object body = method.equals("GET") ? null : body();
      // Some nonsense is a name, and without a password anybody may delete themselves.
      Person who = path.equals("/accounts/me") ? parley.person("somebody") : ben;
      Answer answer = who.call(method, path, body);
      String what = method + " " + path + " " + body + ": " + answer.status() + " " + answer.text();
      assertTrue(answer.status() < 500, what);
      harmless(what);
      // Addresses that are none don't come as far as to us.
      if (answer.status() >= 400 && answer.body() != null && !path.contains("%")) {
        assertEquals(answer.status(), answer.body().path("status").asInt(), what);
      }
    }
    ben.get("/accounts/me").expect(200);
    assertEquals(before, state(ann, chat));
  }

  static void harmless(String answer) {
    for (String sign :
        List.of(
            "Exception",
            "at dev.parley",
            "at java.",
            "org.postgresql",
            "org.hibernate",
            "SQLState",
            "PSQL",
            "tools.jackson",
            "jakarta.",
            "com.ibm")) {
      assertFalse(answer.contains(sign), answer);
    }
  }

  private static String state(Person person, String chat) {
    return person.get("/conversations/" + chat).expect(200).text()
        + person.get("/conversations/" + chat + "/messages").expect(200).text()
        + person.get("/sessions").expect(200).body().path("items").size();
  }

  private Map<String, Object> request(String id) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("type", random.nextInt(20) == 0 ? value(2) : pick(TYPES));
    request.put("id", id);
    request.put("payload", random.nextInt(10) == 0 ? value(2) : payload());
    return request;
  }

  private Map<String, Object> payload() {
    Map<String, Object> payload = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      payload.put(pick(FIELDS), value(3));
    }
    return payload;
  }

  private Object body() {
    return switch (random.nextInt(6)) {
      case 0 -> pick(NO_OBJECTS.toArray(String[]::new));
      case 1 -> "";
      default -> written(payload());
    };
  }

  private static String written(Object value) {
    return Json.MAPPER.writeValueAsString(value).replace(HALF, "\\ud800");
  }

  /** No value is the id of something that exists, but all of them are somewhere near. */
  private Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 16 : 13)) {
      case 0 -> null;
      case 1 -> "";
      case 2 -> -1;
      case 3 -> 0;
      case 4 -> Long.MAX_VALUE;
      case 5 -> "9223372036854775808";
      case 6 -> 1.5;
      case 7 -> true;
      case 8 -> "a\u0000b";
      case 9 -> "x".repeat(random.nextInt(9000));
      case 10 -> "'; DROP TABLE accounts; --";
      case 11 -> HALF;
      case 12 -> "😀\u202e<script>";
      case 13 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(depth - 1));
        }
        yield list;
      }
      case 14 -> Map.of(pick(FIELDS), String.valueOf(value(0)));
      default -> payload(depth - 1);
    };
  }

  private Map<String, Object> payload(int depth) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(pick(FIELDS), value(depth));
    return payload;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
