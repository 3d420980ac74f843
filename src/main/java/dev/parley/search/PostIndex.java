package dev.parley.search;

import dev.parley.kernel.Sql;
import dev.parley.posts.PostEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The index of posts. Posts are few beside messages, and nobody waits for thousands of them a
 * second: so their words are written in the transaction that writes the post, and are never behind.
 */
@ApplicationScoped
@Transactional
public class PostIndex {

  private static final int AT_ONCE = 200;

  @Inject Sql sql;
  @Inject WordForms wordForms;

  private record Written(long id, String text) {}

  /** What was deleted leaves the index by a trigger, for not all of it is told of. */
  void observe(@Observes PostEvent event) {
    if (event instanceof PostEvent.Posted || event instanceof PostEvent.Edited) {
      store(written("p.id = ?", event.postId()));
    }
  }

  /** Takes in some posts that nobody did, as from before there was an index; how many. */
  public int catchUp() {
    List<Written> posts =
        written(
            "NOT EXISTS (SELECT FROM post_words w WHERE w.id = p.id) ORDER BY p.id LIMIT ?",
            AT_ONCE);
    store(posts);
    return posts.size();
  }

  /** Held: what is deleted meanwhile would be taken in after it was taken out. */
  private List<Written> written(String which, Object parameter) {
    return sql.list(
        row -> new Written(row.getLong("id"), row.getString("text")),
        "SELECT p.id, p.title || ' ' || p.body AS text FROM posts p WHERE p.deleted_at IS NULL AND "
            + which
            + " FOR SHARE",
        parameter);
  }

  private void store(List<Written> posts) {
    if (posts.isEmpty()) {
      return;
    }
    List<Set<String>> words = posts.stream().map(p -> Set.copyOf(Words.of(p.text()))).toList();
    Map<String, Set<String>> forms =
        wordForms.of(words.stream().flatMap(Collection::stream).collect(Collectors.toSet()));
    sql.update(
        """
        INSERT INTO post_words (id, words)
        SELECT id, words::tsvector FROM unnest(?::bigint[], ?::text[]) AS i(id, words)
        ON CONFLICT (id) DO UPDATE SET words = excluded.words
        """,
        posts.stream().map(Written::id).toList(),
        words.stream()
            .map(some -> Lexeme.vector(Lexeme.POSTS, some, forms))
            .toArray(String[]::new));
  }
}
