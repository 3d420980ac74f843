package dev.parley.bench;

import java.nio.charset.StandardCharsets;

/**
 * Finds the few facts the load needs in joined JSON messages without parsing them. Messages of one
 * kind nearly always have the same length and layout, so each fact is first looked for where the
 * last one was: a message then costs a handful of comparisons, whatever its length. Should such a
 * guess ever jump over a message, the numbers show a gap; it can't hide one.
 */
final class MessageScan {
  private static final byte[] TYPE = ascii("\"type\":\"");
  private static final byte[] SEQ = ascii("\"seq\":");
  private static final byte[] CONTENT = ascii("\"content\":\"");
  private static final byte[] ERROR = ascii("\"result\":\"error\"");
  private static final int KINDS = 3;

  private final int[] lengths = new int[KINDS];
  private final int[] seqs = new int[KINDS];
  private int type;
  private int content;

  /** What was found, in the order of arrival. */
  interface Sink {
    /**
     * A message of the conversation in focus.
     *
     * @param sentAt the {@link System#nanoTime} its content begins with
     */
    void push(long seq, long sentAt);

    /** The answer to a {@code sendMessage}. */
    void receipt(long seq);

    /** The answer to {@code focus}. */
    void focused();

    /** An answer that reports an error, as it came. */
    void refused(String message);
  }

  /** Reads one or more messages, each ended by a newline or by the end. */
  void scan(byte[] bytes, int from, int to, Sink sink) {
    int at = from;
    while (at < to) {
      int typeAt = find(TYPE, bytes, at, to, at + type);
      if (typeAt < 0) {
        return;
      }
      type = typeAt - at;
      at = one(bytes, at, to, bytes[typeAt + TYPE.length], sink) + 1;
    }
  }

  /** Reads the message at {@code at} and returns where it ends. */
  private int one(byte[] bytes, int at, int to, byte initial, Sink sink) {
    int kind = initial == 'i' ? 0 : initial == 's' ? 1 : 2;
    int end = at + lengths[kind];
    if (end != to && (end > to || bytes[end] != '\n' || end == at)) {
      end = at;
      while (end < to && bytes[end] != '\n') {
        end++;
      }
      lengths[kind] = end - at;
    }
    switch (initial) {
      case 'i' -> sink.push(seq(bytes, at, end, kind), sentAt(bytes, at, end));
      case 's' -> {
        long seq = seq(bytes, at, end, kind);
        if (seq < 0) {
          sink.refused(text(bytes, at, end));
        } else {
          sink.receipt(seq);
        }
      }
      case 'f' -> {
        if (find(ERROR, bytes, at, end, at) < 0) {
          sink.focused();
        } else {
          sink.refused(text(bytes, at, end));
        }
      }
      case 'E' -> sink.refused(text(bytes, at, end));
      default -> {
        // Presence, typing, read marks: the server's own talk, no concern of the load.
      }
    }
    return end;
  }

  private long seq(byte[] bytes, int at, int end, int kind) {
    int found = find(SEQ, bytes, at, end, at + seqs[kind]);
    if (found < 0) {
      return -1;
    }
    seqs[kind] = found - at;
    return decimal(bytes, found + SEQ.length);
  }

  private long sentAt(byte[] bytes, int at, int end) {
    int found = find(CONTENT, bytes, at, end, at + content);
    if (found < 0 || found + CONTENT.length + SendTemplate.TIME_DIGITS > end) {
      return 0;
    }
    content = found - at;
    return SendTemplate.time(bytes, found + CONTENT.length);
  }

  /** Reads a number up to the first byte that is no digit. */
  static long decimal(byte[] bytes, int at) {
    long number = 0;
    for (int i = at; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }

  /** Returns where the pattern is, at the guess or else the first; -1 when nowhere. */
  static int find(byte[] pattern, byte[] bytes, int from, int to, int guess) {
    if (matches(pattern, bytes, guess, to)) {
      return guess;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] == pattern[0] && matches(pattern, bytes, i, to)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] pattern, byte[] bytes, int at, int to) {
    if (at + pattern.length > to) {
      return false;
    }
    for (int i = 0; i < pattern.length; i++) {
      if (bytes[at + i] != pattern[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
