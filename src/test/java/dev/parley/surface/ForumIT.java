package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.images.TestPictures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The forum's list of wishes, line by line as it has them, on the native surface. What of it one
 * sees is tested in front of the client, in {@code ForumInABrowserIT}; stopping and starting again
 * in {@code StartAndStopIT} and {@code RestartIT}; its own client's wire in {@code surface.forum}.
 */
class ForumIT extends ClientTest {

  private final Person ann = parley.person("ann");

  /** Among the first thousand by name, whom a list brings, however many tests ran before. */
  private final Person ben = parley.person("aa-ben");

  @Test
  void chatTableWsClientAndServer() {
    String chat = ann.privateChatWith(ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      bens.asks("focus", Map.of("chatID", chat));
      anns.asks("sendMessage", Map.of("chatID", chat, "content", "hello"));
      assertEquals("hello", bens.receives("inputChatMessage").path("content").asString());
      assertEquals("hello", ann.history(chat).get(0).path("content").asString());
    }
  }

  @Test
  void ifServerDropNeedAuthNoTheSessionOutlivesTheSocket() {
    String chat = ann.privateChatWith(ben);
    String seen;
    try (Wire bens = ben.connects()) {
      JsonNode known = of(bens.asks("sync", Map.of()).path("chats"), chat);
      seen = known.path("ev").asString();
    }
    ann.posts(chat, "while you were away");
    try (Wire again = ben.connects()) {
      JsonNode missed =
          of(again.asks("sync", Map.of("chats", Map.of(chat, seen))).path("chats"), chat);
      assertEquals(
          "while you were away", missed.path("messages").get(0).path("content").asString());
    }
  }

  @Test
  void returnHttpStatusAndAnotherUrlPathIsNoServerError() {
    String chat = ben.groupWith();
    for (String path : List.of("/api/v1/nothing", "/api/nothing", "/api/v1/posts/99999999")) {
      Answer none = parley.call("GET", path, null, "Authorization", "Bearer " + ann.token());
      assertEquals(404, none.status(), path);
    }
    ann.call("POST", "/posts", "{").refused(400, "invalid");
    ann.get("/conversations/" + chat).refused(404, "notFound");
    ann.call("POST", "/categories", Map.of("name", "mine")).refused(403, "forbidden");
    assertEquals(405, ann.call("DELETE", "/posts", null).status());
    assertEquals(401, parley.call("GET", "/api/v1/posts", null).status());
    parley.curl("POST", "/api/signup", "{\"username\":\"" + "x".repeat(70_000) + "\"}").expect(413);
    String taken = Parley.unique("taken");
    parley.register(taken, "correct horse battery");
    parley
        .call(
            "POST", "/api/v1/accounts", Map.of("name", taken, "password", "correct horse battery"))
        .refused(409, "conflict");
  }

  @Test
  void addNewUserAndUpdateOnlineUsers() {
    try (Wire anns = ann.connects()) {
      Person kim = parley.person("kim");
      anns.receives("personChanged", person -> person.path("id").asString().equals(kim.id()));
      try (Wire kims = kim.connects()) {
        anns.receives("presence", news -> news.path("online").toString().contains(kim.name()));
        assertTrue(ann.get("/people/" + kim.id()).body().path("online").asBoolean());
      }
      anns.receives(
          "presence", news -> news.path("offline").toString().contains("\"" + kim.id() + "\""));
    }
  }

  @Test
  void roomRandomGenerateNewChat() {
    List<String> names = new ArrayList<>();
    try (Wire anns = ann.connects()) {
      for (int i = 0; i < 3; i++) {
        JsonNode room =
            anns.asks(
                "createConversation", Map.of("kind", "group", "name", "", "userIDs", List.of()));
        names.add(room.path("name").asString());
      }
    }
    assertTrue(names.stream().noneMatch(String::isBlank), names.toString());
    assertTrue(names.stream().distinct().count() > 1, names.toString());
  }

  @Test
  void addTimeNameInChatWindow() {
    String chat = ann.privateChatWith(ben);
    Instant before = Instant.now().minus(Duration.ofMinutes(1));
    ann.posts(chat, "when and who?");
    JsonNode message = ben.history(chat).get(0);
    assertEquals(ann.name(), message.path("userName").asString());
    Instant sent = Instant.parse(message.path("dateCreate").asString());
    assertTrue(sent.isAfter(before) && sent.isBefore(Instant.now().plusSeconds(60)), "" + sent);
  }

