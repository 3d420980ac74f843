package dev.parley.overview;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Sql;
import dev.parley.people.OnlinePeople;
import dev.parley.people.Viewers;
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

  /**
   * Somebody who is online and follows the caller, or is followed.
   *
   * @param dateCreate since when the account is here; null when that is not for the caller
   * @param lastMessageDate when the last message of the private conversation with them was sent, or
   *     null
   */
  public record Acquaintance(
      String id, String userName, Instant dateCreate, int profileType, Instant lastMessageDate) {}

  /** Of others who are online and don't hide it from the viewer. */
  private static final String SEEN =
      """
       FROM accounts a CROSS JOIN (SELECT ?::bigint AS id) viewer
      LEFT JOIN conversations c ON c.pair_low = least(a.id, viewer.id)
        AND c.pair_high = greatest(a.id, viewer.id)
      LEFT JOIN LATERAL (
        SELECT m.created_at FROM messages m
        WHERE m.conversation_id = c.id ORDER BY m.seq DESC LIMIT 1) last ON true
      WHERE a.id = ANY (?) AND a.id <> viewer.id AND a.deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM blocks b
          WHERE b.blocker_id = a.id AND b.blocked_id = viewer.id)
      """;

  private static final String ORDER = " ORDER BY last.created_at DESC NULLS LAST, a.name_key";

  /** The others who are online and don't hide it from the caller. */
  public List<View> list(Caller caller) {
    return sql.list(
        row -> {
          Instant last = Sql.instant(row, "last");
          return new View(
              row.getString("id"), row.getString("name"), last == null ? "" : last.toString());
        },
        "SELECT a.id, a.name, last.created_at AS last" + SEEN + ORDER,
        caller.accountId(),
        online.ids());
  }

  /** Those of them whom the caller follows, or who follow the caller. */
  public List<Acquaintance> acquaintances(Caller caller) {
    return sql.list(
        row ->
            new Acquaintance(
                row.getString("id"),
                row.getString("name"),
                Sql.instant(row, "created_at"),
                row.getInt("profile_type"),
                Sql.instant(row, "last")),
        "SELECT a.id, a.name, a.profile_type, last.created_at AS last, CASE WHEN "
            + Viewers.maySee("viewer.id", "a")
            + " THEN a.created_at END AS created_at"
            + SEEN
            + " AND ("
            + Viewers.follows("viewer.id", "a.id")
            + " OR "
            + Viewers.follows("a.id", "viewer.id")
            + ")"
            + ORDER,
        caller.accountId(),
        online.ids());
  }
}
