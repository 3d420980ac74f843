package dev.parley.messages;

import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationViews;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Private conversations as seed 004's document reads them: by person, and in portions. */
@ApplicationScoped
@Transactional
public class PrivateChats {

  private static final int PORTION = 10;

  @Inject Conversations conversations;
  @Inject ConversationViews views;
  @Inject History history;
  @Inject MessageViews messages;
  @Inject Memberships memberships;
  @Inject Sql sql;

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

  /** The id of the caller's conversation with somebody, if they have one. */
  public Optional<Long> find(Caller caller, long otherId) {
    return sql.first(
        row -> row.getLong("id"),
        """
        SELECT c.id FROM conversations c
        JOIN memberships m ON m.conversation_id = c.id AND m.account_id = ?
        WHERE c.pair_low = ? AND c.pair_high = ?
        """,
        caller.accountId(),
        Math.min(caller.accountId(), otherId),
        Math.max(caller.accountId(), otherId));
  }

  /** Refuses a number of messages that can't be passed over, whether there is a chat or not. */
  public void check(long offset) {
    if (offset < 0) {
      throw Refusal.invalid("offset", "offset must not be negative");
    }
  }

  /**
   * Ten messages of a conversation that somebody wrote and nobody deleted, the newest first: for
   * systems that have no word for other ones.
   *
   * @param offset how many newer ones of these to pass over
   */
  public List<Message.View> written(Caller caller, long conversationId, long offset) {
    memberships.require(caller, conversationId);
    check(offset);
    return messages.list(
        """
        FROM messages m JOIN accounts a ON a.id = m.sender_id
        WHERE m.conversation_id = ? AND m.kind = 'text' AND m.deleted_at IS NULL
        ORDER BY m.seq DESC OFFSET ? LIMIT ?
        """,
        conversationId,
        offset,
        PORTION);
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
