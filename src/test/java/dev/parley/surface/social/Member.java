package dev.parley.surface.social;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody who uses the social network as its first browser client does: it keeps the session in a
 * cookie of its own.
 *
 * @param id null for nobody
 * @param session the {@code SessionID}; null for nobody
 */
record Member(Parley parley, String id, String name, String session) {

  /** What that client sends for "correct horse": the password arrives hashed. */
  static final String PASSWORD = "8e4c7d1f70b7f1a6e2f1d9a4b9c7c5a3";

  /** Nobody in particular. */
  static Member nobody(Parley parley) {
    return new Member(parley, null, "nobody", null);
  }

  /** Registers somebody of a name like this one, and logs in. */
  static Member named(Parley parley, String like) {
    String name = Parley.unique(like);
    nobody(parley).call("POST", "/registerUser", newcomer(name, like)).expect(200);
    return nobody(parley).logsIn(name);
  }

  /** What somebody registers with. */
  static Map<String, Object> newcomer(String name, String firstName) {
    return new TreeMap<>(
        Map.of(
            "email",
            name + "@example.org",
            "firstName",
            firstName,
            "lastName",
            "Oak",
            "dateOfBirth",
            "2000-01-02",
            "aboutMe",
            "hello",
            "userName",
            name,
            "password",
            PASSWORD));
  }

  /** Logs in, on a device of its own. */
  Member logsIn(String name) {
    Answer in =
        call("POST", "/loginUser", Map.of("username", name, "password", PASSWORD)).expect(200);
    return new Member(
        parley,
        in.body().path("UserID").asString(),
        in.body().path("Username").asString(),
        in.body().path("SessionID").asString());
  }

  /** A request with the session and, as curl does it, without any origin. */
  Answer call(String method, String path, Object body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (session != null) {
      all.addAll(List.of("Cookie", cookie()));
    }
    return parley.curl(method, path, body, all.toArray(String[]::new));
  }

  /** The same person as a user of Parley's own protocol. */
  Person natively() {
    return parley.logIn(new Person(parley, id, name, null), PASSWORD);
  }

  String cookie() {
    return "userLoggedIn=" + session;
  }

  /** Opens a page: its socket, which has been greeted. */
  Wire page() {
    Wire wire = opens("/websocket");
    wire.hears("currentSession");
    return wire;
  }

  /** Opens a socket. */
  Wire opens(String path) {
    return Wire.at(parley, path, null, "Cookie", cookie(), "Origin", parley.root().toString());
  }

  /** The status with which a handshake of theirs fails. */
  int isRefused(String path) {
    return session == null
        ? Wire.refusedHandshakeAt(parley, path, "Origin", parley.root().toString())
        : Wire.refusedHandshakeAt(
            parley, path, "Cookie", cookie(), "Origin", parley.root().toString());
  }

  /** A message as this client sends it. */
  static String message(String type, Object payload) {
    Map<String, Object> message = new TreeMap<>();
    message.put("type", type);
    message.put("payload", payload);
    return Json.MAPPER.writeValueAsString(message) + "\n";
  }
}
