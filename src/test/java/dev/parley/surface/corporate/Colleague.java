package dev.parley.surface.corporate;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody who uses the corporate messenger as curl with a cookie jar does.
 *
 * @param cookie null when nobody is logged in
 */
record Colleague(Parley parley, long id, String name, String cookie) {

  static final String PASSWORD = "correct horse";

  /** Nobody in particular. */
  static Colleague nobody(Parley parley) {
    return new Colleague(parley, 0, "nobody", null);
  }

  /** Registers somebody of a name like this one. */
  static Colleague named(Parley parley, String like) {
    String name = Parley.unique(like);
    Answer made =
        nobody(parley)
            .call(
                "POST",
                "/register",
                Map.of("username", name, "password", PASSWORD, "email", name + "@example.org"))
            .expect(201);
    return new Colleague(parley, made.body().path("id").asLong(), name, cookieOf(made));
  }

  /** The cookie that an answer sets, as it is sent back. */
  static String cookieOf(Answer answer) {
    return answer.headers().firstValue("Set-Cookie").map(c -> c.split(";")[0]).orElseThrow();
  }

  /** A request with the session and, as curl does it, without any origin. */
  Answer call(String method, String path, Object body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (cookie != null) {
      all.addAll(List.of("Cookie", cookie));
    }
    return parley.curl(method, path, body, all.toArray(String[]::new));
  }

  /** A new chat; its id. */
  long chat(String type) {
    return call("POST", "/createChat", Map.of("type", type, "name", "plans"))
        .expect(201)
        .body()
        .path("id")
        .asLong();
  }

  /** A new group with somebody; its id. */
  long groupWith(Colleague other) {
    long chat = chat("group");
    call("POST", "/addMember", Map.of("conversation_id", chat, "user_id", other.id())).expect(200);
    return chat;
  }

  /** Opens the socket of a chat. */
  Wire opens(long chat) {
    return Wire.at(
        parley,
        "/ws?chat_id=" + chat + "&user_id=" + id,
        null,
        "Cookie",
        cookie,
        "Origin",
        parley.root().toString());
  }

  /** Writes over a socket; the message's id. */
  long writes(long chat, String content) {
    try (Wire wire = opens(chat)) {
      wire.raw("{\"content\":\"" + content + "\"}");
      return wire.hears().path("id").asLong();
    }
  }
}
