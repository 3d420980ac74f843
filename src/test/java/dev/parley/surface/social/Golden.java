package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import dev.parley.surface.GoldenFile;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records a dialogue, and compares it with a file. What differs from run to run gets a fixed form
 * of the same type; see {@link Stable}.
 */
final class Golden {

  private static final Pattern PICTURE = Pattern.compile("base64,[^\"]{20,}");

  private final GoldenFile file = new GoldenFile("social");
  private final Stable stable = new Stable();

  /** Asks over HTTP and records it. */
  Answer ask(Member who, String method, String path, Object body) {
    Answer answer = who.call(method, path, body);
    ObjectNode step = step(who);
    step.put("request", method + " " + stable.address(path));
    if (body instanceof String text) {
      step.put("text", text);
    } else if (body != null) {
      String json = Json.MAPPER.writeValueAsString(GoldenFile.inOrder(body));
      step.set(
          "body",
          stable.of("", Json.MAPPER.readTree(PICTURE.matcher(json).replaceAll("base64,BYTES"))));
    }
    step.put("status", answer.status());
    boolean json =
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    if (answer.text().matches("\"\\d+\\.png\"")) {
      String sort = path.contains("Post") ? "post/" : "comment/";
      step.put("answer", stable.address(sort + answer.body().asString()).substring(sort.length()));
    } else {
      step.set("answer", json ? stable.of("", answer.body()) : step.stringNode(answer.text()));
    }
    return answer;
  }

  /** Asks over a socket and records it with the reply; the reply's data. */
  JsonNode asks(Member who, Wire wire, String type, Object payload) {
    return asks(who, wire, type, payload, type);
  }

  /** Asks for something that is refused. */
  String isRefused(Member who, Wire wire, String type, Object payload) {
    JsonNode data = asks(who, wire, type, payload);
    JsonNode last = file.last().path("hears").path("payload");
    assertEquals("error", last.path("result").asString(), last.toString());
    return data.asString();
  }

  private JsonNode asks(Member who, Wire wire, String type, Object payload, String replyType) {
    String message = Member.message(type, payload);
    wire.raw(message);
    ObjectNode step = step(who);
    JsonNode said = Json.MAPPER.readTree(message);
    step.set("says", stable.of(type, said));
    JsonNode heard = wire.hears(replyType);
    step.set("hears", stable.of(type, heard));
    return heard.path("payload").path("data");
  }

  /** Records the next push of a type; its data. */
  JsonNode hears(Member who, Wire wire, String type) {
    JsonNode heard = wire.hears(type);
    step(who).set("hears", stable.of(type, heard));
    return heard.path("payload").path("data");
  }

  /** Compares everything with the file. */
  void check(String name) {
    file.check(name);
  }

  private ObjectNode step(Member who) {
    return file.step(Stable.plain(who.name()));
  }
}
