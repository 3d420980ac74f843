package dev.parley.surface.forum;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who uses the forum as its browser client does.
 *
 * @param id the account's number, {@code uuid} its handle; both null for nobody
 * @param cookies what the browser sends, or null
 */
record Poster(Parley parley, String id, String uuid, String name, String fullname, String cookies) {

  static final String PASSWORD = "correct horse";

  /** Nobody in particular. */
  static Poster nobody(Parley parley) {
    return new Poster(parley, null, null, "nobody", null, null);
  }

  /** A new account with a name like this one, signed in. */
  static Poster named(Parley parley, String like) {
    Map<String, Object> newcomer = newcomer(like);
    nobody(parley).call("POST", "/api/signup", newcomer).expect(200);
    return signedIn(parley, newcomer);
  }

  /** What the sign-up form of somebody with a name like this one sends. */
  static Map<String, Object> newcomer(String like) {
    String name = Parley.unique(like);
    Map<String, Object> newcomer = new HashMap<>();
    newcomer.put("fullname", like.toUpperCase() + " " + name);
    newcomer.put("email", name + "@example.org");
    newcomer.put("username", name);
    newcomer.put("password", PASSWORD);
    newcomer.put("age", "20");
    newcomer.put("city", "Almaty");
    newcomer.put("gender", "female");
    return newcomer;
  }

  /** A session of somebody who has signed up. */
  static Poster signedIn(Parley parley, Map<String, Object> newcomer) {
    String name = (String) newcomer.get("username");
    Answer in =
        nobody(parley)
            .call("POST", "/api/signin", Map.of("username", name, "password", PASSWORD))
            .expect(200);
    return new Poster(
        parley,
        in.body().path("userId").asString(),
        in.body().path("uuid").asString(),
        name,
        (String) newcomer.get("fullname"),
        cookiesOf(in));
  }

  /** The same person, as Parley's own tree knows them. */
  Person natively() {
    Map<String, Object> credentials = Map.of("name", name, "password", PASSWORD, "bearer", true);
    Answer in = parley.call("POST", "/api/v1/sessions", credentials).expect(201);
    return new Person(parley, id, name, in.body().path("token").asString());
  }

  /** The same person with one more session. */
  Poster again() {
    return signedIn(parley, Map.of("username", name, "fullname", fullname));
  }

  /** The cookies that an answer sets, as they are sent back. */
  static String cookiesOf(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";")[0])
        .collect(Collectors.joining("; "));
  }

  /** The session's token, as the client's scripts read it. */
  String token() {
    return cookies.replaceFirst(".*session=([^;]+).*", "$1");
  }

  /** A request as a page of this server sends it. */
  Answer call(String method, String path, Object body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (cookies != null && !all.contains("Cookie")) {
      all.addAll(List.of("Cookie", cookies));
    }
    all.addAll(List.of("Origin", parley.root().toString()));
    return parley.curl(method, path, body, all.toArray(String[]::new));
  }

  /** Writes a post; its number. */
  String posts(String thread, String... categories) {
    call(
            "POST",
            "/api/post/create",
            Map.of("thread", thread, "content", "about " + thread, "categories", categories))
        .expect(200);
    return call("GET", "/api/profile", null).body().path("Posts").get(0).path("id").asString();
  }

  /** Opens the socket and signs in there. */
  Wire signsIn() {
    Wire wire = opens();
    says(wire, Map.of("type", "signin", "sender", uuid));
    wire.hears("chatusers");
    return wire;
  }

  /** Opens the socket. */
  Wire opens() {
    return Wire.at(
        parley, "/api/chat", null, "Cookie", cookies, "Origin", parley.root().toString());
  }

  /** Sends a frame. */
  static void says(Wire wire, Map<String, Object> frame) {
    wire.raw(Json.MAPPER.writeValueAsString(frame));
  }

  /** Writes to somebody, and waits until it is there. */
  void writes(Wire wire, Poster to, String content) {
    says(wire, Map.of("type", "newmessage", "receiver", to.uuid, "content", content));
    JsonNode heard = wire.hears("lastmessage");
    while (!heard.path("message").path("content").asString().equals(content)) {
      heard = wire.hears("lastmessage");
    }
  }

  /** How somebody stands in the list of people. */
  JsonNode sees(Poster other) {
    for (JsonNode user : call("GET", "/api/getusers", null).expect(200).body()) {
      if (user.path("uuid").asString().equals(other.uuid)) {
        return user;
      }
    }
    throw new AssertionError(other.name + " is not in the list");
  }
}
