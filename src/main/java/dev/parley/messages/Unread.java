package dev.parley.messages;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much of a conversation somebody has not read: the one place where that is counted. Unread are
 * others' messages after the read mark that are not deleted and not the system's.
 */
@ApplicationScoped
@Transactional
public class Unread {

  /** Nobody reads a bigger number, and counting on takes its time. */
  public static final int MOST_COUNTED = 1000;

  private static final String MESSAGES =
      """
      (SELECT count(*) FROM (
        SELECT FROM messages u
        WHERE u.conversation_id = own.conversation_id AND u.seq > own.read_seq
          AND u.sender_id <> own.account_id AND u.kind = 'text' AND u.deleted_at IS NULL
          AND %s
        LIMIT %d) counted) AS %s
      """;

  /** What a query selects of {@code memberships own} and {@code conversations c}. */
  static final String COLUMNS =
      MESSAGES.formatted("true", MOST_COUNTED, "unread")
          + ", "
          + MESSAGES.formatted(
              "u.mentions IS NOT NULL AND own.account_id = ANY (u.mentions)",
              MOST_COUNTED,
              "mentions")
          + ", c.seq AS counted, own.rev";

  static final String FROM =
      " FROM memberships own JOIN conversations c ON c.id = own.conversation_id ";

  @Inject Sql sql;

  /**
   * What is unread.
   *
   * @param unread at most {@value #MOST_COUNTED}
   * @param mentions how many of them mention the reader
   * @param counted the last message when it was counted
   * @param rev of the reader's own state when it was counted, see {@link OwnChat}
   */
  public record Count(long unread, long mentions, long counted, long rev) {

    /** Nothing, of a conversation without messages. */
    public static final Count NOTHING = new Count(0, 0, 0, 0);

    static Count read(ResultSet row) throws SQLException {
      return new Count(
          row.getLong("unread"),
          row.getLong("mentions"),
          row.getLong("counted"),
          row.getLong("rev"));
    }
  }

  /** Of the caller, by conversation. */
  public Map<Long, Count> of(Caller caller, Collection<Long> conversationIds) {
    return counts(
        "own.conversation_id",
        "own.account_id = ? AND own.conversation_id = ANY (?)",
        caller.accountId(),
        conversationIds);
  }

  /** In one conversation, by account. */
  public Map<Long, Count> in(long conversationId, Collection<Long> accountIds) {
    return counts(
        "own.account_id",
        "own.conversation_id = ? AND own.account_id = ANY (?)",
        conversationId,
        accountIds);
  }

  /** The numbers of a conversation's last message and change. */
  public record Last(long seq, long ev) {}

  /** How far a conversation has come, if it is still there. */
  public Optional<Last> last(long conversationId) {
    return sql.first(
        row -> new Last(row.getLong("seq"), row.getLong("ev")),
        "SELECT seq, ev FROM conversations WHERE id = ?",
        conversationId);
  }

  private Map<Long, Count> counts(String by, String condition, Object... parameters) {
    record Counted(long id, Count count) {}
    return sql
        .list(
            row -> new Counted(row.getLong("id"), Count.read(row)),
            "SELECT " + by + " AS id, " + COLUMNS + FROM + "WHERE " + condition,
            parameters)
        .stream()
        .collect(Collectors.toMap(Counted::id, Counted::count));
  }
}
