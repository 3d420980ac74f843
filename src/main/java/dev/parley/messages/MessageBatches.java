package dev.parley.messages;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores messages, many at once, in one transaction. */
@ApplicationScoped
public class MessageBatches {

  /**
   * Locks the conversations whose rows nobody else holds, and tells which. It is a statement of its
   * own: whoever changes members holds that row as well, so what the next one sees of the members is
   * as it is.
   */
  private static final String LOCK =
      """
      SELECT id FROM conversations WHERE id = ANY (?)
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
      """;

  /**
   * Raises the counters of each conversation by as many as it gets, and inserts the rows with the
   * numbers from them. Gives a row for each message that is stored now or was before under its key;
   * none for a sender who is not a member.
   */
  private static final String STORE =
      """
      WITH input AS (
        SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[])
          WITH ORDINALITY AS i(conversation_id, sender_id, key, content, ord)
      ), known AS (
        SELECT i.ord, i.content AS again, m.*
        FROM input i JOIN messages m ON m.sender_id = i.sender_id AND m.key = i.key
      ), fresh AS (
        SELECT i.*, a.name, a.full_name,
          row_number() OVER (PARTITION BY i.conversation_id ORDER BY i.ord) AS n
        FROM input i
        JOIN memberships ms
          ON ms.conversation_id = i.conversation_id AND ms.account_id = i.sender_id
        JOIN accounts a ON a.id = i.sender_id
        WHERE NOT EXISTS (SELECT FROM known k WHERE k.ord = i.ord)
      ), counted AS (
        UPDATE conversations c
        SET seq = c.seq + f.n, ev = c.ev + f.n, last_message_at = clock_timestamp()
        FROM (SELECT conversation_id, count(*) AS n FROM fresh GROUP BY conversation_id) f
        WHERE c.id = f.conversation_id
        RETURNING c.id, c.seq - f.n AS seq, c.ev - f.n AS ev, c.last_message_at AS at
      ), stored AS (
        INSERT INTO messages (conversation_id, seq, ev, sender_id, key, content, created_at)
        SELECT f.conversation_id, c.seq + f.n, c.ev + f.n, f.sender_id, f.key, f.content, c.at
        FROM fresh f JOIN counted c ON c.id = f.conversation_id
        ORDER BY f.ord
        RETURNING conversation_id, seq, id, created_at
      )
      SELECT f.ord, s.id, f.conversation_id, s.seq, c.ev + f.n AS ev, s.created_at,
        f.name, f.full_name, false AS known, true AS same
      FROM fresh f
      JOIN counted c ON c.id = f.conversation_id
      JOIN stored s ON s.conversation_id = f.conversation_id AND s.seq = c.seq + f.n
      UNION ALL
      SELECT k.ord, k.id, k.conversation_id, k.seq, k.ev, k.created_at, '', '', true,
        k.edited_at IS NOT NULL OR k.deleted_at IS NOT NULL OR k.content = k.again
      FROM known k
      ORDER BY ord
      """;

  @Inject Sql sql;
  @Inject Event<MessageEvent> events;

  /**
   * What became of a message.
   *
   * @param receipt of the message as it is stored
   * @param same whether a message that was stored before has the same body and conversation
   */
  record Outcome(Receipt receipt, boolean same) {}

  /**
   * The outcome of a batch.
   *
   * @param outcomes of each message that is stored; none for a sender who is not a member
   * @param postponed messages whose conversation somebody else held, in their order
   */
  public record Result(Map<PendingSend, Outcome> outcomes, List<PendingSend> postponed) {}

  /**
   * Stores a batch. It is committed when this returns, and what was stored is announced.
   *
   * @param sends in order; no two with the same sender and key
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Result store(List<PendingSend> sends) {
    Set<Long> locked = lock(sends);
    List<PendingSend> postponed = List.of();
    List<PendingSend> ours = sends;
    if (sends.stream().anyMatch(send -> !locked.contains(send.conversationId()))) {
      ours = sends.stream().filter(send -> locked.contains(send.conversationId())).toList();
      postponed = existing(sends.stream().filter(s -> !locked.contains(s.conversationId())).toList());
    }
    Map<PendingSend, Outcome> outcomes = new IdentityHashMap<>();
    Map<Long, List<Message.View>> stored = new LinkedHashMap<>();
    insert(ours, outcomes, stored);
    stored.forEach((id, messages) -> events.fire(new MessageEvent.Stored(id, messages)));
    return new Result(outcomes, postponed);
  }

  private Set<Long> lock(List<PendingSend> sends) {
    Set<Long> wanted = conversations(sends);
    return new HashSet<>(sql.list(row -> row.getLong("id"), LOCK, wanted));
  }

  /** Those whose conversation is there, though held; the others' senders get no outcome. */
  private List<PendingSend> existing(List<PendingSend> sends) {
    List<Long> found =
        sql.list(
            row -> row.getLong("id"),
            "SELECT id FROM conversations WHERE id = ANY (?)",
            conversations(sends));
    return sends.stream().filter(send -> found.contains(send.conversationId())).toList();
  }

  private static Set<Long> conversations(List<PendingSend> sends) {
    return sends.stream().map(PendingSend::conversationId).collect(Collectors.toSet());
  }

  private void insert(
      List<PendingSend> sends,
      Map<PendingSend, Outcome> outcomes,
      Map<Long, List<Message.View>> stored) {
    if (sends.isEmpty()) {
      return;
    }
    sql.with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            bind(connection, statement, sends);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                read(rows, sends.get(rows.getInt("ord") - 1), outcomes, stored);
              }
            }
          }
          return null;
        });
  }

  private static void bind(
      Connection connection, PreparedStatement statement, List<PendingSend> sends)
      throws SQLException {
    set(connection, statement, 1, "bigint", sends, PendingSend::conversationId);
    set(connection, statement, 2, "bigint", sends, PendingSend::senderId);
    set(connection, statement, 3, "text", sends, PendingSend::key);
    set(connection, statement, 4, "text", sends, PendingSend::content);
  }

  private static void set(
      Connection connection,
      PreparedStatement statement,
      int at,
      String type,
      List<PendingSend> sends,
      Function<PendingSend, Object> value)
      throws SQLException {
    Object[] values = sends.stream().map(value).toArray();
    statement.setArray(at, connection.createArrayOf(type, values));
  }

  private static void read(
      ResultSet rows,
      PendingSend send,
      Map<PendingSend, Outcome> outcomes,
      Map<Long, List<Message.View>> stored)
      throws SQLException {
    Message.View view = view(rows, send);
    boolean known = rows.getBoolean("known");
    boolean same =
        rows.getBoolean("same") && rows.getLong("conversation_id") == send.conversationId();
    Receipt receipt = new Receipt(view.id(), view.seq(), view.ev(), view.dateCreate(), known);
    outcomes.put(send, new Outcome(receipt, same));
    if (!known) {
      stored.computeIfAbsent(send.conversationId(), id -> new ArrayList<>()).add(view);
    }
  }

  private static Message.View view(ResultSet row, PendingSend send) throws SQLException {
    Instant created = Sql.instant(row, "created_at");
    return Message.View.of(
        row.getLong("id"),
        row.getLong("conversation_id"),
        row.getLong("seq"),
        row.getLong("ev"),
        send.senderId(),
        row.getString("name"),
        row.getString("full_name"),
        "text",
        send.content(),
        created,
        null,
        false,
        send.key());
  }
}