  @Test
  void notifyNoShowIfChatOpenElseShow() {
    String chat = ann.privateChatWith(ben);
    Person cat = parley.person("cat");
    String other = cat.privateChatWith(ben);
    try (Wire bens = ben.connects()) {
      bens.asks("focus", Map.of("chatID", chat));
      ann.posts(chat, "you are looking at this");
      cat.posts(other, "and not at this");
      JsonNode told = bens.receives("newNotification");
      assertEquals(other, told.path("chatId").asString());
      assertTrue(
          bens.pushes("newNotification").stream()
              .noneMatch(one -> one.path("chatId").asString().equals(chat)));
    }
  }

  @Test
  void serverSearchInMapUsersWriteMessageElseSaveDb() {
    String chat = ann.privateChatWith(ben);
    ann.posts(chat, "ben is not here");
    try (Wire desk = ben.connects();
        Wire phone = ben.connects()) {
      assertEquals(1, of(desk.asks("sync", Map.of()).path("chats"), chat).path("unread").asInt());
      desk.asks("focus", Map.of("chatID", chat));
      phone.asks("focus", Map.of("chatID", chat));
      ann.posts(chat, "now he is");
      for (Wire wire : List.of(desk, phone)) {
        assertEquals("now he is", wire.receives("inputChatMessage").path("content").asString());
      }
    }
    assertEquals(2, ben.history(chat).size());
  }

  @Test
  void getListUsersAndIfClickByUserSendFirstMessage() {
    Stream<String> people =
        ann.get("/people?limit=1000").body().path("items").valueStream().map(ForumIT::id);
    assertTrue(people.anyMatch(ben.id()::equals));
    try (Wire bens = ben.connects()) {
      String chat = ann.privateChatWith(ben);
      ann.posts(chat, "the first one");
      bens.receives("conversationChanged", news -> news.path("chatID").asString().equals(chat));
      assertEquals(chat, ben.privateChatWith(ann), "there is one chat of the two");
    }
  }

  @Test
  void broadcastFindConn() {
    Person cat = parley.person("cat");
    String room = ann.groupWith(ben, cat);
    List<Wire> wires = Stream.of(ann, ann, ben, ben, cat).map(Person::connects).toList();
    wires.forEach(wire -> wire.asks("focus", Map.of("chatID", room)));
    ann.posts(room, "to all of you");
    wires.forEach(
        wire -> {
          assertEquals(
              "to all of you", wire.receives("inputChatMessage").path("content").asString());
          wire.settles();
          assertEquals(1, wire.pushes("inputChatMessage").size());
        });
    wires.forEach(Wire::close);
  }

  @Test
  void addImageProfileAndPost() {
    String chat = ann.privateChatWith(ben);
    for (byte[] picture :
        List.of(
            TestPictures.png(24, 16),
            TestPictures.jpeg(24, 16, 1),
            TestPictures.gif(24, 16),
            TestPictures.webp(false, 1))) {
      ann.call("PATCH", "/people/me", Map.of("pictureID", uploaded(picture))).expect(200);
      isSeen(ben.get("/people/" + ann.id()).body().path("picture"));
      JsonNode post = written("a picture", "pictureID", uploaded(picture));
      isSeen(post.path("image"));
      JsonNode commented =
          ann.call(
                  "POST",
                  "/posts/" + id(post) + "/comments",
                  Map.of("content", "another", "pictureID", uploaded(picture)))
              .expect(201)
              .body();
      isSeen(commented.path("comments").get(0).path("content").path("image"));
      ann.posts(chat, "", ann.uploads("one", picture));
      JsonNode messages = ben.history(chat);
      isSeen(messages.get(messages.size() - 1).path("attachments").get(0).path("address"));
    }
  }

  @Test
  void useBeginTransactionConcurrentQuery() {
    String title = Parley.unique("half");
    Map<String, Object> half =
        Map.of("title", title, "body", "x", "categories", List.of("love", "no such category"));
    ann.call("POST", "/posts", half).refused(400, "invalid");
    assertFalse(ann.get("/posts?user=" + ann.id()).body().toString().contains(title));
    String post = id(written("vote here"));
    List<Person> voters = IntStream.range(0, 20).mapToObj(i -> parley.person("voter")).toList();
    List<CompletableFuture<Answer>> votes =
        voters.stream()
            .map(
                voter ->
                    CompletableFuture.supplyAsync(
                        () ->
                            voter.call(
                                "POST",
                                "/reactions",
                                Map.of(
                                    "messageType", "post", "messageID", post, "reaction", true))))
            .toList();
    votes.forEach(vote -> vote.join().expect(200));
    assertEquals(20, ann.get("/posts/" + post).body().path("content").path("likes").get(1).asInt());
  }

