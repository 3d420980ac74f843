package dev.parley.bench;

import java.io.ByteArrayOutputStream;

/** Cuts a server's bytes into the messages of RFC 6455; knows fragments and control frames. */
final class WsFrameReader {
  private static final int FIN = 0x80;
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int NO_STATUS = 1005;

  private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();

  /** Where messages go; ranges are from inclusive to exclusive and valid during the call. */
  interface Sink {
    /** A whole text message. */
    void text(byte[] bytes, int from, int to);

    /** A ping with its payload. */
    void ping(byte[] bytes, int from, int to);

    /** The server closes with the code. */
    void closed(int code);
  }

  /**
   * Reads all whole frames.
   *
   * @param length how many of the bytes are filled
   * @return how many bytes were used; the rest is the beginning of a frame
   */
  int read(byte[] bytes, int length, Sink sink) {
    int at = 0;
    while (length - at >= 2) {
      int payload = bytes[at + 1] & 0xff;
      int head = payload < 126 ? 2 : payload == 126 ? 4 : 10;
      if (length - at < head) {
        break;
      }
      if (head > 2) {
        payload = number(bytes, at + 2, at + head);
      }
      int from = at + head;
      if (length - from < payload) {
        break;
      }
      frame(bytes[at] & 0xff, bytes, from, from + payload, sink);
      at = from + payload;
    }
    return at;
  }

  private void frame(int first, byte[] bytes, int from, int to, Sink sink) {
    switch (first) {
      case FIN | TEXT -> sink.text(bytes, from, to);
      case TEXT, CONTINUATION -> fragments.write(bytes, from, to - from);
      case FIN | CONTINUATION -> {
        fragments.write(bytes, from, to - from);
        byte[] whole = fragments.toByteArray();
        fragments.reset();
        sink.text(whole, 0, whole.length);
      }
      case FIN | PING -> sink.ping(bytes, from, to);
      case FIN | PONG -> {}
      case FIN | CLOSE -> sink.closed(to - from < 2 ? NO_STATUS : number(bytes, from, from + 2));
      default -> throw new IllegalStateException("a frame that begins with " + first);
    }
  }

  private static int number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = (number << 8) | (bytes[i] & 0xff);
    }
    return Math.toIntExact(number);
  }
}
