package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * A client's WebSocket with the subprotocol {@code parley.v1}. After {@link #open} everything
 * happens on the thread of its loop.
 */
final class WsConnection implements WsFrameReader.Sink {
  private static final int NORMAL = 1000;
  private static final int ABNORMAL = 1006;

  private final SocketChannel channel;
  private final WsLoop loop;
  private final WsHandler handler;
  private final WsFrameReader reader = new WsFrameReader();
  private final WsFrameWriter writer = new WsFrameWriter();
  private SelectionKey key;
  private byte[] rest;
  private int restLength;
  private boolean waiting;
  private boolean ended;

  private WsConnection(WsHandshake handshake, WsLoop loop, WsHandler handler) {
    this.channel = handshake.channel();
    this.restLength = handshake.rest().remaining();
    this.rest = new byte[restLength];
    handshake.rest().get(rest);
    this.loop = loop;
    this.handler = handler;
  }

  /** Connects, blocking, and hands the connection to the loop. */
  static WsConnection open(URI address, String token, WsLoop loop, WsHandler handler)
      throws IOException {
    WsHandshake handshake = WsHandshake.open(address, token);
    handshake.channel().configureBlocking(false);
    WsConnection connection = new WsConnection(handshake, loop, handler);
    loop.add(connection);
    return connection;
  }

  /** Sends JSON messages, each ended by a newline; joined with what else waits. */
  void send(byte[] messages) {
    writer.text(messages);
    wantWrite();
  }

  /** Closes the connection in good order; the handler hears nothing more. */
  void close() {
    if (!ended) {
      writer.close(NORMAL);
      flush();
      end();
    }
  }

  /** Begins to listen; the loop calls it on its thread. */
  void register(Selector selector) {
    try {
      key = channel.register(selector, SelectionKey.OP_READ, this);
      // The first frames may have come together with the handshake's answer.
      frames(Arrays.copyOf(rest, restLength), restLength);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads and writes what the socket has and takes; the buffer is free between two calls. */
  void ready(byte[] buffer) {
    if (ended) {
      return;
    }
    if (key.isWritable()) {
      flush();
    }
    if (!ended && key.isReadable()) {
      read(buffer);
    }
  }

  /** Writes what waits, as far as the socket takes it. */
  void flush() {
    waiting = false;
    if (ended) {
      return;
    }
    try {
      boolean all = writer.writeTo(channel);
      key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    } catch (IOException e) {
      lost(ABNORMAL);
    }
  }

  private void read(byte[] buffer) {
    System.arraycopy(rest, 0, buffer, 0, restLength);
    int count;
    try {
      count = channel.read(ByteBuffer.wrap(buffer, restLength, buffer.length - restLength));
    } catch (IOException e) {
      count = -1;
    }
    if (count < 0) {
      lost(ABNORMAL);
      return;
    }
    frames(buffer, restLength + count);
    if (restLength == buffer.length) {
      throw new IllegalStateException("a frame of more than " + buffer.length + " bytes");
    }
  }

  private void frames(byte[] bytes, int length) {
    int used = reader.read(bytes, length, this);
    restLength = length - used;
    if (rest.length < restLength) {
      rest = new byte[restLength];
    }
    System.arraycopy(bytes, used, rest, 0, restLength);
  }

  @Override
  public void text(byte[] bytes, int from, int to) {
    if (!ended) {
      handler.onText(bytes, from, to);
    }
  }

  @Override
  public void ping(byte[] bytes, int from, int to) {
    writer.pong(bytes, from, to);
    wantWrite();
  }

  @Override
  public void closed(int code) {
    writer.close(code);
    flush();
    lost(code);
  }

  private void wantWrite() {
    if (!waiting && !ended) {
      waiting = true;
      loop.unsent(this);
    }
  }

  private void lost(int code) {
    if (!ended) {
      end();
      handler.onClosed(code);
    }
  }

  private void end() {
    ended = true;
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
