package dev.parley.messages;

import dev.parley.attachments.Attachment;
import dev.parley.attachments.Attachments;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores messages, many at once, in one transaction: it locks their conversations, looks at who may
 * write and what is there already, gives the new ones their numbers, and inserts them with one
 * statement. Two round trips and the commit, however many they are.
 */
@ApplicationScoped
public class MessageBatches {

  /**
   * Locks the conversations whose rows nobody else holds; then, in statements of their own, finds
   * out who is a member and which keys are taken. Whoever changes members holds the conversation's
   * row as well, so what is seen of the members after the lock is as it is.
   *
   * <p>LATERAL with a LIMIT makes each look-up a step in an index. Joined, the planner may prefer
   * to read all messages there are, once per batch.
   */
  private static final String LOOK =
      """
      SELECT id, seq, ev FROM conversations WHERE id = ANY (?)
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED;

      SELECT found.* FROM unnest(?::bigint[], ?::bigint[]) AS i(conversation_id, sender_id)
      CROSS JOIN LATERAL (
        SELECT ms.conversation_id, ms.account_id, ms.may_write, a.name, a.full_name
        FROM memberships ms JOIN accounts a ON a.id = ms.account_id
        WHERE ms.conversation_id = i.conversation_id AND ms.account_id = i.sender_id LIMIT 1) found;

      SELECT found.* FROM unnest(?::bigint[], ?::text[]) AS i(sender_id, key)
      CROSS JOIN LATERAL (
        SELECT m.sender_id, m.key, m.conversation_id, m.id, m.seq, m.ev, m.created_at, m.content,
          m.reply_seq, m.attachments, m.edited_at IS NOT NULL OR m.deleted_at IS NOT NULL AS changed
        FROM messages m WHERE m.sender_id = i.sender_id AND m.key = i.key LIMIT 1) found
      """;

  private static final String STORE =
      """
      UPDATE conversations c SET seq = i.seq, ev = i.ev, last_message_at = statement_timestamp()
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS i(id, seq, ev) WHERE c.id = i.id;

      INSERT INTO messages (conversation_id, seq, ev, sender_id, key, content, created_at,
        reply_seq, mentions, attachments)
      SELECT conversation_id, seq, ev, sender_id, key, content, statement_timestamp(),
        reply_seq, mentions::bigint[], attachments
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
          ?::bigint[], ?::text[], ?::bigint[])
        AS i(conversation_id, seq, ev, sender_id, key, content, reply_seq, mentions, attachments)
      RETURNING conversation_id, seq, id, created_at
      """;

  @Inject Sql sql;
  @Inject References references;
  @Inject Attachments attachments;
  @Inject Event<MessageEvent> events;

  /**
   * What became of a message.
   *
   * @param receipt of the message as it is stored, or null
   * @param refusal why it is not stored, or null
   */
  record Outcome(Receipt receipt, Refusal refusal) {
    static Outcome of(Receipt receipt) {
      return new Outcome(receipt, null);
    }

    static Outcome refused(Refusal refusal) {
      return new Outcome(null, refusal);
    }
  }

  /**
   * The outcome of a batch.
   *
   * @param outcomes of each message that was tried
   * @param postponed messages whose conversation somebody else held, in their order
   */
  public record Result(Map<PendingSend, Outcome> outcomes, List<PendingSend> postponed) {}

