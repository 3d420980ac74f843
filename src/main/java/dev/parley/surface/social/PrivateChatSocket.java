package dev.parley.surface.social;

import dev.parley.ws.ChatHandshake;
import dev.parley.ws.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The address of {@link PrivateChatSurface}. */
@ApplicationScoped
@ServerEndpoint(value = PrivateChatSurface.PATH, configurator = ChatHandshake.class)
public class PrivateChatSocket {

  @Inject Connections connections;

  /** A socket is open. */
  @OnOpen
  public void open(Session session) {
    connections.open(session);
  }

  /** A frame. */
  @OnMessage(maxMessageSize = Connections.CONTAINER_LIMIT)
  public void message(Session session, String frame) {
    connections.message(session, frame);
  }

  /** The answer to a ping. */
  @OnMessage
  public void pong(Session session, PongMessage pong) {
    connections.pong(session);
  }

  /** A socket is closed. */
  @OnClose
  public void close(Session session) {
    connections.close(session);
  }

  /** A connection broke. */
  @OnError
  public void error(Session session, Throwable problem) {
    connections.error(problem);
  }
}
