package dev.parley.ws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Types;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Command;
import dev.parley.kernel.Json;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays the examples of the documentation: each request is sent as it stands there, with the ids of
 * things that exist, and the reply must have every member of the reply that stands there, with a
 * value of the same kind.
 */
class ExamplesIT extends ClientTest {

  private static final int SESSION_ENDED = 4401;

  @Test
  void everyExampleIsTrue() {
    List<String> wrong = new ArrayList<>();
    for (Command command : Types.commands()) {
      command.example().ifPresent(example -> play(command, example, wrong));
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  private void play(Command command, Command.Example example, List<String> wrong) {
    try (ExampleStage stage = new ExampleStage(parley)) {
      stage.before(command.type());
      Wire wire = stage.wire();
      JsonNode request = real(Json.MAPPER.readTree(example.request()), command, stage);
      String id = send(wire, command.type(), request);
      if (command.type().equals("deleteAccount")) {
        // With the account its sockets go, before or after the reply is out.
        assertEquals(SESSION_ENDED, wire.closedWithin(Duration.ofSeconds(15)));
        return;
      }
      JsonNode reply = wire.reply(id);
      if (!reply.path("result").asString().equals("success")) {
        wrong.add(command.type() + ": " + request + " got " + reply);
        return;
      }
      JsonNode shown = Json.MAPPER.readTree(example.reply());
      List<String> differences = new ArrayList<>();
      compare("data", shown, reply.path("data"), differences);
      if (!differences.isEmpty()) {
        wrong.add(command.type() + ": " + differences + " in " + reply);
      }
    } catch (AssertionError | RuntimeException e) {
      wrong.add(command.type() + ": " + e);
    }
  }

  private static String send(Wire wire, String type, JsonNode payload) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.put("type", type).put("id", "example").set("payload", payload);
    wire.raw(Json.MAPPER.writeValueAsString(request) + "\n");
    return "example";
  }

  /** The request with the stage's ids for those that stand in the example. */
  private static JsonNode real(JsonNode request, Command command, ExampleStage stage) {
    RecordComponent[] members = command.payload().getRecordComponents();
    if (request.isObject()) {
      ObjectNode real = Json.MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> member : request.properties()) {
        Object known = stage.known(member.getKey());
        real.set(
            member.getKey(), known == null ? member.getValue() : Json.MAPPER.valueToTree(known));
      }
      return real;
    }
    Object known = members.length == 0 ? null : stage.known(members[0].getName());
    return known == null ? request : Json.MAPPER.valueToTree(known);
  }

  private static void compare(String at, JsonNode shown, JsonNode real, List<String> differences) {
    if (real.isMissingNode()) {
      differences.add(at + " is missing");
    } else if (shown.isNull() || real.isNull()) {
      return; // What may be null is so in one of the two.
    } else if (shown.getNodeType() != real.getNodeType()) {
      differences.add(at + " is a " + real.getNodeType() + ", not a " + shown.getNodeType());
    } else if (shown.isObject()) {
      shown
          .properties()
          .forEach(
              m ->
                  compare(at + "." + m.getKey(), m.getValue(), real.path(m.getKey()), differences));
    } else if (shown.isArray()) {
      if (real.size() < shown.size()) {
        differences.add(at + " has only " + real.size());
      }
      IntStream.range(0, Math.min(shown.size(), real.size()))
          .forEach(i -> compare(at + "[" + i + "]", shown.get(i), real.get(i), differences));
    }
  }
}
