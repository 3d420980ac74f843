package dev.parley.surface.channels;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.surface.GoldenFile;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records what is asked and answered, and compares it with a file. What differs from run to run
 * gets a fixed form: UUIDs and the numbers of messages count up in the order in which they are met,
 * names lose their number, times are all the same.
 */
final class Golden {

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern MESSAGE = Pattern.compile("(\"id\" : \")(\\d+)(\")");
  private static final Pattern UNIQUE = Pattern.compile("-\\d{6,}");

  private final GoldenFile file = new GoldenFile("channels");

  /** Asks over HTTP and records it. */
  Answer ask(Guest who, String method, String path, Object body) {
    Answer answer = who.call(method, path, body);
    ObjectNode step = file.step(who.name());
    step.put("request", method + " " + path);
    if (body instanceof Map) {
      step.set("body", GoldenFile.inOrder(body));
    } else if (body != null) {
      step.put("text", body.toString());
    }
    step.put("status", answer.status());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(cookie -> step.put("cookie", cookie.replaceFirst("=[^;]*", "=TOKEN")));
    step.set("answer", answer.body());
    return answer;
  }

  /** Records the next frame of a socket. */
  JsonNode hear(Guest who, Wire wire) {
    JsonNode frame = wire.hears();
    file.step(who.name()).set("hears", frame);
    return frame;
  }

  /** Compares everything with the file. */
  void check(String name) {
    file.check(name, Golden::stable);
  }

  private static String stable(String text) {
    String timeless = TIME.matcher(text).replaceAll("2026-01-01T00:00:00Z");
    Map<String, String> uuids = new HashMap<>();
    String known =
        UUID.matcher(timeless)
            .replaceAll(m -> uuids.computeIfAbsent(m.group(), u -> "uuid " + (uuids.size() + 1)));
    Map<String, String> messages = new HashMap<>();
    String counted =
        MESSAGE
            .matcher(known)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        m.group(1)
                            + messages.computeIfAbsent(
                                m.group(2), n -> Integer.toString(messages.size() + 1))
                            + m.group(3)));
    return UNIQUE.matcher(counted).replaceAll("");
  }
}
