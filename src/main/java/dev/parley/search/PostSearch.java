package dev.parley.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Page;
import dev.parley.kernel.Sql;
import dev.parley.posts.Post;
import dev.parley.posts.Posts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Finding posts by their words, among those that the caller may see. */
@ApplicationScoped
@Transactional
public class PostSearch {

  @Inject Sql sql;
  @Inject Wanted wanted;
  @Inject Posts posts;

  /**
   * A page of posts without their comments.
   *
   * @param posts the newest first
   * @param next the cursor that gets older ones, absent when there are none
   */
  public record Found(List<Post> posts, @JsonInclude(JsonInclude.Include.NON_NULL) String next) {
    static final Found NOTHING = new Found(List.of(), null);
  }

  /**
   * Posts in whose title or text every word stands in one of its forms; of the last word, the
   * beginning is enough. Newest first.
   *
   * @param before the cursor of the page before, or null
   */
  public Found find(Caller caller, String text, Long before, int limit) {
    Wanted.check(text);
    List<String> words = Words.of(text);
    if (words.isEmpty()) {
      return Found.NOTHING;
    }
    Page<Long> ids =
        Page.cut(
            sql.list(
                row -> row.getLong("id"),
                """
                SELECT p.id FROM post_words w JOIN visible_posts p ON p.id = w.id
                WHERE p.viewer_id = ? AND w.words @@ ?::tsquery AND w.id < ?
                ORDER BY p.id DESC LIMIT ?
                """,
                caller.accountId(),
                wanted.query(Lexeme.POSTS, words),
                before == null ? Long.MAX_VALUE : before,
                limit + 1),
            limit,
            String::valueOf);
    return new Found(posts.these(caller, ids.items()), ids.next());
  }
}
