package dev.parley.ws;

import dev.parley.accounts.SessionPrincipal;
import dev.parley.kernel.Caller;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/** Carries the caller from the handshake into the socket. */
public class ChatHandshake extends ServerEndpointConfig.Configurator {

  /** {@link HandshakeFilter} has looked at it already. */
  @Override
  public boolean checkOrigin(String origin) {
    return true;
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    // Nothing to carry in the config, which all sockets share: the session knows the principal.
  }

  /** Whose socket it is. */
  static Caller caller(Session session) {
    return ((SessionPrincipal) session.getUserPrincipal()).caller();
  }
}
