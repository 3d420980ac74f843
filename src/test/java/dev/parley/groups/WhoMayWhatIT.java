package dev.parley.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Types;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every type about groups and events, done by everybody who could be around a group. */
class WhoMayWhatIT extends ClientTest {

  /**
   * The columns are the roles of {@link Scene.Role}; what is no refusal's code is success. A group
   * is there for everybody but those whom its creator blocks, and its events for its members only.
   */
  private static final String TABLE =
      """
      type                     stranger  invited   requested member    moderator creator   former    blocked
      createGroup              ok        ok        ok        ok        ok        ok        ok        ok
      userGroups               ok        ok        ok        ok        ok        ok        ok        ok
      groupInvitations         ok        ok        ok        ok        ok        ok        ok        ok
      getGroupProfile          ok        ok        ok        ok        ok        ok        ok        notFound
      verifyGroupView          ok        ok        ok        ok        ok        ok        ok        notFound
      requestToJoinToGroup     ok        conflict  conflict  conflict  conflict  conflict  ok        notFound
      answerInvitation         notFound  ok        notFound  notFound  notFound  notFound  notFound  notFound
      groupMembers             forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      searchUsersNotInGroup    forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      inviteToGroup            forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      addUserToGroup           forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      leaveGroup               forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      groupRequests            forbidden forbidden forbidden forbidden ok        ok        forbidden notFound
      answerJoinRequest        forbidden forbidden forbidden forbidden ok        ok        forbidden notFound
      updateGroup              forbidden forbidden forbidden forbidden ok        ok        forbidden notFound
      deleteGroup              forbidden forbidden forbidden forbidden ok        ok        forbidden notFound
      getGroupEventsList       forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      CreateGroupEvent         forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      createGroupEvent         forbidden forbidden forbidden ok        ok        ok        forbidden notFound
      getGroupEvent            notFound  notFound  notFound  ok        ok        ok        notFound  notFound
      setUserOptionForEvent    notFound  notFound  notFound  ok        ok        ok        notFound  notFound
      changeUserOptionForEvent notFound  notFound  notFound  ok        ok        ok        notFound  notFound
      updateEvent              notFound  notFound  notFound  forbidden ok        ok        notFound  notFound
      deleteEvent              notFound  notFound  notFound  forbidden ok        ok        notFound  notFound
      """;

  @Test
  void everyTypeIsInTheTable() {
    Set<String> types =
        Types.commands().stream()
            .filter(
                command ->
                    command.payload().getName().startsWith("dev.parley.groups.")
                        || command.type().equals("groupInvitations"))
            .map(Command::type)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(types, new TreeSet<>(rows().keySet()));
  }

  @Test
  void everybodyMayWhatTheTableSays() {
    List<String> failures = new ArrayList<>();
    rows()
        .forEach(
            (type, expected) -> {
              for (Scene.Role role : Scene.Role.values()) {
                String outcome = outcome(type, role);
                if (!outcome.equals(expected.get(role.ordinal()))) {
                  failures.add(type + " by " + role + ": " + outcome);
                }
              }
            });
    assertTrue(failures.isEmpty(), String.join("\n", failures));
  }

  private String outcome(String type, Scene.Role role) {
    Scene scene = new Scene(parley, role);
    try (Wire wire = scene.subject.connects()) {
      JsonNode reply = wire.reply(wire.sends(type, payload(scene, type)));
      String what = type + " by " + role + ": " + reply;
      if (reply.path("result").asString().equals("success")) {
        return "ok";
      }
      // One who may not know of the group learns nothing by the refusal either.
      String code = reply.path("code").asString();
      if (code.equals("notFound")) {
        Map<String, Object> missing = payload(scene, type);
        missing.put("groupID", "99999999");
        missing.put("eventID", "99999999");
        assertEquals(reply, wire.reply(wire.sends(type, missing)), what);
      }
      return code;
    }
  }

  /** Every member that any of the types reads. */
  private static Map<String, Object> payload(Scene scene, String type) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("groupID", scene.group);
    payload.put("eventID", scene.event);
    payload.put("userID", scene.asker.id());
    payload.put("user", type.equals("searchUsersNotInGroup") ? "nobody" : scene.nobody.id());
    payload.put("title", "new");
    payload.put("description", "new");
    payload.put("dateEvent", java.time.Instant.now().plusSeconds(90_000).toString());
    payload.put("option", 1);
    payload.put("accept", true);
    return payload;
  }

  private static Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    TABLE
        .lines()
        .skip(1)
        .forEach(
            line -> {
              List<String> cells = List.of(line.split(" +"));
              rows.put(cells.get(0), cells.subList(1, cells.size()));
            });
    return rows;
  }
}
