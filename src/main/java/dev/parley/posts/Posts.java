package dev.parley.posts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
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
  @Inject PostViewers viewers;

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
        .orElseThrow(PostViewers::missing);
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
    viewers.require(caller, postId);
    return Page.cut(comments.list(caller, postId, before, limit + 1), limit, Comment::id);
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
      viewers.requireGroup(caller, filter.groupId());
    }
    if (filter.userId() != null
        && sql.first(row -> true, "SELECT 1 FROM accounts WHERE id = ?", filter.userId())
            .isEmpty()) {
      throw Refusal.notFound("person");
    }
  }
}