  /**
   * Stores a batch. It is committed when this returns, and what was stored is announced.
   *
   * @param sends in order; no two with the same sender and key
   * @throws Refusal when one of them has attachments that its sender can't attach: then nothing is
   *     stored, and each has to be tried alone
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Result store(List<PendingSend> sends) {
    Map<PendingSend, Outcome> outcomes = new IdentityHashMap<>();
    BatchNumbering numbering = look(sends);
    List<NumberedSend> fresh = numbering.number(sends, references.look(sends), outcomes);
    if (!fresh.isEmpty()) {
      announce(fresh, insert(fresh), outcomes);
    }
    return new Result(outcomes, existing(numbering.unlocked(sends)));
  }

  private BatchNumbering look(List<PendingSend> sends) {
    return sql.with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            Columns columns = new Columns(connection, statement);
            columns.bigints(sends.stream().map(PendingSend::conversationId).distinct());
            columns.bigints(sends.stream().map(PendingSend::conversationId));
            columns.bigints(sends.stream().map(PendingSend::senderId));
            columns.bigints(sends.stream().map(PendingSend::senderId));
            columns.texts(sends.stream().map(PendingSend::key));
            statement.execute();
            BatchNumbering numbering = new BatchNumbering();
            each(statement, numbering::locked);
            statement.getMoreResults();
            each(statement, numbering::member);
            statement.getMoreResults();
            each(statement, numbering::known);
            return numbering;
          }
        });
  }

  private Map<Message.Place, Identity> insert(List<NumberedSend> fresh) {
    return sql.with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            Columns columns = new Columns(connection, statement);
            List<NumberedSend> last = BatchNumbering.lastOfEach(fresh);
            columns.bigints(last.stream().map(n -> n.send().conversationId()));
            columns.bigints(last.stream().map(NumberedSend::seq));
            columns.bigints(last.stream().map(NumberedSend::ev));
            columns.bigints(fresh.stream().map(n -> n.send().conversationId()));
            columns.bigints(fresh.stream().map(NumberedSend::seq));
            columns.bigints(fresh.stream().map(NumberedSend::ev));
            columns.bigints(fresh.stream().map(n -> n.send().senderId()));
            columns.texts(fresh.stream().map(n -> n.send().key()));
            columns.texts(fresh.stream().map(n -> n.send().content()));
            columns.bigints(fresh.stream().map(n -> n.quote() == null ? null : n.quote().seq()));
            columns.texts(fresh.stream().map(NumberedSend::mentionsText));
            columns.bigints(fresh.stream().map(n -> (long) n.send().attachmentIds().size()));
            statement.execute();
            statement.getMoreResults();
            Map<Message.Place, Identity> identities = new HashMap<>();
            each(statement, row -> identities.put(Message.Place.ROW.read(row), Identity.read(row)));
            return identities;
          }
        });
  }

  private void announce(
      List<NumberedSend> fresh,
      Map<Message.Place, Identity> identities,
      Map<PendingSend, Outcome> outcomes) {
    Map<Long, List<Message.View>> stored = new LinkedHashMap<>();
    for (NumberedSend numbered : fresh) {
      Identity identity = identities.get(numbered.place());
      Message.View view = numbered.view(identity.id(), identity.created(), attached(numbered));
      stored.computeIfAbsent(numbered.send().conversationId(), id -> new ArrayList<>()).add(view);
      outcomes.put(numbered.send(), Outcome.of(receipt(view)));
    }
    events.fire(new MessageEvent.Stored(stored.values()));
  }

  private List<Attachment.View> attached(NumberedSend numbered) {
    PendingSend send = numbered.send();
    return send.attachmentIds().isEmpty()
        ? List.of()
        : attachments.claimForMessage(
            send.senderId(), send.attachmentIds(), send.conversationId(), numbered.seq());
  }

  /** Those whose conversation is there, though held; the others' senders get no outcome. */
  private List<PendingSend> existing(List<PendingSend> unlocked) {
    if (unlocked.isEmpty()) {
      return unlocked;
    }
    List<Long> found =
        sql.list(
            row -> row.getLong("id"),
            "SELECT id FROM conversations WHERE id = ANY (?)",
            unlocked.stream().map(PendingSend::conversationId).distinct().toList());
    return unlocked.stream().filter(send -> found.contains(send.conversationId())).toList();
  }

  private static Receipt receipt(Message.View view) {
    return new Receipt(view.id(), view.seq(), view.ev(), view.dateCreate(), false);
  }

  /** What the database gives a message. */
  private record Identity(long id, java.time.Instant created) {
    static Identity read(ResultSet row) throws SQLException {
      return new Identity(row.getLong("id"), Sql.instant(row, "created_at"));
    }
  }

  /** What is done with each row of a result. */
  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private static void each(PreparedStatement statement, Reader reader) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
