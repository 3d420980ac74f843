package dev.parley.posts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reading comments: whoever sees a post sees what stands below it. */
@ApplicationScoped
@Transactional
public class Comments {

  private static final String VISIBLE =
      """
      SELECT c.*, p.viewer_id, p.author_id AS post_author_id, p.conversation_id
      FROM comments c JOIN visible_posts p ON p.id = c.post_id
      WHERE c.deleted_at IS NULL AND p.viewer_id = ?
      """;

  @Inject Sql sql;

  /**
   * The newest comments below a post, the newest first; none when the caller does not see it.
   *
   * @param before only those before this one, or null
   */
  List<Comment> list(Caller caller, long postId, Long before, int limit) {
    return sql.list(
        Comment.ROW,
        "SELECT "
            + Comment.COLUMNS
            + " FROM ("
            + VISIBLE
            + " AND c.post_id = ? AND c.id < ? ORDER BY c.id DESC LIMIT ?) w"
            + Comment.JOINED
            + " ORDER BY w.id DESC",
        caller.accountId(),
        postId,
        before == null ? Long.MAX_VALUE : before,
        limit);
  }

  /**
   * A comment that the caller sees.
   *
   * @param groupId the group that its post is in, or null
   */
  public record Found(long id, long postId, long postAuthorId, long authorId, Long groupId) {}

  Found require(Caller caller, long commentId) {
    return sql.first(
            row ->
                new Found(
                    row.getLong("id"),
                    row.getLong("post_id"),
                    row.getLong("post_author_id"),
                    row.getLong("author_id"),
                    row.getObject("conversation_id", Long.class)),
            VISIBLE + " AND c.id = ?",
            caller.accountId(),
            commentId)
        .orElseThrow(Comments::missing);
  }

  static Refusal missing() {
    return Refusal.notFound("comment");
  }
}
