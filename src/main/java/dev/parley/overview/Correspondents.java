package dev.parley.overview;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Sql;
import dev.parley.messages.Unread;
import dev.parley.people.Blocks;
import dev.parley.people.OnlinePeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Everybody else, each with the private conversation that one has with them. */
@ApplicationScoped
@Transactional
public class Correspondents {

  private static final int MOST = 1000;

  @Inject Sql sql;
  @Inject Unread unread;
  @Inject OnlinePeople online;
  @Inject Blocks blocks;

  /**
   * Somebody.
   *
   * @param name the full name, or the name without one
   * @param conversationId null when there is no conversation with them yet
   * @param last the last message that somebody wrote there, or null
   * @param unread how many of theirs the caller has not read
   */
  public record View(
      long id,
      UUID handle,
      String name,
      boolean online,
      Long conversationId,
      Last last,
      long unread) {

    private View with(boolean here, long count) {
      return new View(id, handle, name, here, conversationId, last, count);
    }
  }

  /** The last message of a conversation. */
  public record Last(long id, String senderName, String content, Instant time) {}

  /**
   * All of them: with whom one wrote last comes first, then by name. Of very many only the newest
   * are there besides those with whom one has written.
   */
  public List<View> list(Caller caller) {
    long own = caller.accountId();
    List<View> people =
        sql.list(
            Correspondents::read,
            """
            SELECT * FROM (
              SELECT a.id, a.handle, a.name, a.full_name, c.id AS conversation_id,
                last.id AS last_id, last.content, last.created_at, s.name AS sender,
                s.full_name AS sender_full_name
              FROM accounts a
              LEFT JOIN conversations c
                ON c.pair_low = least(a.id, ?::bigint) AND c.pair_high = greatest(a.id, ?::bigint)
              LEFT JOIN LATERAL (
                SELECT m.id, m.content, m.created_at, m.sender_id FROM messages m
                WHERE m.conversation_id = c.id AND m.kind = 'text' AND m.deleted_at IS NULL
                ORDER BY m.seq DESC LIMIT 1) last ON true
              LEFT JOIN accounts s ON s.id = last.sender_id
              WHERE a.id <> ? AND a.deleted_at IS NULL
              ORDER BY last.created_at DESC NULLS LAST, a.id DESC
              LIMIT ?) person
            ORDER BY created_at DESC NULLS LAST, lower(coalesce(nullif(full_name, ''), name)), id
            """,
            own,
            own,
            own,
            MOST);
    Set<Long> hidden = blocks.blockersOf(own, people.stream().map(View::id).toList());
    Map<Long, Unread.Count> counts =
        unread.of(
            caller, people.stream().map(View::conversationId).filter(Objects::nonNull).toList());
    return people.stream()
        .map(
            person ->
                person.with(
                    online.contains(person.id()) && !hidden.contains(person.id()),
                    person.conversationId() == null
                        ? 0
                        : counts
                            .getOrDefault(person.conversationId(), Unread.Count.NOTHING)
                            .unread()))
        .toList();
  }

  private static View read(ResultSet row) throws SQLException {
    Long lastId = row.getObject("last_id", Long.class);
    Last last =
        lastId == null
            ? null
            : new Last(
                lastId,
                shown(row.getString("sender_full_name"), row.getString("sender")),
                row.getString("content"),
                Sql.instant(row, "created_at"));
    return new View(
        row.getLong("id"),
        row.getObject("handle", UUID.class),
        shown(row.getString("full_name"), row.getString("name")),
        false,
        row.getObject("conversation_id", Long.class),
        last,
        0);
  }

  private static String shown(String fullName, String name) {
    return fullName.isEmpty() ? name : fullName;
  }
}
