package dev.parley.ws;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import java.util.List;
import java.util.Map;

/**
 * Another system's way of using a WebSocket: which handshakes are meant for it, who may come in,
 * how it tells what happens, and what becomes of what its clients send. Its sockets are clients of
 * the hub like all others. A bean that implements this is found by itself.
 */
public interface Surface {

  /**
   * Whether a handshake is meant for this surface.
   *
   * @param path under the context root, such as {@code /ws}
   * @param query the address's parameters
   */
  boolean claims(String path, Map<String, List<String>> query);

  /**
   * Lets somebody in. Asked twice: during the handshake, which a {@link Refusal} ends with its
   * status, and when the socket is open.
   *
   * @return the one conversation that the socket is about, or null when it hears all
   */
  Long admit(Caller caller, Map<String, List<String>> query);

  /**
   * Whether its clients take, and may send, several messages in a frame, each ended by a newline.
   */
  default boolean joins() {
    return false;
  }

  /** How its clients are told what happens. */
  Dialect dialect();

  /** A socket is open; the place for a greeting. */
  default void opened(Client client) {}

  /** A frame came in, on the thread that reads the socket. A {@link Refusal} is answered. */
  void received(Client client, String frame);

  /** What a client is told when something is refused. */
  String refusal(Refusal refusal);

  /** A socket is closed. */
  default void closed(Client client) {}
}
