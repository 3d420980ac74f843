package dev.parley.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/**
 * The opening handshake of RFC 6455, blocking, as a program does it: bearer token, no Origin.
 *
 * @param channel the upgraded connection
 * @param rest what the server sent after the answer, the beginning of its first frames
 */
record WsHandshake(SocketChannel channel, ByteBuffer rest) {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int MAX_ANSWER = 16 * 1024;
  private static final int TIMEOUT_MILLIS = 20_000;

  /**
   * Connects and upgrades.
   *
   * @param address where the WebSocket is, {@code http://host:port/path}; TLS is not spoken
   * @throws IOException when the server answers anything but 101 with {@code parley.v1}
   */
  static WsHandshake open(URI address, String token) throws IOException {
    byte[] nonce = new byte[16];
    new Random().nextBytes(nonce);
    String key = Base64.getEncoder().encodeToString(nonce);
    SocketChannel channel = SocketChannel.open();
    boolean upgraded = false;
    try {
      int port = address.getPort() < 0 ? 80 : address.getPort();
      channel.socket().connect(new InetSocketAddress(address.getHost(), port), TIMEOUT_MILLIS);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.write(ByteBuffer.wrap(request(address, token, key)));
      WsHandshake handshake = new WsHandshake(channel, ByteBuffer.wrap(answer(channel, key)));
      upgraded = true;
      return handshake;
    } finally {
      if (!upgraded) {
        channel.close();
      }
    }
  }

  private static byte[] request(URI address, String token, String key) {
    return """
    GET %s HTTP/1.1
    Host: %s
    Connection: Upgrade
    Upgrade: websocket
    Sec-WebSocket-Version: 13
    Sec-WebSocket-Key: %s
    Sec-WebSocket-Protocol: parley.v1
    Authorization: Bearer %s

    """
        .formatted(address.getPath(), address.getAuthority(), key, token)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] answer(SocketChannel channel, String key) throws IOException {
    channel.socket().setSoTimeout(TIMEOUT_MILLIS);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[4096];
    while (all.size() < MAX_ANSWER) {
      // The socket's stream, not the channel: only the stream obeys the time limit.
      int n = channel.socket().getInputStream().read(chunk);
      if (n < 0) {
        break;
      }
      all.write(chunk, 0, n);
      String text = all.toString(StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (end >= 0) {
        check(text.substring(0, end), key);
        return text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    throw new IOException("the server ended the WebSocket handshake without an answer");
  }

  private static void check(String head, String key) throws IOException {
    String[] lines = head.split("\r\n");
    if (!lines[0].startsWith("HTTP/1.1 101")) {
      throw new IOException("the server refused the WebSocket: " + lines[0]);
    }
    if (!header(lines, "sec-websocket-accept").equals(accept(key))) {
      throw new IOException("the server answered the WebSocket handshake with a wrong accept key");
    }
    if (!header(lines, "sec-websocket-protocol").equals("parley.v1")) {
      throw new IOException("the server does not offer the subprotocol parley.v1");
    }
  }

  private static String header(String[] lines, String name) {
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        return line.substring(colon + 1).strip();
      }
    }
    return "";
  }

  private static String accept(String key) {
    try {
      byte[] bytes = (key + GUID).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
