package dev.parley.privacy;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Wire;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Everybody's way to the server: a socket, and REST. */
final class Asking implements AutoCloseable {

  /** Operations that name somebody who is in a conversation already. */
  private static final Set<String> OF_MEMBERS =
      Set.of(
          "removeMember",
          "setRole",
          "PATCH /conversations/{id}/members/{userID}",
          "DELETE /conversations/{id}/members/{userID}");

  /** Whatever any operation reads, so that each goes all the way. */
  private static final Map<String, Object> USUAL =
      Map.ofEntries(
          Map.entry("title", "let me in"),
          Map.entry("name", "let-me-in"),
          Map.entry("description", "let me in"),
          Map.entry("content", "let me in"),
          Map.entry("body", "let me in"),
          Map.entry("dateEvent", Instant.now().plusSeconds(90_000).toString()),
          Map.entry("option", 1),
          Map.entry("accept", true),
          Map.entry("emoji", "👍"),
          Map.entry("pinned", true),
          Map.entry("archived", true),
          Map.entry("until", "forever"),
          Map.entry("newPassword", "let me in"),
          Map.entry("seq", 1),
          Map.entry("reaction", true),
          Map.entry("role", "member"),
          Map.entry("kind", "group"));

  private final Parley parley;
  private final Cast cast;
  private final String word;
  private final Map<Viewer, Wire> wires = new EnumMap<>(Viewer.class);

  /**
   * What was answered.
   *
   * @param code {@code success}, or that of a refusal
   */
  record Reply(String code, String text) {}

  Asking(Parley parley, Cast cast, String word) {
    this.word = word;
    this.parley = parley;
    this.cast = cast;
    Viewer.withSession().forEach(viewer -> wires.put(viewer, cast.viewer(viewer).connects()));
  }

  Reply ask(Viewer viewer, String operation, Target target) {
    Target named = OF_MEMBERS.contains(operation) ? target.with(cast.extra.id()) : target;
    Map<String, Object> members = new HashMap<>(USUAL);
    members.put("text", word);
    members.put("searchQuery", word);
    members.putAll(named.members());
    members.put("key", Parley.unique("key"));
    if (operation.endsWith("createConversation") || operation.equals("POST /conversations")) {
      members.put("userIDs", List.of(named.id()));
    }
    return Row.isRest(operation)
        ? rest(viewer, operation, named, members)
        : socket(viewer, operation, members);
  }

  private Reply socket(Viewer viewer, String type, Map<String, Object> members) {
    Wire wire = wires.get(viewer);
    JsonNode reply = wire.reply(wire.sends(type, members));
    return new Reply(
        reply.path("code").asString(reply.path("result").asString()), reply.toString());
  }

  private Reply rest(Viewer viewer, String operation, Target target, Map<String, Object> members) {
    String method = operation.substring(0, operation.indexOf(' '));
    String path =
        target.path(operation.substring(operation.indexOf(' ') + 1)).replace("{word}", word);
    Object body = method.equals("GET") || method.equals("DELETE") ? null : members;
    Answer answer =
        viewer == Viewer.ANONYMOUS
            ? parley.call(method, "/api/v1" + path, body)
            : cast.viewer(viewer).call(method, path, body);
    if (answer.status() < 300) {
      return new Reply("success", answer.text());
    }
    String code = answer.body() == null ? "" : answer.body().path("code").asString("");
    return new Reply(answer.status() == 401 ? "401" : code, answer.text());
  }

  /** All that came over somebody's socket. */
  String heard(Viewer viewer) {
    Wire wire = wires.get(viewer);
    wire.settles();
    return wire.since(0).stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
  }
}
