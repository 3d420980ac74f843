package dev.parley.messages;

import dev.parley.conversations.ConversationViews;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/**
 * How far people have read. There are two marks: one's own, which one may also move down, and the
 * one that the others are told, which only goes up and rests while they are not to know.
 */
@ApplicationScoped
@Transactional
public class Receipts {

  @Inject Sql sql;
  @Inject Event<MessageEvent> events;

  /**
   * How far the caller has read a conversation.
   *
   * @param unread how many are left; {@code mentions} how many of those mention the caller
   * @param counted the last message when they were counted
   * @param rev of the caller's own state, see {@link OwnChat}
   */
  public record Mark(
      String chatID, String userID, long seq, long unread, long mentions, long counted, long rev) {}

  /**
   * How far the others are told that somebody has read.
   *
   * @param seq null when that is not for them
   */
  public record Seen(long accountId, Long seq) {}

  /** Moves the caller's read mark upwards; a number past the last message means the last one. */
  public Mark markRead(Caller caller, long conversationId, long seq) {
    if (seq < 0) {
      throw Refusal.invalid("seq", "seq may not be negative");
    }
    List<Boolean> moved =
        sql.list(
            row -> row.getBoolean("told"),
            """
            UPDATE memberships own SET rev = own.rev + 1, read_seq = least(?, c.seq),
              seen_seq = CASE WHEN a.receipts AND own.may_write
                THEN greatest(own.seen_seq, least(?, c.seq)) ELSE own.seen_seq END
            FROM conversations c, accounts a
            WHERE c.id = own.conversation_id AND a.id = own.account_id
              AND own.conversation_id = ? AND own.account_id = ? AND own.read_seq < least(?, c.seq)
            RETURNING a.receipts AND own.may_write AND own.seen_seq = own.read_seq AS told
            """,
            seq,
            seq,
            conversationId,
            caller.accountId(),
            seq);
    Mark mark = mark(caller, conversationId);
    if (!moved.isEmpty()) {
      events.fire(
          new MessageEvent.Read(conversationId, caller.accountId(), mark, moved.contains(true)));
    }
    return mark;
  }

  private Mark mark(Caller caller, long conversationId) {
    return sql.first(
            row -> {
              Unread.Count count = Unread.Count.read(row);
              return new Mark(
                  Long.toString(conversationId),
                  Long.toString(caller.accountId()),
                  row.getLong("read_seq"),
                  count.unread(),
                  count.mentions(),
                  count.counted(),
                  count.rev());
            },
            "SELECT own.read_seq, "
                + Unread.COLUMNS
                + Unread.FROM
                + "WHERE own.conversation_id = ? AND own.account_id = ?",
            conversationId,
            caller.accountId())
        .orElseThrow(() -> Refusal.notFound("conversation"));
  }

  /** How far the others in a conversation are told that these accounts have read. */
  public List<Seen> seen(long conversationId, Collection<Long> accountIds) {
    return sql.list(
        row -> new Seen(row.getLong("account_id"), row.getObject("seen_seq", Long.class)),
        "SELECT m.account_id, "
            + ConversationViews.SEEN_SEQ
            + "FROM (SELECT ?::bigint AS id) wanted"
            + ConversationViews.SIZE
            + """
            JOIN memberships m ON m.conversation_id = wanted.id
            JOIN accounts a ON a.id = m.account_id
            WHERE m.account_id = ANY (?)
            """,
        conversationId,
        accountIds);
  }
}
