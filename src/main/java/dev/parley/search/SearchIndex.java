package dev.parley.search;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the index. Several nodes may do so at once: who works on a conversation holds its row in
 * {@code search_progress}, and the others pass it by.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SearchIndex {

  /** So many changed messages are read at once: deleting a conversation waits for it. */
  private static final int MOST_MESSAGES = 2000;

  @Inject Sql sql;
  @Inject WordForms wordForms;

  /** A conversation and the change up to which it is, or is to be, indexed. */
  public record Progress(long conversationId, long ev) {
    static final Sql.Row<Progress> ROW =
        row -> new Progress(row.getLong("conversation_id"), row.getLong("ev"));
  }

  /**
   * A message as the index has to know it.
   *
   * @param content its text and the names of its files; null when nothing of it is to be found
   */
  private record Changed(long conversationId, long id, long ev, String content) {
    static final Sql.Row<Changed> ROW =
        row ->
            new Changed(
                row.getLong("conversation_id"),
                row.getLong("id"),
                row.getLong("ev"),
                row.getString("content"));
  }

  /** The conversations that changed since they were indexed, with their last change. */
  public List<Progress> behind() {
    return sql.list(
        Progress.ROW,
        """
        SELECT c.id AS conversation_id, c.ev
        FROM conversations c LEFT JOIN search_progress p ON p.conversation_id = c.id
        WHERE c.ev > coalesce(p.ev, 0)
        """);
  }

  /**
   * Takes some conversations a part of the way, or all of it.
   *
   * @return how far those have come that nobody else works on
   */
  public Map<Long, Long> advance(Collection<Long> conversationIds) {
    sql.update(
        """
        WITH new AS (
          SELECT c.id FROM conversations c WHERE c.id = ANY (?)
            AND NOT EXISTS (SELECT FROM search_progress p WHERE p.conversation_id = c.id)
          -- Not one that is just being deleted: its row would point to nothing.
          ORDER BY c.id FOR KEY SHARE SKIP LOCKED)
        INSERT INTO search_progress (conversation_id) SELECT id FROM new ON CONFLICT DO NOTHING
        """,
        conversationIds);
    List<Progress> held =
        sql.list(
            Progress.ROW,
            """
            SELECT conversation_id, ev FROM search_progress WHERE conversation_id = ANY (?)
            ORDER BY conversation_id FOR UPDATE SKIP LOCKED
            """,
            conversationIds);
    // Read before the messages: whatever has a number up to it is committed by then and seen.
    Map<Long, Long> now = now(held);
    int most = held.isEmpty() ? MOST_MESSAGES : MOST_MESSAGES / held.size();
    List<Changed> changed = changed(held, most);
    remove(changed.stream().filter(message -> message.content() == null).toList());
    store(changed.stream().filter(message -> message.content() != null).toList());
    Map<Long, Long> reached = reached(held, now, changed, most);
    sql.update(
        """
        UPDATE search_progress p SET ev = i.ev
        FROM unnest(?::bigint[], ?::bigint[]) AS i(conversation_id, ev)
        WHERE p.conversation_id = i.conversation_id
        """,
        List.copyOf(reached.keySet()),
        List.copyOf(reached.values()));
    return reached;
  }

  private Map<Long, Long> now(List<Progress> held) {
    return sql
        .list(
            Progress.ROW,
            "SELECT id AS conversation_id, ev FROM conversations WHERE id = ANY (?)",
            held.stream().map(Progress::conversationId).toList())
        .stream()
        .collect(Collectors.toMap(Progress::conversationId, Progress::ev));
  }

  private List<Changed> changed(List<Progress> held, int most) {
    return sql.list(
        Changed.ROW,
        """
        SELECT m.conversation_id, m.id, m.ev,
          CASE WHEN m.deleted_at IS NULL AND m.kind = 'text' THEN concat_ws(' ', m.content,
            CASE WHEN m.attachments > 0 THEN (
              SELECT string_agg(a.name, ' ') FROM attachments a
              WHERE a.conversation_id = m.conversation_id AND a.seq = m.seq) END) END AS content
        FROM unnest(?::bigint[], ?::bigint[]) AS held(conversation_id, ev)
        CROSS JOIN LATERAL (
          SELECT * FROM messages
          WHERE conversation_id = held.conversation_id AND ev > held.ev ORDER BY ev LIMIT ?) m
        """,
        held.stream().map(Progress::conversationId).toList(),
        held.stream().map(Progress::ev).toList(),
        most);
  }

  /** Where there were as many messages as fit, there may be more behind the last of them. */
  private static Map<Long, Long> reached(
      List<Progress> held, Map<Long, Long> now, List<Changed> changed, int most) {
    Map<Long, List<Long>> evs =
        changed.stream()
            .collect(
                Collectors.groupingBy(
                    Changed::conversationId, Collectors.mapping(Changed::ev, Collectors.toList())));
    Map<Long, Long> reached = new HashMap<>();
    for (Progress progress : held) {
      List<Long> read = evs.getOrDefault(progress.conversationId(), List.of());
      long last = read.isEmpty() ? 0 : read.get(read.size() - 1);
      long known = now.getOrDefault(progress.conversationId(), 0L);
      reached.put(progress.conversationId(), read.size() < most ? Math.max(known, last) : last);
    }
    return reached;
  }

  private void remove(List<Changed> gone) {
    if (!gone.isEmpty()) {
      sql.update(
          """
          DELETE FROM message_words w
          USING unnest(?::bigint[], ?::bigint[]) AS i(conversation_id, id)
          WHERE w.conversation_id = i.conversation_id AND w.id = i.id
          """,
          gone.stream().map(Changed::conversationId).toList(),
          gone.stream().map(Changed::id).toList());
    }
  }

  private void store(List<Changed> messages) {
    if (messages.isEmpty()) {
      return;
    }
    List<Set<String>> words =
        messages.stream().map(m -> Set.copyOf(Words.of(m.content()))).toList();
    Map<String, Set<String>> forms =
        wordForms.of(words.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    List<String> lexemes = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      String place = Long.toString(messages.get(i).conversationId());
      lexemes.add(Lexeme.vector(place, words.get(i), forms));
    }
    // A reaction or a pin changes a message, but none of its words.
    sql.update(
        """
        INSERT INTO message_words (conversation_id, id, words)
        SELECT conversation_id, id, words::tsvector
        FROM unnest(?::bigint[], ?::bigint[], ?::text[]) AS i(conversation_id, id, words)
        ON CONFLICT (conversation_id, id) DO UPDATE SET words = excluded.words
          WHERE message_words.words <> excluded.words
        """,
        messages.stream().map(Changed::conversationId).toList(),
        messages.stream().map(Changed::id).toList(),
        lexemes.toArray(String[]::new));
  }
}
