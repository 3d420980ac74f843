package dev.parley.realtime;

import dev.parley.kernel.Call;
import dev.parley.kernel.Command;
import dev.parley.kernel.Refusal;
import dev.parley.messages.Messages;
import dev.parley.messages.PrivateChats;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The WebSocket types of seed 004's document about the one private chat that is open on a socket.
 * Which one that is, the socket knows and nobody else: it ends with it.
 */
@ApplicationScoped
public class OpenChatCommands {

  @EJB Hub hub;
  @Inject PrivateChats chats;
  @Inject Messages messages;

  /** Somebody, spelled as in the document. */
  public record Recipient(@NotNull Long recepientID) {}

  /** How many newer messages to pass over; none when it is left out. */
  public record Portion(@Min(0) Long offset) {}

  /** A text. The document's {@code dateCreate} is ignored: the server knows the time. */
  public record Written(@NotNull String content) {}

  @Produces
  Command openChat() {
    return Command.of(
            "openChat",
            Recipient.class,
            "Opens the private chat with somebody on this socket, and gives its newest messages",
            (call, recipient) -> {
              long chat = chats.open(call.caller(), recipient.recepientID());
              // As with sync: what is sent while the messages are read comes after them.
              hub.hold(call.connectionId());
              call.afterReply(() -> hub.release(call.connectionId()));
              client(call).openedChat(chat);
              hub.show(call.connectionId(), chat);
              return chats.portion(call.caller(), chat, 0);
            })
        .example(
            "'3'",
            """
            {'id':'9','name':'ben','recipientUserID':'3','recipientUserName':'ben','messages':[\
            {'id':'812','userID':'3','userName':'ben','content':'hi',\
            'dateCreate':'2024-05-01T12:00:00Z'}]}""");
  }

  @Produces
  Command chatPortion() {
    return Command.of(
            "chatPortion",
            Portion.class,
            "Ten messages of the open chat, newest first; the offset counts from the newest",
            (call, portion) ->
                chats.portion(
                    call.caller(), opened(call), portion.offset() == null ? 0 : portion.offset()))
        .example(
            "10",
            """
            {'id':'9','name':'ben','recipientUserID':'3','recipientUserName':'ben','messages':[]}""");
  }

  @Produces
  Command sendMessageToOpendChat() {
    return Command.of(
            "sendMessageToOpendChat",
            Written.class,
            "Sends a message into the open chat; the others get it as `inputChatMessage`",
            (call, written) ->
                messages
                    .send(
                        call.caller(),
                        opened(call),
                        Messages.Draft.of(written.content(), client(call).answeredKey()))
                    .thenApply(receipt -> "delivered"))
        .example("{'content':'hi','dateCreate':'2024-05-01T12:00:00Z'}", "'delivered'");
  }

  @Produces
  Command closeChat() {
    return Command.of(
            "closeChat",
            Command.Nothing.class,
            "Closes the open chat, if there is one",
            (call, nothing) -> {
              client(call).openedChat(null);
              hub.focus(call.connectionId(), null);
              return null;
            })
        .example("null", "null");
  }

  private long opened(Call call) {
    Long chat = client(call).openedChat();
    if (chat == null) {
      throw Refusal.conflict(null, "no chat is open");
    }
    return chat;
  }

  private Client client(Call call) {
    return hub.find(call.connectionId()).orElseThrow(() -> Refusal.notFound("socket"));
  }
}
