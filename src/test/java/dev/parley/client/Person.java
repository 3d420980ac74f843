package dev.parley.client;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody with a session. */
public record Person(Parley parley, String id, String name, String token) {

  /** A REST request under {@code /api/v1}. */
  public Answer call(String method, String path, Object body) {
    return parley.call(method, "/api/v1" + path, body, "Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return call("GET", path, null);
  }

  /** Opens a socket that takes joined frames, and waits for its greeting. */
  public Wire connects() {
    return Wire.open(this, "parley.v1");
  }

  /** The private conversation with somebody, made if need be; its id. */
  public String privateChatWith(Person other) {
    Answer made =
        call("POST", "/conversations", Map.of("kind", "private", "userIDs", List.of(other.id())));
    return made.body().path("id").asString();
  }

  /** A new group; its id. */
  public String groupWith(Person... others) {
    List<String> ids = Arrays.stream(others).map(Person::id).toList();
    return call("POST", "/conversations", Map.of("kind", "group", "userIDs", ids))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  /** A new social group; its id. The others are in it because they were invited. */
  public String foundsGroupWith(Person... others) {
    String title = Parley.unique("group");
    String group =
        call("POST", "/groups", Map.of("title", title, "description", "of " + title))
            .expect(201)
            .body()
            .path("id")
            .asString();
    for (Person other : others) {
      invites(group, other);
      other.call("PUT", "/groups/" + group + "/invitation", Map.of("accept", true)).expect(200);
    }
    return group;
  }

  /** Invites somebody to a social group. */
  public void invites(String group, Person other) {
    call("POST", "/groups/" + group + "/invitations", Map.of("userID", other.id())).expect(200);
  }

  /** Makes an event of tomorrow in a social group; its id. */
  public String plans(String group, String title) {
    String tomorrow = java.time.Instant.now().plusSeconds(86_400 + 3_600).toString();
    return call(
            "POST",
            "/groups/" + group + "/events",
            Map.of("title", title, "description", "", "dateEvent", tomorrow))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  /** Sends a message over REST; the receipt. */
  public JsonNode posts(String chat, String content) {
    return call("POST", "/conversations/" + chat + "/messages", Map.of("content", content))
        .expect(201)
        .body();
  }

  /** Uploads a file; the answer may be a refusal. */
  public Answer upload(String name, byte[] bytes) {
    String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return parley.call(
        "POST",
        "/api/v1/attachments" + query,
        bytes,
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "application/octet-stream");
  }

  /** Uploads a file; what it is then. */
  public JsonNode uploads(String name, byte[] bytes) {
    return upload(name, bytes).expect(201).body();
  }

  /** Sends uploads in a message; the receipt. */
  public JsonNode posts(String chat, String content, JsonNode... attachments) {
    List<String> ids = Arrays.stream(attachments).map(a -> a.path("id").asString()).toList();
    return call(
            "POST",
            "/conversations/" + chat + "/messages",
            Map.of("content", content, "attachmentIDs", ids))
        .expect(201)
        .body();
  }

  /** Fetches what is at an address, whatever comes. */
  public HttpResponse<byte[]> fetch(String address) {
    return parley.fetch(address, "Authorization", "Bearer " + token);
  }

  /** A conversation's messages, the newest page. */
  public JsonNode history(String chat) {
    return get("/conversations/" + chat + "/messages?limit=100")
        .expect(200)
        .body()
        .path("messages");
  }
}
