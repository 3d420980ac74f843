package dev.parley.posts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Who sees which post, and what they are to it. It asks the view of what is visible to whom. */
@ApplicationScoped
@Transactional
public class PostViewers {

  @Inject Sql sql;

  /**
   * A post that the caller sees, and what the caller is to it.
   *
   * @param groupId or null
   * @param own whether the caller wrote it
   * @param moderates whether the caller may delete what others wrote there
   */
  record Found(long id, long authorId, Long groupId, boolean own, boolean moderates) {}

  Found require(Caller caller, long postId) {
    return sql.first(
            row ->
                new Found(
                    row.getLong("id"),
                    row.getLong("author_id"),
                    row.getObject("conversation_id", Long.class),
                    row.getLong("author_id") == caller.accountId(),
                    caller.role() != Role.USER || row.getBoolean("admin")),
            """
            SELECT p.id, p.author_id, p.conversation_id, coalesce(own.role = 'admin', false) AS admin
            FROM visible_posts p LEFT JOIN memberships own
              ON own.conversation_id = p.conversation_id AND own.account_id = p.viewer_id
            WHERE p.viewer_id = ? AND p.id = ?
            """,
            caller.accountId(),
            postId)
        .orElseThrow(PostViewers::missing);
  }

  /** Lets only members of a group pass. */
  void requireGroup(Caller caller, long groupId) {
    if (sql.first(
            row -> true,
            """
            SELECT 1 FROM memberships m
            JOIN conversations c ON c.id = m.conversation_id AND c.kind = 'group'
            WHERE m.conversation_id = ? AND m.account_id = ?
            """,
            groupId,
            caller.accountId())
        .isEmpty()) {
      throw Refusal.notFound("group");
    }
  }

  /** Whether somebody sees a post. */
  public boolean isVisible(long accountId, long postId) {
    return sql.first(
            row -> true,
            "SELECT 1 FROM visible_posts WHERE viewer_id = ? AND id = ?",
            accountId,
            postId)
        .isPresent();
  }

  /**
   * Who is waiting for what such an author writes, or for what is in such a group, and may see this
   * post.
   */
  public List<Long> awaitedBy(long postId) {
    return sql.list(
        row -> row.getLong("viewer_id"),
        """
        WITH post AS (SELECT id, author_id, conversation_id FROM posts WHERE id = ?),
        waiting AS (
          SELECT f.follower_id AS id FROM follows f JOIN post ON f.followed_id = post.author_id
          WHERE post.conversation_id IS NULL AND f.state = 'following'
          UNION ALL
          SELECT ms.account_id FROM memberships ms JOIN post USING (conversation_id))
        SELECT v.viewer_id FROM waiting JOIN visible_posts v ON v.viewer_id = waiting.id
        WHERE v.id = ? AND v.author_id <> v.viewer_id
        """,
        postId,
        postId);
  }

  static Refusal missing() {
    return Refusal.notFound("post");
  }
}
