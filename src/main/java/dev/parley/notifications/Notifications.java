package dev.parley.notifications;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What people are told of, for those who are told. */
@ApplicationScoped
@Transactional
public class Notifications {

  /** So many unread ones are shown at most, the newest; the others come when these are read. */
  public static final int MOST_UNREAD = 200;

  private static final int MOST_NAMED = 1000;

  @Inject Sql sql;
  @Inject NotificationStore store;

  /** The unread ones, the newest first. */
  public List<Notification.View> unread(long accountId) {
    return list("AND n.account_id = ? AND n.read_at IS NULL", MOST_UNREAD, accountId);
  }

  /** How many are unread. */
  public long unreadCount(long accountId) {
    return sql.first(
            row -> row.getLong(1),
            "SELECT count(*)" + Notification.FROM + "AND n.account_id = ? AND n.read_at IS NULL",
            accountId)
        .orElseThrow();
  }

  /** Those of these that are unread still, in the order in which they were made. */
  public List<Notification.View> unread(long accountId, Collection<Long> ids) {
    return list(
            "AND n.account_id = ? AND n.read_at IS NULL AND n.id = ANY (?)",
            MOST_UNREAD,
            accountId,
            ids)
        .stream()
        .sorted(Comparator.comparingLong(Notification.View::id))
        .toList();
  }

  /**
   * A portion of all of them.
   *
   * @param before the one before which to go on, or null at first
   */
  public Notification.Portion list(Caller caller, Long before, int limit) {
    List<Notification.View> found =
        list(
            "AND n.account_id = ? AND n.id < ?",
            limit + 1,
            caller.accountId(),
            before == null ? Long.MAX_VALUE : before);
    return new Notification.Portion(
        found.subList(0, Math.min(limit, found.size())),
        found.size() > limit,
        unreadCount(caller.accountId()));
  }

  /**
   * Notes that the caller has read notifications; others' and unknown ones among them are passed
   * over.
   *
   * @param ids which; null with {@code all}
   * @return how many are unread still
   */
  public long markRead(Caller caller, Collection<Long> ids, boolean all) {
    if (ids == null && !all) {
      throw Refusal.invalid("ids", "ids is missing");
    }
    if (ids != null && ids.size() > MOST_NAMED) {
      throw Refusal.invalid("ids", "ids may name at most " + MOST_NAMED);
    }
    if (all) {
      store.read("n.account_id = ?", caller.accountId());
    } else {
      store.read("n.account_id = ? AND n.id = ANY (?)", caller.accountId(), ids);
    }
    return unreadCount(caller.accountId());
  }

  private List<Notification.View> list(String condition, int limit, Object... parameters) {
    return sql.list(
        Notification.ROW,
        "SELECT "
            + Notification.COLUMNS
            + Notification.FROM
            + condition
            + " ORDER BY n.id DESC LIMIT "
            + limit,
        parameters);
  }
}
