package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.accounts.Login;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Caller;
import dev.parley.overview.OnlineUsers;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The socket that each page has: {@code /websocket}. */
@ApplicationScoped
public class BrowserSurface extends SocialSurface {

  static final String PATH = "/websocket";

  private final Dialect dialect = new SocialDialect();

  @Inject Logins logins;
  @Inject OnlineUsers online;

  /**
   * The session of a socket.
   *
   * @param sessionUuid names it; it proves nothing
   */
  private record CurrentSession(
      @JsonProperty("SessionUuid") String sessionUuid,
      @JsonProperty("ExpirySession") Instant expirySession,
      @JsonProperty("User") Shapes.User user) {}

  @Override
  String path() {
    return PATH;
  }

  @Override
  public Long admit(Caller caller, Map<String, List<String>> query) {
    return null; // It hears all.
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void opened(Client client) {
    Caller caller = client.caller();
    client.reply(push("onlineUsers", Shapes.of(online.acquaintances(caller))));
    Login.View session = logins.get(caller);
    client.reply(
        push(
            "currentSession",
            new CurrentSession(
                session.id(),
                session.expires(),
                new Shapes.User(Long.toString(caller.accountId()), caller.name()))));
  }

  @Override
  void request(Client client, String type, JsonNode request) {
    dispatcher.dispatch(client, request, Shapes::of);
  }
}
