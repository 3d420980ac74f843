package dev.parley.realtime;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The wire to one client. Sends are asynchronous and must not overlap; {@link Egress} sees to that.
 */
public final class Socket {

  private static final Logger LOG = Logger.getLogger(Socket.class.getName());

  private final Session session;
  private volatile boolean closing;

  /** The wire of a session. */
  public Socket(Session session) {
    this.session = session;
  }

  /** Why a socket is closed; the codes are those of the protocol. */
  public enum Close {
    NORMAL(1000, "the conversation is gone"),
    LEFT(1000, "goodbye"),
    BAD_FRAMES(4400, "bad frames"),
    SESSION_ENDED(4401, "session ended"),
    NOT_ALLOWED(4403, "not allowed any more"),
    TOO_SLOW(4408, "too slow"),
    TOO_LARGE(4413, "frame too large"),
    TOO_MANY(4429, "too many"),
    RESTARTING(4503, "restarting");

    private final int code;
    private final String reason;

    Close(int code, String reason) {
      this.code = code;
      this.reason = reason;
    }
  }

  /** Sends a text; {@code done} is told on another thread whether it went out. */
  void send(String text, Runnable done) {
    try {
      session
          .getAsyncRemote()
          .sendText(
              text,
              result -> {
                if (!result.isOK()) {
                  LOG.log(Level.FINE, "A frame was not sent", result.getException());
                }
                done.run();
              });
    } catch (IllegalStateException | IllegalArgumentException e) {
      // Closed under our hands: its end is announced by the container.
      LOG.log(Level.FINE, "A frame was not sent", e);
    }
  }

  /** Asks for a sign of life. Only when nothing is in flight. */
  void ping() {
    try {
      // A new one each time: the container reads its backing array.
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "A ping was not sent", e);
    }
  }

  /** Closes the socket. Not on a shard's thread: it may wait for a peer that does not read. */
  public void close(Close why) {
    close(why, why.reason);
  }

  /** Closes the socket with a reason of its own, at most 123 bytes. */
  public void close(Close why, String reason) {
    closing = true;
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(why.code), reason));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.FINE, "A socket was gone before it was closed", e);
    }
  }

  /** Whether {@link #close} was called. */
  public boolean closing() {
    return closing;
  }
}
