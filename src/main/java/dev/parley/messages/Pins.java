package dev.parley.messages;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reading the pinned messages of a conversation. */
@ApplicationScoped
@Transactional
public class Pins {

  private static final int MOST = 100;

  @Inject MessageViews views;
  @Inject Memberships memberships;

  /**
   * The pinned messages.
   *
   * @param messages the one that was pinned last comes first; at most a hundred
   */
  public record Pinned(List<Message.View> messages) {}

  /** The pinned messages of a conversation that the caller is in. */
  public Pinned list(Caller caller, long conversationId) {
    memberships.require(caller, conversationId);
    return new Pinned(
        views.list(
            """
            FROM messages m JOIN accounts a ON a.id = m.sender_id
            WHERE m.conversation_id = ? AND m.pinned_at IS NOT NULL
            ORDER BY m.pinned_at DESC, m.seq DESC LIMIT ?
            """,
            conversationId,
            MOST));
  }
}
