package dev.parley.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The {@code sendMessage} requests of one sender: one byte array in which id, key and time are
 * overwritten for each message. The content is 200 bytes and begins with the time of sending, 16
 * hexadecimal digits of {@link System#nanoTime}.
 */
final class SendTemplate {
  static final int TIME_DIGITS = 16;

  private static final int CONTENT_BYTES = 200;
  private static final int COUNT_DIGITS = 12;
  private static final String ZEROS = "0".repeat(TIME_DIGITS);
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final int idAt;
  private final int timeAt;
  private final int keyAt;
  private long count;

  /** Prepares the requests to one conversation. */
  SendTemplate(String chat) {
    // A UUID as clients make them, of which the last 12 digits count the messages.
    String key = UUID.randomUUID().toString().substring(0, 24);
    String id = ZEROS.substring(0, COUNT_DIGITS);
    String text =
        "{\"type\":\"sendMessage\",\"id\":\"%s\",\"payload\":{\"chatID\":\"%s\",\"key\":\"%s%s\",\"content\":\"%s%s\"}}\n"
            .formatted(id, chat, key, id, ZEROS, "x".repeat(CONTENT_BYTES - TIME_DIGITS));
    bytes = text.getBytes(StandardCharsets.US_ASCII);
    idAt = text.indexOf(id);
    keyAt = text.indexOf(key) + key.length();
    timeAt = text.indexOf("\"content\":\"") + "\"content\":\"".length();
  }

  /** Returns the next request; the array is overwritten by the one after it. */
  byte[] next(long sentAt) {
    count++;
    hex(count, idAt, COUNT_DIGITS);
    hex(count, keyAt, COUNT_DIGITS);
    hex(sentAt, timeAt, TIME_DIGITS);
    return bytes;
  }

  /** Reads the time a content begins with. */
  static long time(byte[] bytes, int at) {
    long time = 0;
    for (int i = at; i < at + TIME_DIGITS; i++) {
      // 0-9 are 0x30-0x39 and a-f are 0x61-0x66: the low half, and 9 more for a letter.
      time = (time << 4) | ((bytes[i] & 0xf) + 9 * (bytes[i] >> 6));
    }
    return time;
  }

  private void hex(long number, int at, int digits) {
    for (int i = 0; i < digits; i++) {
      bytes[at + i] = HEX[(int) (number >>> (4 * (digits - 1 - i))) & 0xf];
    }
  }
}
