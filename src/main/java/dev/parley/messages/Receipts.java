package dev.parley.messages;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How far people have read, and how much is unread. */
@ApplicationScoped
@Transactional
public class Receipts {

  /** Nobody reads a bigger number, and counting on takes its time. */
  public static final int MOST_COUNTED = 1000;

  /**
   * The one formula for unread: others' messages after the read mark, not deleted, not system. It
   * refers to a row {@code ms} of memberships.
   */
  private static final String UNREAD =
      """
      (SELECT count(*) FROM (
        SELECT FROM messages u
        WHERE u.conversation_id = ms.conversation_id AND u.seq > ms.read_seq
          AND u.sender_id <> ms.account_id AND u.kind = 'text' AND u.deleted_at IS NULL
        LIMIT %d) counted) AS unread
      """
          .formatted(MOST_COUNTED);

  @Inject Sql sql;
  @Inject Memberships memberships;
  @Inject Event<MessageEvent> events;

  /**
   * How far the caller has read a conversation.
   *
   * @param unread at most {@value #MOST_COUNTED}
   */
  public record Mark(String chatID, long seq, long unread) {}

  /** Moves the caller's read mark upwards; a number past the last message means the last one. */
  public Mark markRead(Caller caller, long conversationId, long seq) {
    memberships.require(caller, conversationId);
    if (seq < 0) {
      throw Refusal.invalid("seq", "seq may not be negative");
    }
    int moved =
        sql.update(
            """
            UPDATE memberships ms SET read_seq = least(?, c.seq) FROM conversations c
            WHERE c.id = ms.conversation_id AND ms.conversation_id = ? AND ms.account_id = ?
              AND ms.read_seq < least(?, c.seq)
            """,
            seq,
            conversationId,
            caller.accountId(),
            seq);
    Mark mark =
        sql.first(
                row -> new Mark(Long.toString(conversationId), row.getLong(1), row.getLong(2)),
                "SELECT ms.read_seq, "
                    + UNREAD
                    + " FROM memberships ms WHERE ms.conversation_id = ? AND ms.account_id = ?",
                conversationId,
                caller.accountId())
            .orElseThrow();
    if (moved > 0) {
      events.fire(
          new MessageEvent.Read(conversationId, caller.accountId(), mark.seq(), mark.unread()));
    }
    return mark;
  }

  /** The caller's unread messages by conversation. */
  public Map<Long, Long> unread(Caller caller) {
    return counts("ms.account_id = ?", "conversation_id", caller.accountId());
  }

  /** The unread messages in one conversation by account. */
  public Map<Long, Long> unreadIn(long conversationId, Collection<Long> accountIds) {
    return counts(
        "ms.conversation_id = ? AND ms.account_id = ANY (?)",
        "account_id",
        conversationId,
        accountIds);
  }

  private Map<Long, Long> counts(String condition, String by, Object... parameters) {
    record Count(long id, long unread) {}
    return sql
        .list(
            row -> new Count(row.getLong(1), row.getLong(2)),
            "SELECT ms." + by + ", " + UNREAD + " FROM memberships ms WHERE " + condition,
            parameters)
        .stream()
        .collect(Collectors.toMap(Count::id, Count::unread));
  }
}
