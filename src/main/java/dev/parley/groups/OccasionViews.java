package dev.parley.groups;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of groups as they are shown. That the viewer is a member is part of each query. */
@ApplicationScoped
@Transactional
public class OccasionViews {

  private static final int MOST_LISTED = 200;
  private static final int MOST_OPTIONS = 1000;

  /** The events {@code e} that a viewer may see; the first parameter is the viewer's id. */
  private static final String SELECT =
      """
      SELECT e.id, e.title, e.description, e.conversation_id, e.creator_id, a.name AS creator_name,
        e.starts_at, e.created_at, answers.going, answers.not_going, mine.going AS mine,
        own.role = 'admin' OR e.creator_id = own.account_id AS may_change
      FROM memberships own
      JOIN events e ON e.conversation_id = own.conversation_id
      JOIN accounts a ON a.id = e.creator_id
      LEFT JOIN event_answers mine ON mine.event_id = e.id AND mine.account_id = own.account_id
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE x.going) AS going,
          count(*) FILTER (WHERE NOT x.going) AS not_going
        FROM event_answers x WHERE x.event_id = e.id) answers
      WHERE own.account_id = ?
      """;

  @Inject Sql sql;
  @Inject Standings standings;

  /** One event, with all answers. */
  public Occasion.View get(Caller caller, long eventId) {
    Occasion.View view = plain(caller, eventId);
    return view.with(
        sql.list(
            row ->
                new Occasion.Option(
                    row.getString("id"), row.getString("name"), row.getBoolean("going") ? 1 : 0),
            """
            SELECT a.id, a.name, x.going FROM event_answers x JOIN accounts a ON a.id = x.account_id
            WHERE x.event_id = ? ORDER BY a.name_key LIMIT ?
            """,
            eventId,
            MOST_OPTIONS));
  }

  /**
   * The events of a group, at most 200: first those to come, the next one first, then those that
   * were, the last one first.
   */
  public List<Occasion.View> list(Caller caller, long groupId) {
    standings.requireMember(caller, groupId);
    return sql.list(
        OccasionViews::view,
        SELECT
            + """
              AND e.conversation_id = ?
            ORDER BY e.starts_at <= now(),
              CASE WHEN e.starts_at > now() THEN e.starts_at END,
              e.starts_at DESC, e.id
            LIMIT ?
            """,
        caller.accountId(),
        groupId,
        MOST_LISTED);
  }

  /** An event as a calendar takes it in. */
  public String calendar(Caller caller, long eventId) {
    Occasion.View view = plain(caller, eventId);
    return sql.first(
            row ->
                Ics.of(view, row.getObject("handle", UUID.class), Sql.instant(row, "changed_at")),
            "SELECT handle, changed_at FROM events WHERE id = ?",
            eventId)
        .orElseThrow(OccasionViews::missing);
  }

  /** One event without the answers of the others. */
  Occasion.View plain(Caller caller, long eventId) {
    return sql.first(OccasionViews::view, SELECT + " AND e.id = ?", caller.accountId(), eventId)
        .orElseThrow(OccasionViews::missing);
  }

  static Refusal missing() {
    return Refusal.notFound("event");
  }

  private static Occasion.View view(ResultSet row) throws SQLException {
    Boolean mine = row.getObject("mine", Boolean.class);
    Instant startsAt = Sql.instant(row, "starts_at");
    return new Occasion.View(
        row.getString("id"),
        row.getString("title"),
        row.getString("description"),
        row.getString("conversation_id"),
        row.getString("creator_id"),
        row.getString("creator_name"),
        startsAt,
        Sql.instant(row, "created_at"),
        row.getLong("going"),
        row.getLong("not_going"),
        mine == null ? -1 : mine ? 1 : 0,
        row.getBoolean("may_change"),
        null);
  }
}
