package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The hand-written client against a server that plays each byte by hand. */
@Timeout(20)
class WsConnectionTest implements WsHandler {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private ServerSocket listening;
  private Socket peer;
  private DataInputStream in;
  private DataOutputStream out;
  private WsLoop loop;
  private WsConnection connection;

  @BeforeEach
  void connect() throws Exception {
    listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    loop = new WsLoop("test");
    URI address = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/ws");
    CompletableFuture<WsConnection> opening =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return WsConnection.open(address, "token", loop, this);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    peer = listening.accept();
    in = new DataInputStream(peer.getInputStream());
    out = new DataOutputStream(peer.getOutputStream());
    upgrade();
    connection = opening.get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void disconnect() throws Exception {
    loop.close();
    peer.close();
    listening.close();
  }

  /** Answers the handshake and sends the first frame in the same packet. */
  private void upgrade() throws Exception {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      request.append((char) in.readByte());
    }
    String head = "Sec-WebSocket-Key: ";
    int at = request.indexOf(head) + head.length();
    String key = request.substring(at, request.indexOf("\r\n", at));
    byte[] digest =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.UTF_8));
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\n"
            + "Upgrade: websocket\r\n"
            + "sec-websocket-protocol: parley.v1\r\n"
            + "Sec-WebSocket-Accept: "
            + Base64.getEncoder().encodeToString(digest)
            + "\r\n\r\n\u0081\u0005hello";
    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void frame(int first, byte[] payload) throws IOException {
    out.write(first);
    if (payload.length < 126) {
      out.write(payload.length);
    } else if (payload.length < 1 << 16) {
      out.write(126);
      out.writeShort(payload.length);
    } else {
      out.write(127);
      out.writeLong(payload.length);
    }
    out.write(payload);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a client's frame as {@code opcode:payload}. */
  private String sent() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte() & 0x7f;
    length = length == 126 ? in.readUnsignedShort() : length;
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return (first & 0x0f) + ":" + new String(payload, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void onText(byte[] bytes, int from, int to) {
    heard.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  @Override
  public void onClosed(int code) {
    heard.add("closed " + code);
  }

  @Test
  void aFrameInTheHandshakesPacketIsHeard() throws Exception {
    assertEquals("hello", heard.take());
  }

  @Test
  void framesOfEverySizeArriveHoweverTheyAreCut() throws Exception {
    heard.take();
    for (int size : new int[] {0, 1, 125, 126, 65_535, 65_536, 200_000}) {
      String text = "a".repeat(size);
      frame(0x81, bytes(text));
      assertEquals(text, heard.take());
    }
    for (byte single : new byte[] {(byte) 0x81, 2, 'o', 'k'}) {
      out.write(single);
      out.flush();
      Thread.sleep(5);
    }
    assertEquals("ok", heard.take());
  }

  @Test
  void fragmentsAreJoinedAndAPingBetweenThemIsAnswered() throws Exception {
    heard.take();
    frame(0x01, bytes("one "));
    frame(0x89, bytes("there?"));
    frame(0x00, bytes("two "));
    frame(0x80, bytes("three"));
    assertEquals("one two three", heard.take());
    assertEquals("10:there?", sent());
  }

  @Test
  void messagesOfOneTurnGoOutAsOneMaskedFrame() throws Exception {
    loop.execute(
        () -> {
          connection.send(bytes("a".repeat(100) + "\n"));
          connection.send(bytes("b".repeat(100) + "\n"));
        });
    assertEquals("1:" + "a".repeat(100) + "\n" + "b".repeat(100) + "\n", sent());
  }

  @Test
  void aCloseIsAnsweredAndToldWithItsCode() throws Exception {
    heard.take();
    frame(0x88, new byte[] {(byte) (4408 >> 8), (byte) 4408});
    assertEquals("closed 4408", heard.take());
    assertEquals("8:" + (char) (4408 >> 8) + (char) (4408 & 0xff), sent());
  }

  @Test
  void aLostConnectionIsToldAsSuch() throws Exception {
    heard.take();
    peer.close();
    assertEquals("closed 1006", heard.take());
  }
}
