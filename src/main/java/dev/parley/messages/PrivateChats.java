package dev.parley.messages;

import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationViews;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Private conversations as seed 004's document reads them: by person, and in portions. */
@ApplicationScoped
@Transactional
public class PrivateChats {

  private static final int PORTION = 10;

  @Inject Conversations conversations;
  @Inject ConversationViews views;
  @Inject History history;

  /**
   * A private conversation and a portion of its messages.
   *
   * @param name what it is called for the viewer
   * @param messages the newest first
   */
  public record View(
      String id,
      String name,
      String recipientUserID,
      String recipientUserName,
      List<Message.View> messages) {}

  /** The id of the caller's conversation with somebody, which is made if need be. */
  public long open(Caller caller, long recipientId) {
    if (recipientId == caller.accountId()) {
      throw Refusal.invalid("recepientID", "recepientID must be somebody else's");
    }
    Conversations.Creation opened =
        conversations.create(caller, Kind.PRIVATE, null, List.of(recipientId));
    return Long.parseLong(opened.view().id());
  }

  /**
   * Ten messages of a conversation.
   *
   * @param offset how many newer ones to pass over
   */
  public View portion(Caller caller, long conversationId, long offset) {
    Conversation.View chat =
        views.one(caller, conversationId).orElseThrow(() -> Refusal.notFound("conversation"));
    // The numbers of messages have no gaps, so the offset leads straight to the first of them.
    List<Message.View> messages =
        new ArrayList<>(
            history
                .read(caller, conversationId, chat.seq() - offset + 1, null, null, PORTION)
                .messages());
    Collections.reverse(messages);
    String own = Long.toString(caller.accountId());
    Conversation.Member recipient =
        chat.members().stream().filter(m -> !m.id().equals(own)).findFirst().orElse(null);
    return new View(
        chat.id(),
        chat.name(),
        recipient == null ? "" : recipient.id(),
        recipient == null ? "" : recipient.name(),
        messages);
  }
}
