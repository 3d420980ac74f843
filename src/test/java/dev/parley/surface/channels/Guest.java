package dev.parley.surface.channels;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who uses the channels as curl with a cookie jar does.
 *
 * @param id the UUID, null for nobody
 * @param cookie null for nobody
 */
record Guest(Parley parley, String id, String name, String cookie) {

  /** Nobody in particular. */
  static Guest nobody(Parley parley) {
    return new Guest(parley, null, "nobody", null);
  }

  /** A new guest of a name like this one. */
  static Guest named(Parley parley, String like) {
    String name = Parley.unique(like);
    Answer made = nobody(parley).call("POST", "/api/user", Map.of("username", name)).expect(201);
    return new Guest(parley, made.body().path("userId").asString(), name, cookieOf(made));
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

  /** A request to Parley's own REST tree. */
  Answer natively(String method, String path, Object body) {
    return parley.call(
        method, "/api/v1" + path, body, "Authorization", "Bearer " + cookie.split("=", 2)[1]);
  }

  /** A new channel with somebody; its id. */
  String channelWith(Guest other) {
    return call("POST", "/api/create_channel", Map.of("userIds", List.of(other.id())))
        .expect(201)
        .body()
        .path("channelId")
        .asString();
  }

  /** The number by which Parley's own tree knows a channel: the newest of one's conversations. */
  String nativeId(String channel) {
    for (JsonNode item : natively("GET", "/conversations", null).body().path("items")) {
      if (item.path("kind").asString().equals("channel")) {
        return item.path("id").asString();
      }
    }
    throw new AssertionError("no channel " + channel);
  }

  /** Opens the socket of a channel. */
  Wire joins(String channel) {
    return opens("/ws/join_channel?channelId=" + channel + "&clientId=" + id);
  }

  /** Opens the socket of a channel as the first browser client does. */
  Wire opensInBrowser(String channel) {
    return opens("/ws?channelId=" + channel + "&userId=" + id);
  }

  private Wire opens(String path) {
    Wire wire = Wire.at(parley, path, null, "Cookie", cookie, "Origin", parley.root().toString());
    // The handshake is answered before the server hears of the socket: what is refused shows that
    // it has.
    wire.raw("{}");
    wire.hears();
    return wire;
  }

  /** The status with which a handshake of theirs fails. */
  int isRefused(String path) {
    return cookie == null
        ? Wire.refusedHandshakeAt(parley, path)
        : Wire.refusedHandshakeAt(
            parley, path, "Cookie", cookie, "Origin", parley.root().toString());
  }

  /** Writes into a channel, and waits until it is there. */
  void writes(String channel, String message) {
    try (Wire wire = joins(channel)) {
      wire.raw("{\"type\":\"message\",\"message\":\"" + message + "\"}");
      wire.hears();
    }
  }
}
