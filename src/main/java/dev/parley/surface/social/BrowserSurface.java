package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.accounts.Login;
import dev.parley.accounts.Logins;
import dev.parley.conversations.ConversationKinds;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.overview.OnlineUsers;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The socket that each page has: {@code /websocket}. */
@ApplicationScoped
public class BrowserSurface extends SocialSurface {

  static final String PATH = "/websocket";

  @Inject Logins logins;
  @Inject OnlineUsers online;
  @Inject Memberships memberships;
  @Inject ConversationKinds kinds;
  @Inject NoticeShapes notices;
  @Inject Replies replies;

  private Dialect dialect;

  /**
   * The session of a socket.
   *
   * @param sessionUuid names it; it proves nothing
   */
  private record CurrentSession(
      @JsonProperty("SessionUuid") String sessionUuid,
      @JsonProperty("ExpirySession") Instant expirySession,
      @JsonProperty("User") Shapes.User user) {}

  @PostConstruct
  void start() {
    dialect = new SocialDialect(kinds, notices);
  }

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
    kinds.remember(memberships.conversationsOf(caller.accountId()));
    client.reply(push("onlineUsers", Shapes.of(online.acquaintances(caller))));
    Login.View session = logins.get(caller);
    client.reply(
        push(
            "currentSession",
            new CurrentSession(
                session.id(),
                session.expires(),
                Shapes.User.of(Long.toString(caller.accountId()), caller.name(), null))));
  }

  @Override
  void request(Client client, ObjectNode request) {
    String type = request.path("type").asString("");
    JsonNode payload = request.path("payload");
    dispatcher.dispatch(client, request, data -> replies.of(client.caller(), type, payload, data));
  }
}
