package dev.parley.realtime;

import dev.parley.kernel.Json;
import dev.parley.kernel.Utf8;
import java.util.List;

/**
 * Encoded messages that belong together, shared by all who receive them.
 *
 * @param messages each of them, without a newline
 * @param joined all of them, each ended by a newline: what {@code parley.v1} puts into one frame
 * @param bytes of {@code joined} in UTF-8
 */
record Frame(List<String> messages, String joined, int bytes) {

  /** The envelope of a push. */
  private record Envelope(String type, Payload payload) {
    private record Payload(String result, Object data) {}
  }

  static Frame of(List<String> messages) {
    String joined =
        messages.size() == 1 ? messages.get(0) + "\n" : String.join("\n", messages) + "\n";
    return new Frame(messages, joined, Utf8.length(joined));
  }

  static Frame of(String message) {
    return of(List.of(message));
  }

  /** A push in Parley's own protocol. */
  static String encode(Item item) {
    return Json.MAPPER.writeValueAsString(
        new Envelope(item.type(), new Envelope.Payload("success", item.data())));
  }
}
