package dev.parley.ws;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.kernel.Utf8;
import dev.parley.lifecycle.ServerInfo;
import dev.parley.overview.Epoch;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Hub;
import dev.parley.realtime.Socket;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.JsonNode;

/**
 * What all WebSocket endpoints do: an endpoint is an address, and hands everything to this. Who may
 * come in was decided by {@link HandshakeFilter}. The endpoints look the same and have no common
 * base, because Liberty finds only methods that stand in the annotated class itself (CWWKH0002E).
 */
@ApplicationScoped
public class Connections {

  /** Its clients get, and may send, several messages in one frame, each ended by a newline. */
  public static final String SUBPROTOCOL = "parley.v1";

  /**
   * Past the protocol's own limit, so that we can close with its code; beyond, the container does.
   */
  public static final int CONTAINER_LIMIT = 1 << 20;

  private static final Logger LOG = Logger.getLogger(Connections.class.getName());

  private static final int HEARTBEAT_SECONDS = 25;
  private static final String CONNECTION = "parley.connection";

  @EJB Hub hub;
  @Inject Dispatcher dispatcher;
  @Inject Surfaces surfaces;
  @Inject Settings settings;
  @Inject Epoch epoch;
  @Inject ServerInfo server;

  private int frameBytes;
  private int burst;
  private int perTenSeconds;

  /** A socket, and what of it only the reading side needs. */
  private static final class Connection {
    final Client client;
    final Surface surface;
    final boolean joins;
    final RateLimit rate;
    boolean garbled;

    Connection(Client client, Surface surface, boolean joins, RateLimit rate) {
      this.client = client;
      this.surface = surface;
      this.joins = joins;
      this.rate = rate;
    }
  }

  @PostConstruct
  void readSettings() {
    frameBytes = settings.number(Setting.PARLEY_FRAME_BYTES);
    burst = settings.number(Setting.PARLEY_RATE_BURST);
    perTenSeconds = settings.number(Setting.PARLEY_RATE_PER_10S);
  }

  /** Greets the client; from here on it gets pushes. */
  public void open(Session session) {
    Caller caller = ChatHandshake.caller(session);
    Map<String, List<String>> query = session.getRequestParameterMap();
    Surface surface = surfaces.find(session.getRequestURI().getPath(), query).orElse(null);
    Long only;
    try {
      only = surface == null ? null : surface.admit(caller, query);
    } catch (Refusal refusal) {
      new Socket(session).close(Socket.Close.NOT_ALLOWED); // Since the handshake.
      return;
    }
    boolean joins =
        surface == null ? SUBPROTOCOL.equals(session.getNegotiatedSubprotocol()) : surface.joins();
    Dialect dialect = surface == null ? Dialect.NATIVE : surface.dialect();
    hub.open(caller, new Socket(session), joins, dialect, only)
        .ifPresent(
            client -> {
              session
                  .getUserProperties()
                  .put(
                      CONNECTION,
                      new Connection(client, surface, joins, new RateLimit(burst, perTenSeconds)));
              if (surface == null) {
                client.reply(Envelope.success("hello", null, hello(caller)));
              } else {
                surface.opened(client);
              }
            });
  }

  private Map<String, Object> hello(Caller caller) {
    return Map.of(
        "userID", Long.toString(caller.accountId()),
        "name", caller.name(),
        "epoch", epoch.current(),
        "instance", server.instance(),
        "limits",
            Map.of(
                "frameBytes",
                frameBytes,
                "messageChars",
                settings.number(Setting.PARLEY_MESSAGE_CHARS),
                "attachmentBytes",
                settings.number(Setting.PARLEY_ATTACHMENT_BYTES)),
        "heartbeatSeconds", HEARTBEAT_SECONDS);
  }

  /** Takes a frame: one message, or several when the client joins. */
  public void message(Session session, String frame) {
    Connection connection = (Connection) session.getUserProperties().get(CONNECTION);
    if (connection == null || connection.client.socket().closing()) {
      return;
    }
    connection.client.heard();
    if (frame.length() > frameBytes || Utf8.length(frame) > frameBytes) {
      connection.client.socket().close(Socket.Close.TOO_LARGE);
      return;
    }
    if (!connection.joins) {
      one(connection, frame);
      return;
    }
    int from = 0;
    while (from < frame.length() && !connection.client.socket().closing()) {
      int end = frame.indexOf('\n', from);
      end = end < 0 ? frame.length() : end;
      if (end > from) {
        one(connection, frame.substring(from, end));
      }
      from = end + 1;
    }
  }

  private void one(Connection connection, String message) {
    if (connection.surface != null) {
      toSurface(connection, message);
      return;
    }
    JsonNode request = dispatcher.parse(message);
    switch (connection.rate.take()) {
      case CUT_OFF -> {
        connection.client.socket().close(Socket.Close.TOO_MANY);
        return;
      }
      case REFUSE -> {
        dispatcher.refuse(connection.client, request, tooMany());
        return;
      }
      default -> {
        // It may pass.
      }
    }
    if (request == null && connection.garbled) {
      connection.client.socket().close(Socket.Close.BAD_FRAMES);
    } else if (request == null) {
      connection.garbled = true;
      dispatcher.refuse(
          connection.client, null, Refusal.invalid(null, "this is not a JSON object"));
    } else {
      connection.garbled = false;
      dispatcher.dispatch(connection.client, request);
    }
  }

  private void toSurface(Connection connection, String message) {
    switch (connection.rate.take()) {
      case CUT_OFF -> connection.client.socket().close(Socket.Close.TOO_MANY);
      case REFUSE -> connection.client.reply(connection.surface.refusal(tooMany()));
      default -> surfaces.received(connection.surface, connection.client, message);
    }
  }

  private static Refusal tooMany() {
    return Refusal.of(Code.RATE_LIMITED, "too many requests, slow down");
  }

  /** The answer to a ping. */
  public void pong(Session session) {
    if (session.getUserProperties().get(CONNECTION) instanceof Connection connection) {
      connection.client.heard();
    }
  }

  /** Forgets the socket. */
  public void close(Session session) {
    ChatHandshake.forget(session);
    if (session.getUserProperties().remove(CONNECTION) instanceof Connection connection) {
      hub.closed(connection.client);
      if (connection.surface != null) {
        connection.surface.closed(connection.client);
      }
    }
  }

  /** A broken connection ends here and in {@link #close}; it is nothing to worry about. */
  public void error(Throwable problem) {
    LOG.log(Level.FINE, "A socket failed", problem);
  }
}
