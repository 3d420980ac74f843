package dev.parley.surface.forum;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.messages.Message;
import dev.parley.messages.Messages;
import dev.parley.messages.PrivateChats;
import dev.parley.messages.Receipt;
import dev.parley.messages.Receipts;
import dev.parley.realtime.Client;
import dev.parley.realtime.Hub;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The talks of two: looking into one, and saying something. */
@ApplicationScoped
public class PrivateTalks {

  @EJB Hub hub;
  @Inject Known known;
  @Inject PrivateChats chats;
  @Inject Messages messages;
  @Inject Receipts receipts;

  /**
   * A part of a chat.
   *
   * @param sender the reader's handle; {@code author} the reader's name
   * @param messages at most ten, the newest first
   */
  public record History(
      String type,
      UUID sender,
      UUID receiver,
      String author,
      long offset,
      List<ForumMessage> messages) {}

  /** That there is nothing, or nothing more. */
  public record NoMessages(String type, UUID sender, UUID receiver, String author, long offset) {}

  /** Ten messages of the chat with somebody, which are read then; it is now in front. */
  Object history(Client client, String receiver, long offset) {
    Caller caller = client.caller();
    Known.Person self = known.person(caller.accountId());
    Known.Person other = other(caller, receiver);
    chats.check(offset);
    Optional<Long> chat = chats.find(caller, other.id());
    List<Message.View> found = chat.map(id -> chats.written(caller, id, offset)).orElse(List.of());
    chat.ifPresent(id -> hub.show(client.id(), id));
    if (found.isEmpty()) {
      return new NoMessages("nomessages", self.uuid(), other.uuid(), self.fullname(), offset);
    }
    receipts.markRead(caller, chat.orElseThrow(), found.get(0).seq());
    return new History(
        "chathistory",
        self.uuid(),
        other.uuid(),
        self.fullname(),
        offset,
        found.stream()
            .map(
                view ->
                    Long.parseLong(view.userID()) == self.id()
                        ? ForumMessage.of(view, self, other)
                        : ForumMessage.of(view, other, self))
            .toList());
  }

  /** Says something to somebody; the first time, the chat is made. */
  CompletableFuture<Receipt> send(Client client, String receiver, String content) {
    Caller caller = client.caller();
    Known.Person other = other(caller, receiver);
    // Before the chat is made, so that none is made for nothing.
    messages.check(content, false);
    long chat = chats.open(caller, other.id());
    known.note(chat, caller.accountId(), other.id());
    return messages.send(caller, chat, Messages.Draft.of(content, null));
  }

  private Known.Person other(Caller caller, String receiver) {
    if (SignUps.blank(receiver)) {
      throw Refusal.invalid("receiver", "receiver is missing");
    }
    long id = known.account(receiver).orElseThrow(() -> Refusal.notFound("person"));
    if (id == caller.accountId()) {
      throw Refusal.invalid("receiver", "receiver must be somebody else");
    }
    return known.person(id);
  }
}
