package dev.parley.groups;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reminds those who come of an event, once a day before and once an hour before. That it was done
 * is noted in the transaction that does it, with the event's row held: of several servers at once,
 * one does it, and a server that dies meanwhile has not.
 */
@ApplicationScoped
@Transactional
public class Reminders {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int AT_ONCE = 100;

  @Inject Sql sql;
  @Inject Event<GroupEvent> events;

  private record Due(long groupId, Occasion.Reminder reminder) {
    long eventId() {
      return Long.parseLong(reminder.eventID());
    }
  }

  /**
   * What an event of that time needs no reminder of any more: 0 of nothing, 1 that it is tomorrow,
   * 2 that it is soon.
   */
  static int past(Instant startsAt) {
    Duration left = Duration.between(Instant.now(), startsAt);
    return left.compareTo(HOUR) <= 0 ? 2 : left.compareTo(DAY) <= 0 ? 1 : 0;
  }

  /** Reminds of what is due; how many events these were. What has begun is not reminded of. */
  public int remind() {
    List<Due> due =
        sql.list(
            row ->
                new Due(
                    row.getLong("conversation_id"),
                    new Occasion.Reminder(
                        row.getString("conversation_id"),
                        row.getString("id"),
                        row.getString("title"),
                        Sql.instant(row, "starts_at"),
                        row.getInt("reminded") == 2 ? 1 : 24)),
            """
            UPDATE events e SET reminded = due.stage
            FROM (
              SELECT id, CASE WHEN starts_at <= now() + interval '1 hour' THEN 2 ELSE 1 END AS stage
              FROM events
              WHERE starts_at > now() AND starts_at <= now() + interval '1 day'
                AND reminded < CASE WHEN starts_at <= now() + interval '1 hour' THEN 2 ELSE 1 END
              ORDER BY starts_at LIMIT ?
              FOR NO KEY UPDATE SKIP LOCKED) due
            WHERE e.id = due.id
            RETURNING e.id, e.conversation_id, e.title, e.starts_at, e.reminded
            """,
            AT_ONCE);
    Map<Long, List<Long>> going = going(due.stream().map(Due::eventId).toList());
    for (Due one : due) {
      List<Long> accountIds = going.getOrDefault(one.eventId(), List.of());
      if (!accountIds.isEmpty()) {
        events.fire(
            new GroupEvent.EventReminder(one.groupId(), one.eventId(), one.reminder(), accountIds));
      }
    }
    return due.size();
  }

  private Map<Long, List<Long>> going(List<Long> eventIds) {
    record Going(long eventId, long accountId) {}
    if (eventIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .list(
            row -> new Going(row.getLong("event_id"), row.getLong("account_id")),
            """
            SELECT event_id, account_id FROM event_answers
            WHERE going AND event_id = ANY (?) ORDER BY account_id
            """,
            eventIds)
        .stream()
        .collect(
            Collectors.groupingBy(
                Going::eventId,
                HashMap::new,
                Collectors.mapping(Going::accountId, Collectors.toList())));
  }
}
