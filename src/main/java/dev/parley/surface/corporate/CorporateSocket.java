package dev.parley.surface.corporate;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Payloads;
import dev.parley.kernel.Refusal;
import dev.parley.messages.Messages;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import dev.parley.surface.Refused;
import dev.parley.ws.Surface;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A socket about one chat: {@code /ws?chat_id=&user_id=}. */
@ApplicationScoped
public class CorporateSocket implements Surface {

  private static final String CHAT = "chat_id";
  private static final String USER = "user_id";

  private final Dialect dialect = new CorporateDialect();

  @Inject Memberships memberships;
  @Inject Messages messages;
  @Inject Payloads payloads;

  /** What a client sends. */
  public record Incoming(String content) {}

  private record Problem(String error) {}

  @Override
  public boolean claims(String path, Map<String, List<String>> query) {
    return path.equals("/ws") && (query.containsKey(CHAT) || query.containsKey(USER));
  }

  @Override
  public Long admit(Caller caller, Map<String, List<String>> query) {
    long chat = id(CHAT, query);
    Actor.named(caller, id(USER, query));
    try {
      memberships.require(caller, chat);
    } catch (Refusal refusal) {
      throw refusal.code() == Code.NOT_FOUND
          ? Refusal.forbidden("you are not a member of this chat")
          : refusal;
    }
    return chat;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void received(Client client, String frame) {
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(frame);
    } catch (JacksonException e) {
      throw Refusal.invalid(null, "invalid JSON in message");
    }
    if (json == null || !json.isObject()) {
      throw Refusal.invalid(null, "invalid JSON in message");
    }
    Incoming message = payloads.read(json, Incoming.class);
    messages
        .send(client.caller(), client.only(), Messages.Draft.of(message.content(), null))
        .whenComplete(
            (receipt, problem) -> {
              // Stored, it comes to its sender as to everybody else.
              if (problem != null) {
                client.reply(refusal(Refused.of(problem)));
              }
            });
  }

  @Override
  public String refusal(Refusal refusal) {
    return Json.MAPPER.writeValueAsString(new Problem(refusal.getMessage()));
  }

  private static long id(String name, Map<String, List<String>> query) {
    List<String> given = query.getOrDefault(name, List.of());
    return Actor.id(name, given.size() == 1 ? given.get(0) : null);
  }
}
