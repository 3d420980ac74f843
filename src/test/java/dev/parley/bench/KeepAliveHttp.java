package dev.parley.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept HTTP/1.1 connection that asks the same thing again and again; not thread-safe. */
final class KeepAliveHttp implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final byte[] request;
  private byte[] body = new byte[64 * 1024];
  private int length;

  /** Connects. */
  KeepAliveHttp(URI address, String token) throws IOException {
    socket = new Socket(address.getHost(), address.getPort() < 0 ? 80 : address.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    String target = address.getRawPath() + "?" + address.getRawQuery();
    request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(target, address.getAuthority(), token)
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Asks and reads the whole answer; returns its status. */
  int get() throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int announced = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        announced = Integer.parseInt(lower.substring(15).strip());
      }
    }
    length = 0;
    if (announced >= 0) {
      read(announced);
    } else {
      chunks();
    }
    return status;
  }

  /** Returns the bytes of the last answer's body; {@link #length} tells how many count. */
  byte[] body() {
    return body;
  }

  /** Returns how long the last answer's body is. */
  int length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void chunks() throws IOException {
    int size = Integer.parseInt(line(), 16);
    while (size > 0) {
      read(size);
      line();
      size = Integer.parseInt(line(), 16);
    }
    line();
  }

  private void read(int count) throws IOException {
    if (length + count > body.length) {
      body = Arrays.copyOf(body, Math.max(2 * body.length, length + count));
    }
    if (in.readNBytes(body, length, count) < count) {
      throw new EOFException("the server closed the connection within an answer");
    }
    length += count;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
