package dev.parley.groups;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Making, changing, answering and deleting the events of groups. Each member may make some. */
@ApplicationScoped
@Transactional
public class Occasions {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 5000;
  private static final Duration FARTHEST = Duration.ofDays(3660);

  @Inject Sql sql;
  @Inject Standings standings;
  @Inject Memberships memberships;
  @Inject OccasionViews views;
  @Inject Event<GroupEvent> events;

  /** Makes an event, which lies ahead. */
  public Occasion.View create(Caller caller, long groupId, Occasion.Draft draft) {
    standings.requireMember(caller, groupId);
    String title = GroupTexts.title(draft.title(), LONGEST_TITLE);
    String description = GroupTexts.description(draft.description(), LONGEST_DESCRIPTION);
    Instant startsAt = time(draft.dateEvent());
    long id =
        sql.first(
                row -> row.getLong("id"),
                """
                INSERT INTO events
                  (conversation_id, creator_id, title, description, starts_at, reminded)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                """,
                groupId,
                caller.accountId(),
                title,
                description,
                startsAt,
                Reminders.past(startsAt))
            .orElseThrow();
    Occasion.View view = views.get(caller, id);
    events.fire(
        new GroupEvent.EventCreated(
            groupId,
            id,
            caller.accountId(),
            news(view, Occasion.Change.CREATED),
            memberships.accountsIn(groupId)));
    return view;
  }

  /** Changes an event; who made it may, and moderators. Another time is reminded of anew. */
  public Occasion.View update(Caller caller, long eventId, Occasion.Draft draft) {
    requireChangeable(caller, eventId);
    Instant startsAt = draft.dateEvent() == null ? null : time(draft.dateEvent());
    sql.update(
        """
        UPDATE events SET changed_at = clock_timestamp(), title = coalesce(?::text, title),
          description = coalesce(?::text, description),
          starts_at = coalesce(?::timestamptz, starts_at), reminded = coalesce(?::int, reminded)
        WHERE id = ?
        """,
        draft.title() == null ? null : GroupTexts.title(draft.title(), LONGEST_TITLE),
        draft.description() == null
            ? null
            : GroupTexts.description(draft.description(), LONGEST_DESCRIPTION),
        startsAt,
        startsAt == null ? null : Reminders.past(startsAt),
        eventId);
    Occasion.View view = views.get(caller, eventId);
    long groupId = Long.parseLong(view.groupID());
    events.fire(
        new GroupEvent.EventChanged(
            groupId,
            eventId,
            caller.accountId(),
            news(view, Occasion.Change.CHANGED),
            memberships.accountsIn(groupId)));
    return view;
  }

  /** Calls an event off; who made it may, and moderators. */
  public void delete(Caller caller, long eventId) {
    Occasion.View view = requireChangeable(caller, eventId);
    long groupId = Long.parseLong(view.groupID());
    sql.update("DELETE FROM events WHERE id = ?", eventId);
    events.fire(
        new GroupEvent.EventDeleted(
            groupId,
            eventId,
            caller.accountId(),
            news(view, Occasion.Change.DELETED),
            memberships.accountsIn(groupId)));
  }

  /** Says whether the caller comes; again, when that is another. */
  public Occasion.View answer(Caller caller, long eventId, boolean going) {
    Occasion.View before = views.plain(caller, eventId);
    if (before.dateEvent().isBefore(Instant.now())) {
      throw Refusal.conflict(null, "the event has begun");
    }
    int answered =
        sql.update(
            """
            INSERT INTO event_answers AS x (event_id, conversation_id, account_id, going)
            SELECT e.id, own.conversation_id, own.account_id, ?
            FROM events e JOIN memberships own
              ON own.conversation_id = e.conversation_id AND own.account_id = ?
            WHERE e.id = ? FOR KEY SHARE
            ON CONFLICT (event_id, account_id) DO UPDATE SET going = excluded.going
              WHERE x.going <> excluded.going
            """,
            going,
            caller.accountId(),
            eventId);
    Occasion.View view = views.get(caller, eventId);
    if (answered > 0) {
      long groupId = Long.parseLong(view.groupID());
      events.fire(
          new GroupEvent.EventAnswered(
              groupId,
              eventId,
              caller.accountId(),
              news(view, Occasion.Change.ANSWERED),
              memberships.accountsIn(groupId)));
    }
    return view;
  }

  private Occasion.View requireChangeable(Caller caller, long eventId) {
    Occasion.View view = views.plain(caller, eventId);
    if (!view.mayChange()) {
      throw Refusal.forbidden("only who made the event or a moderator may do that");
    }
    return view;
  }

  private static Occasion.News news(Occasion.View view, Occasion.Change change) {
    return new Occasion.News(view.groupID(), view.id(), change, view.going(), view.notGoing());
  }

  private static Instant time(String given) {
    if (given == null || given.isBlank()) {
      throw Refusal.invalid("dateEvent", "dateEvent is missing");
    }
    Instant time;
    try {
      time = OffsetDateTime.parse(given.strip()).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.invalid("dateEvent", "dateEvent must be a time such as 2030-01-31T08:00:00Z");
    }
    Instant now = Instant.now();
    if (!time.isAfter(now)) {
      throw Refusal.invalid("dateEvent", "dateEvent is in the past");
    }
    if (time.isAfter(now.plus(FARTHEST))) {
      throw Refusal.invalid("dateEvent", "dateEvent is too far ahead");
    }
    return time;
  }
}
