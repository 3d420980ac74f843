package dev.parley.messages;

import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationEvent;
import dev.parley.conversations.Kind;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Writes down in a conversation what happened to it. It observes in progress, so that the change
 * and the line about it commit together.
 */
@ApplicationScoped
public class SystemMessages {

  @Inject Sql sql;
  @Inject Event<MessageEvent> events;

  void observe(@Observes ConversationEvent event) {
    if (event instanceof ConversationEvent.Created created && !isPrivate(created.view())) {
      write(created.conversationId(), created.byAccountId(), 0, "%s created this conversation");
    } else if (event instanceof ConversationEvent.MemberAdded added && !isPrivate(added.view())) {
      boolean joined = added.byAccountId() == added.accountId();
      write(
          added.conversationId(),
          added.byAccountId(),
          added.accountId(),
          joined ? "%s joined by a link" : "%s added %s");
    } else if (event instanceof ConversationEvent.MemberRemoved removed
        && !isPrivate(removed.view())) {
      boolean left = removed.byAccountId() == removed.accountId();
      write(
          removed.conversationId(),
          removed.byAccountId(),
          removed.accountId(),
          left ? "%s left" : "%s removed %s");
    }
  }

  /** Where there are two, both know. */
  private static boolean isPrivate(Conversation.View view) {
    return view.kind().equals(Kind.PRIVATE.code());
  }

  private void write(long conversationId, long byAccountId, long accountId, String sentence) {
    String by = name(byAccountId);
    String content = sentence.formatted(by, accountId == 0 ? "" : name(accountId));
    List<StoredMessage> written =
        sql.list(
            StoredMessage.ROW,
            """
            WITH counted AS (
              UPDATE conversations SET seq = seq + 1, ev = ev + 1,
                last_message_at = clock_timestamp()
              WHERE id = ? RETURNING id, seq, ev, last_message_at
            ), m AS (
              INSERT INTO messages (conversation_id, seq, ev, kind, sender_id, content, created_at)
              SELECT id, seq, ev, 'system', ?, ?, last_message_at FROM counted
              RETURNING *
            )
            SELECT m.*, a.name, a.full_name FROM m JOIN accounts a ON a.id = m.sender_id
            """,
            conversationId,
            byAccountId,
            content);
    events.fire(
        new MessageEvent.Stored(List.of(written.stream().map(StoredMessage::plain).toList())));
  }

  private String name(long accountId) {
    return sql.first(
            row -> row.getString(1),
            "SELECT coalesce(nullif(full_name, ''), name) FROM accounts WHERE id = ?",
            accountId)
        .orElseThrow();
  }
}
