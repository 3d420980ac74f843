package dev.parley.surface.channels;

import dev.parley.accounts.AccountHandles;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Payloads;
import dev.parley.kernel.Refusal;
import dev.parley.messages.Message;
import dev.parley.messages.Messages;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Item;
import dev.parley.ws.Surface;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the sockets of both generations of clients have in common: one channel, and messages. */
abstract class ChannelSurface implements Surface {

  private static final Logger LOG = Logger.getLogger(ChannelSurface.class.getName());
  private static final String CHANNEL = "channelId";

  @Inject Channels channels;
  @Inject Messages messages;
  @Inject AccountHandles accounts;
  @Inject Payloads payloads;

  // One object, so that what all hear is encoded once.
  private final Dialect dialect = this::encode;

  /** The address under which its clients connect. */
  abstract String path();

  /** The parameter in which a client names itself. */
  abstract String self();

  /** A message as it goes out. */
  abstract Object shape(Message.View message, UUID senderId);

  /** The text of a message that came in; whatever else came is refused. */
  abstract String text(Caller caller, String frame);

  @Override
  public boolean claims(String path, Map<String, List<String>> query) {
    return path.equals(path())
        && (!path.equals("/ws") || query.containsKey(CHANNEL) || query.containsKey(self()));
  }

  @Override
  public Long admit(Caller caller, Map<String, List<String>> query) {
    String channel = one(query, CHANNEL);
    channels.requireSelf(caller, one(query, self()));
    long id = channels.require(caller, channel).id();
    channels.remember(id);
    return id;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void received(Client client, String frame) {
    String text = text(client.caller(), frame);
    // Whoever sends is told by getting the message back.
    messages
        .send(client.caller(), client.only(), Messages.Draft.of(text, null))
        .whenComplete(
            (receipt, problem) -> {
              if (problem != null) {
                client.reply(refusal(refusalIn(problem)));
              }
            });
  }

  private String encode(Item item) {
    return item.type().equals("inputChatMessage")
            && item.data() instanceof Message.View message
            && ChannelHistory.tells(message)
        ? Json.MAPPER.writeValueAsString(
            shape(message, accounts.of(Long.parseLong(message.userID()))))
        : null;
  }

  /** What was refused, with the names that the fields have here. */
  static String words(Refusal refusal) {
    return ChannelErrors.words(refusal, Map.of("content", "message"));
  }

  private static Refusal refusalIn(Throwable problem) {
    for (Throwable at = problem; at != null; at = at.getCause()) {
      if (at instanceof Refusal refusal) {
        return refusal;
      }
    }
    LOG.log(Level.WARNING, "A message could not be sent", problem);
    return Refusal.of(Code.INTERNAL, "something went wrong, try again");
  }

  private static String one(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    if (values.size() != 1 || values.get(0).isBlank()) {
      throw Refusal.invalid(name, name + " is missing");
    }
    return values.get(0);
  }
}
