package dev.parley.posts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Who likes and dislikes what. */
@ApplicationScoped
@Transactional
public class Votes {

  @Inject Sql sql;
  @Inject PostViewers viewers;
  @Inject Comments comments;
  @Inject Event<PostEvent> events;

  /**
   * The votes on something.
   *
   * @param userWithReaction who voted just now
   * @param userReactions what their vote is: -1 none, 0 disliked, 1 liked
   */
  public record Tally(int likes, int dislikes, String userWithReaction, int userReactions) {}

  /**
   * Votes; the same vote again takes it back.
   *
   * @param kind {@code post} or {@code comment}, which {@code id} is the number of
   */
  public Tally vote(Caller caller, String kind, long id, boolean liked) {
    return switch (kind) {
      case "post" -> {
        PostViewers.Found post = viewers.require(caller, id);
        Boolean now = toggle("post_votes", "post_id", caller, id, liked);
        fire(caller, id, post.authorId(), null, post.authorId(), now);
        yield tally("post_votes", "post_id", caller, id, now);
      }
      case "comment" -> {
        Comments.Found comment = comments.require(caller, id);
        Boolean now = toggle("comment_votes", "comment_id", caller, id, liked);
        fire(caller, comment.postId(), comment.postAuthorId(), id, comment.authorId(), now);
        yield tally("comment_votes", "comment_id", caller, id, now);
      }
      default -> throw Refusal.invalid("messageType", "messageType must be post or comment");
    };
  }

  /** The caller's vote afterwards, null when there is none any more. */
  private Boolean toggle(String table, String key, Caller caller, long id, boolean liked) {
    int takenBack =
        sql.update(
            "DELETE FROM %s WHERE %s = ? AND account_id = ? AND liked = ?".formatted(table, key),
            id,
            caller.accountId(),
            liked);
    if (takenBack > 0) {
      return null;
    }
    sql.update(
        """
        INSERT INTO %s (%s, account_id, liked) VALUES (?, ?, ?)
        ON CONFLICT (%s, account_id) DO UPDATE SET liked = excluded.liked, created_at = now()
        """
            .formatted(table, key, key),
        id,
        caller.accountId(),
        liked);
    return liked;
  }

  private Tally tally(String table, String key, Caller caller, long id, Boolean now) {
    return sql.first(
            row ->
                new Tally(
                    row.getInt("likes"),
                    row.getInt("dislikes"),
                    Long.toString(caller.accountId()),
                    Content.reaction(now)),
            """
            SELECT count(*) FILTER (WHERE liked) AS likes,
              count(*) FILTER (WHERE NOT liked) AS dislikes
            FROM %s WHERE %s = ?
            """
                .formatted(table, key),
            id)
        .orElseThrow();
  }

  private void fire(
      Caller caller, long postId, long authorId, Long commentId, long votedAuthorId, Boolean now) {
    events.fire(
        new PostEvent.Voted(postId, authorId, caller.accountId(), commentId, votedAuthorId, now));
  }
}
