package dev.parley.realtime;

import dev.parley.kernel.Json;
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
    return new Frame(messages, joined, utf8Length(joined));
  }

  static Frame of(String message) {
    return of(List.of(message));
  }

  /** Encodes pushes. */
  static Frame encode(List<Item> items) {
    return of(items.stream().map(Frame::encode).toList());
  }

  private static String encode(Item item) {
    return Json.MAPPER.writeValueAsString(
        new Envelope(item.type(), new Envelope.Payload("success", item.data())));
  }

  private static int utf8Length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Three bytes for most, four for a pair of surrogates: two for each half.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