  @Test
  void validParamsPostIdAndUserIdAreGreaterThanZero() {
    for (String nonsense : List.of("0", "-1", "x", "1.5", "9999999999999999999999")) {
      for (String path : List.of("/posts/", "/people/", "/conversations/", "/messages/")) {
        int status = ann.get(path + nonsense).status();
        assertTrue(status == 400 || status == 404, path + nonsense + " " + status);
      }
    }
  }

  @Test
  void validDataSignUpAndCreatePost() {
    for (Map.Entry<String, Map<String, Object>> wrong :
        List.of(
            Map.entry("name", Map.<String, Object>of("name", "", "password", "correct horse")),
            Map.entry("name", Map.<String, Object>of("name", "a b", "password", "correct horse")),
            Map.entry("password", Map.<String, Object>of("name", "lea", "password", "short")),
            Map.entry(
                "email",
                Map.<String, Object>of(
                    "name", "lea", "password", "correct horse", "email", "nowhere")))) {
      isAboutOneField(parley.call("POST", "/api/v1/accounts", wrong.getValue()), wrong.getKey());
    }
    isAboutOneField(ann.call("POST", "/posts", Map.of("title", "", "body", "x")), "title");
    isAboutOneField(ann.call("POST", "/posts", Map.of("title", "x", "body", " ")), "body");
    isAboutOneField(
        ann.call("POST", "/posts", Map.of("title", "x", "body", "x", "postType", 7)), "postType");
  }

  @Test
  void publicFollowerPageIsCreatedDynamically() {
    written("for all to see");
    JsonNode open = ben.get("/posts?user=" + ann.id()).body().path("items");
    assertEquals(1, open.size());
    ann.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
    assertEquals(0, ben.get("/posts?user=" + ann.id()).body().path("items").size());
    try (Wire bens = ben.connects();
        Wire anns = ann.connects()) {
      assertEquals("requested", bens.asks("followUser", ann.id()).asString());
      JsonNode asked = anns.asks("getUserNotifications", Map.of()).get(0);
      anns.asks(
          "acceptFollowRequest", Map.of("id", asked.path("id").asString(), "userID", ben.id()));
      assertEquals("following", bens.asks("getFollowStatus", ann.id()).asString());
    }
    assertEquals(1, ben.get("/posts?user=" + ann.id()).body().path("items").size());
  }

  @Test
  void updateDeleteEtc() {
    String chat = ann.privateChatWith(ben);
    ann.call("PATCH", "/people/me", Map.of("fullName", "Ann Elm", "about", "hello")).expect(200);
    assertEquals("Ann Elm", ben.get("/people/" + ann.id()).body().path("fullName").asString());
    String post = id(written("before"));
    ann.call("PATCH", "/posts/" + post, Map.of("title", "after")).expect(200);
    JsonNode commented =
        ann.call("POST", "/posts/" + post + "/comments", Map.of("content", "before"))
            .expect(201)
            .body();
    String comment = id(commented.path("comments").get(0));
    ann.call("PATCH", "/comments/" + comment, Map.of("content", "after")).expect(200);
    JsonNode read = ben.get("/posts/" + post).expect(200).body();
    assertEquals("after", read.path("theme").asString());
    assertEquals("after", read.path("comments").get(0).path("content").path("text").asString());
    ann.posts(chat, "before");
    String message = id(ann.history(chat).get(0));
    ann.call("PATCH", "/messages/" + message, Map.of("content", "after")).expect(200);
    assertEquals("after", ben.history(chat).get(0).path("content").asString());
    for (String path : List.of("/messages/" + message, "/comments/" + comment, "/posts/" + post)) {
      assertTrue(ann.call("DELETE", path, null).status() < 300, path);
    }
    ben.get("/posts/" + post).refused(404, "notFound");
    assertTrue(ben.history(chat).get(0).path("deleted").asBoolean());
    assertNotEquals("after", ben.history(chat).get(0).path("content").asString());
  }

  private static void isAboutOneField(Answer answer, String field) {
    answer.refused(400, "invalid");
    assertEquals(field, answer.body().path("field").asString(), answer.text());
    assertFalse(answer.body().path("detail").asString().isBlank(), answer.text());
  }

  private void isSeen(JsonNode address) {
    assertEquals(200, ben.fetch(address.asString()).statusCode(), address.toString());
  }

  private String uploaded(byte[] picture) {
    return id(ann.uploads("picture", picture));
  }

  private JsonNode written(String title, Object... more) {
    Map<String, Object> body = new java.util.HashMap<>(Map.of("title", title, "body", "x"));
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return ann.call("POST", "/posts", body).expect(201).body();
  }

  private static JsonNode of(JsonNode chats, String chat) {
    return chats.valueStream().filter(one -> id(one).equals(chat)).findFirst().orElseThrow();
  }

  private static String id(JsonNode something) {
    return something.path("id").asString();
  }
}
