package dev.parley.posts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reading posts. All of it goes through the view of what is visible to whom. */
@ApplicationScoped
@Transactional
public class Posts {

  /** How many posts a portion has. */
  public static final int PORTION = 10;

  /** So many comments are shown with their post. */
  private static final int COMMENTS = 200;

  @Inject Sql sql;
  @Inject Comments comments;

  /**
   * A portion of posts, the newest first.
   *
   * @param offset how many newer ones to leave out; null is none
   */
  public List<Post> portion(Caller caller, PostFilter filter, Long offset) {
    long skipped = offset == null ? 0 : offset;
    if (skipped < 0) {
      throw Refusal.invalid("offset", "offset must not be negative");
    }
    requireExisting(caller, filter);
    return list(caller, filter, null, skipped, PORTION);
  }

  /**
   * A page of posts, the newest first.
   *
   * @param before the post after which to go on, or null
   */
  public Page<Post> page(Caller caller, PostFilter filter, Long before, int limit) {
    requireExisting(caller, filter);
    return Page.cut(list(caller, filter, before, 0, limit + 1), limit, Post::id);
  }

  /** The posts that the caller likes or dislikes, the newest first. */
  public List<Post> voted(Caller caller, int limit) {
    return sql.list(
        Post.ROW,
        "SELECT "
            + Post.COLUMNS
            + " FROM (SELECT p.* FROM visible_posts p JOIN post_votes own"
            + " ON own.post_id = p.id AND own.account_id = p.viewer_id"
            + " WHERE p.viewer_id = ? ORDER BY p.id DESC LIMIT ?) w"
            + Post.JOINED
            + " ORDER BY w.id DESC",
        caller.accountId(),
        limit);
  }

  /** Those of some posts that the caller sees, the newest first. */
  public List<Post> these(Caller caller, List<Long> postIds) {
    return sql.list(
        Post.ROW,
        "SELECT "
            + Post.COLUMNS
            + " FROM visible_posts w"
            + Post.JOINED
            + " WHERE w.viewer_id = ? AND w.id = ANY (?) ORDER BY w.id DESC",
        caller.accountId(),
        postIds);
  }

  /** One post without its comments. */
  public Post get(Caller caller, long postId) {
    return sql.first(
            Post.ROW,
            "SELECT "
                + Post.COLUMNS
                + " FROM visible_posts w"
                + Post.JOINED
                + " WHERE w.viewer_id = ? AND w.id = ?",
            caller.accountId(),
            postId)
        .orElseThrow(Posts::missing);
  }

  /**
   * One post with its comments; of very many, the newest.
   *
   * @param before only comments before this one, or null
   */
  public Post full(Caller caller, long postId, Long before) {
    Post post = get(caller, postId);
    List<Comment> shown = comments.list(caller, postId, before, COMMENTS);
    Collections.reverse(shown);
    return post.with(shown);
  }

  /**
   * A page of a post's comments, the newest first.
   *
   * @param before the comment after which to go on, or null
   */
  public Page<Comment> comments(Caller caller, long postId, Long before, int limit) {
    require(caller, postId);
    return Page.cut(comments.list(caller, postId, before, limit + 1), limit, Comment::id);
  }

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
        .orElseThrow(Posts::missing);
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

  private List<Post> list(Caller caller, PostFilter filter, Long before, long skipped, int limit) {
    if (filter.impossible()) {
      return List.of();
    }
    StringBuilder where = new StringBuilder("viewer_id = ?");
    List<Object> parameters = new ArrayList<>(List.of(caller.accountId()));
    filter.narrow(where, parameters);
    if (before != null) {
      where.append(" AND id < ?");
      parameters.add(before);
    }
    parameters.add(skipped);
    parameters.add(limit);
    // What hangs on the posts is looked up only for those that are left.
    return sql.list(
        Post.ROW,
        "SELECT "
            + Post.COLUMNS
            + " FROM (SELECT * FROM visible_posts WHERE "
            + where
            + " ORDER BY id DESC OFFSET ? LIMIT ?) w"
            + Post.JOINED
            + " ORDER BY w.id DESC",
        parameters.toArray());
  }

  private void requireExisting(Caller caller, PostFilter filter) {
    if (filter.groupId() != null) {
      requireGroup(caller, filter.groupId());
    }
    if (filter.userId() != null
        && sql.first(row -> true, "SELECT 1 FROM accounts WHERE id = ?", filter.userId())
            .isEmpty()) {
      throw Refusal.notFound("person");
    }
  }
}
