package dev.parley.samples;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what was just done into the past. Services stamp what they store with the time it is, and
 * that is right; so what was done between two looks at the database's clock gets, all of it, the
 * time at which it is said to have been done.
 */
@ApplicationScoped
@Transactional
public class PastTimes {

  /** Everything that tells when something of the sample was. */
  private static final List<String[]> COLUMNS =
      List.of(
          new String[] {"accounts", "created_at"},
          new String[] {"follows", "created_at"},
          new String[] {"close_friends", "created_at"},
          new String[] {"conversations", "created_at"},
          new String[] {"conversations", "last_message_at"},
          new String[] {"memberships", "joined_at"},
          new String[] {"messages", "created_at"},
          new String[] {"reactions", "created_at"},
          new String[] {"attachments", "created_at"},
          new String[] {"group_invitations", "created_at"},
          new String[] {"group_requests", "created_at"},
          new String[] {"events", "created_at"},
          new String[] {"events", "changed_at"},
          new String[] {"posts", "created_at"},
          new String[] {"comments", "created_at"},
          new String[] {"post_votes", "created_at"},
          new String[] {"comment_votes", "created_at"},
          new String[] {"notifications", "created_at"},
          new String[] {"notifications", "read_at"});

  @Inject Sql sql;

  /**
   * What was done from one look at the clock to the next.
   *
   * @param began by the database's clock
   * @param meant when it is said to have begun
   */
  record Span(Instant began, Instant meant) {}

  /** The time by the database's clock. */
  public Instant now() {
    return sql.first(row -> Sql.instant(row, "now"), "SELECT clock_timestamp() AS now")
        .orElseThrow();
  }

  /** Moves what was done in each span, up to the next one, to where it is meant to be. */
  public void move(List<Span> spans, Instant end) {
    String[] began = texts(spans.stream().map(Span::began).toList());
    List<Instant> starts = spans.stream().map(Span::began).skip(1).toList();
    String[] ended =
        Stream.concat(starts.stream(), Stream.of(end))
            .map(Instant::toString)
            .toArray(String[]::new);
    String[] meant = texts(spans.stream().map(Span::meant).toList());
    for (String[] column : COLUMNS) {
      sql.update(
          """
          UPDATE %1$s t SET %2$s = span.meant + (t.%2$s - span.began)
          FROM unnest(?::text[]::timestamptz[], ?::text[]::timestamptz[], ?::text[]::timestamptz[])
            AS span(began, ended, meant)
          WHERE t.%2$s >= span.began AND t.%2$s < span.ended
          """
              .formatted(column[0], column[1]),
          began,
          ended,
          meant);
    }
  }

  private static String[] texts(List<Instant> times) {
    return times.stream().map(Instant::toString).toArray(String[]::new);
  }
}
