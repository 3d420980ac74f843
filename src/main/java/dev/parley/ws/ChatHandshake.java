package dev.parley.ws;

import dev.parley.accounts.SessionPrincipal;
import dev.parley.kernel.Caller;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * What of the handshake matters later. The container makes an HttpSession for each socket, and
 * closes the socket when that expires: it is to last as long as the socket, and no longer.
 */
public class ChatHandshake extends ServerEndpointConfig.Configurator {

  private static final String HTTP_SESSION = "parley.httpSession";

  /** {@link HandshakeFilter} has looked at it already. */
  @Override
  public boolean checkOrigin(String origin) {
    return true;
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    if (request.getHttpSession() instanceof HttpSession session) {
      session.setMaxInactiveInterval(-1);
      config.getUserProperties().put(HTTP_SESSION, session);
    }
  }

  /** Whose socket it is. */
  static Caller caller(Session session) {
    return ((SessionPrincipal) session.getUserPrincipal()).caller();
  }

  /** The socket is closed: its HttpSession may go. */
  static void forget(Session session) {
    if (session.getUserProperties().remove(HTTP_SESSION) instanceof HttpSession http) {
      try {
        http.invalidate();
      } catch (IllegalStateException e) {
        // It is gone already.
      }
    }
  }
}
