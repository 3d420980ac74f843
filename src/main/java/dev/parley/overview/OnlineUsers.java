package dev.parley.overview;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Sql;
import dev.parley.people.OnlinePeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Who is here, in the order in which one last wrote with them. */
@ApplicationScoped
@Transactional
public class OnlineUsers {

  @Inject Sql sql;
  @Inject OnlinePeople online;

  /**
   * Somebody who is online.
   *
   * @param lastMessageDate when the last message of the private conversation with them was sent, or
   *     empty
   */
  public record View(String id, String userName, String lastMessageDate) {}

  /** The others who are online and don't hide it from the caller. */
  public List<View> list(Caller caller) {
    long own = caller.accountId();
    return sql.list(
        row -> {
          Instant last = Sql.instant(row, "last");
          return new View(
              row.getString("id"), row.getString("name"), last == null ? "" : last.toString());
        },
        """
        SELECT a.id, a.name, last.created_at AS last
        FROM accounts a
        LEFT JOIN conversations c
          ON c.pair_low = least(a.id, ?::bigint) AND c.pair_high = greatest(a.id, ?::bigint)
        LEFT JOIN LATERAL (
          SELECT m.created_at FROM messages m
          WHERE m.conversation_id = c.id ORDER BY m.seq DESC LIMIT 1) last ON true
        WHERE a.id = ANY (?) AND a.id <> ? AND a.deleted_at IS NULL
          AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = a.id AND b.blocked_id = ?)
        ORDER BY last.created_at DESC NULLS LAST, a.name_key
        """,
        own,
        own,
        online.ids(),
        own,
        own);
  }
}
