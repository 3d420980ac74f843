package dev.parley.notifications;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes notifications and takes them back, for those who observe what happens. */
@ApplicationScoped
@Transactional
public class NotificationStore {

  @Inject Sql sql;
  @Inject Event<NotificationEvent> events;

  /** A notification and whom it tells. */
  record Made(long id, long accountId) {
    static final Sql.Row<Made> ROW = row -> new Made(row.getLong("id"), row.getLong("account_id"));
  }

  /**
   * Tells people of something; not who did it, not across a block, not those who switched it off,
   * and nobody twice while the first time is unread.
   */
  void tell(NotificationKind kind, Collection<Long> accountIds, Notification.About about) {
    made(
        sql.list(
            Made.ROW,
            """
            INSERT INTO notifications
              (account_id, kind, actor_id, conversation_id, post_id, comment_id, event_id)
            SELECT a.id, said.* FROM accounts a CROSS JOIN (SELECT ?::text AS kind,
              ?::bigint AS actor_id, ?::bigint, ?::bigint, ?::bigint, ?::bigint) said
            WHERE a.id = ANY (?) AND a.deleted_at IS NULL AND a.id IS DISTINCT FROM said.actor_id
              AND NOT EXISTS (SELECT FROM blocks b
                WHERE (b.blocker_id, b.blocked_id) IN ((a.id, said.actor_id), (said.actor_id, a.id)))
              AND NOT EXISTS (SELECT FROM notifications_off o
                WHERE o.account_id = a.id AND o.kind = said.kind)
            ORDER BY a.id
            ON CONFLICT DO NOTHING RETURNING id, account_id
            """,
            kind.code(),
            about.actorId(),
            about.conversationId(),
            about.postId(),
            about.commentId(),
            about.eventId(),
            accountIds));
  }

  /** Announces what was just written. */
  void made(List<Made> made) {
    Map<Long, Collection<Long>> ids = new TreeMap<>();
    made.forEach(one -> ids.computeIfAbsent(one.accountId(), id -> new HashSet<>()).add(one.id()));
    if (!ids.isEmpty()) {
      events.fire(new NotificationEvent.Made(ids));
    }
  }

  /**
   * Takes back what was told, unless it was answered: that stays as it was.
   *
   * @param condition on {@code notifications n}
   */
  void forget(String condition, Object... parameters) {
    changed(
        "DELETE FROM notifications n WHERE n.answer IS NULL AND "
            + condition
            + " RETURNING n.account_id",
        parameters);
  }

  /** Removes all that was told, answered or not. */
  void remove(String condition, Object... parameters) {
    changed(
        "DELETE FROM notifications n WHERE " + condition + " RETURNING n.account_id", parameters);
  }

  /** Notes that what was asked has been answered, whoever of those who were asked did it. */
  void answered(boolean accepted, NotificationKind kind, String condition, Object... parameters) {
    changed(
        """
        UPDATE notifications n SET answer = ?, read_at = coalesce(read_at, now())
        WHERE n.kind = ? AND n.answer IS NULL AND %s RETURNING n.account_id
        """
            .formatted(condition),
        Stream.concat(
                Stream.of(accepted ? "accepted" : "declined", kind.code()), Stream.of(parameters))
            .toArray());
  }

  /** Notes that what was told has been read. */
  void read(String condition, Object... parameters) {
    changed(
        "UPDATE notifications n SET read_at = now() WHERE n.read_at IS NULL AND "
            + condition
            + " RETURNING n.account_id",
        parameters);
  }

  /** Tells those who have not read it yet that it says something else now. */
  void reworded(String condition, Object... parameters) {
    changed(
        "SELECT n.account_id FROM notifications n WHERE n.read_at IS NULL AND " + condition,
        parameters);
  }

  private void changed(String statement, Object... parameters) {
    Set<Long> accountIds =
        new TreeSet<>(sql.list(row -> row.getLong("account_id"), statement, parameters));
    if (!accountIds.isEmpty()) {
      events.fire(new NotificationEvent.Changed(accountIds));
    }
  }
}
