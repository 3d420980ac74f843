package dev.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Joins a client's messages into masked frames and writes them as the socket takes them. */
final class WsFrameWriter {
  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PONG = 10;
  private static final int NO_STATUS = 1005;

  /** The server takes frames of 64 KiB. */
  private static final int MAX_FRAME = 60 * 1024;

  private static final int MAX_HEAD = 14;

  private final SplittableRandom masks = new SplittableRandom();
  private byte[] text = new byte[1024];
  private int textLength;
  private ByteBuffer out = ByteBuffer.allocate(2048).flip();

  /** Adds messages to the next text frame. */
  void text(byte[] messages) {
    if (textLength + messages.length > MAX_FRAME) {
      endText();
    }
    if (textLength + messages.length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, textLength + messages.length));
    }
    System.arraycopy(messages, 0, text, textLength, messages.length);
    textLength += messages.length;
  }

  /** Adds the answer to a ping. */
  void pong(byte[] bytes, int from, int to) {
    frame(PONG, bytes, from, to);
  }

  /** Adds a close frame with the code. */
  void close(int code) {
    byte[] payload = {(byte) (code >> 8), (byte) code};
    endText();
    frame(CLOSE, payload, 0, code == NO_STATUS ? 0 : 2);
  }

  /** Writes what the socket takes; returns whether that was all. */
  boolean writeTo(SocketChannel channel) throws IOException {
    endText();
    channel.write(out);
    return !out.hasRemaining();
  }

  private void endText() {
    if (textLength > 0) {
      frame(TEXT, text, 0, textLength);
      textLength = 0;
    }
  }

  private void frame(int opcode, byte[] payload, int from, int to) {
    int length = to - from;
    reserve(MAX_HEAD + length);
    out.put((byte) (FIN | opcode));
    if (length < 126) {
      out.put((byte) (MASKED | length));
    } else if (length < 1 << 16) {
      out.put((byte) (MASKED | 126)).putShort((short) length);
    } else {
      out.put((byte) (MASKED | 127)).putLong(length);
    }
    int mask = masks.nextInt();
    out.putInt(mask);
    for (int i = 0; i < length; i++) {
      out.put((byte) (payload[from + i] ^ (mask >>> (24 - 8 * (i & 3)))));
    }
    out.flip();
  }

  /** Makes room after what still waits and leaves the buffer ready to be filled. */
  private void reserve(int more) {
    int needed = out.remaining() + more;
    if (needed <= out.capacity()) {
      out.compact();
    } else {
      out = ByteBuffer.allocate(2 * needed).put(out);
    }
  }
}
