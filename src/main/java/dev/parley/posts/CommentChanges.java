package dev.parley.posts;

import dev.parley.attachments.PictureClaims;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Writing, changing and deleting comments. Each answers the post with all that is below it now. */
@ApplicationScoped
@Transactional
public class CommentChanges {

  @Inject Sql sql;
  @Inject Posts posts;
  @Inject PostViewers viewers;
  @Inject Comments comments;
  @Inject PictureClaims pictures;
  @Inject Event<PostEvent> events;

  /** Writes a comment; {@code pictureId} is the id of an own upload, or null. */
  public Post add(Caller caller, long postId, String content, String pictureId) {
    PostViewers.Found post = viewers.require(caller, postId);
    String text = Texts.comment(content);
    // Held until the commit: nobody deletes the post meanwhile and leaves this behind.
    if (sql.first(
            row -> true,
            "SELECT 1 FROM posts WHERE id = ? AND deleted_at IS NULL FOR SHARE",
            postId)
        .isEmpty()) {
      throw PostViewers.missing();
    }
    long id =
        sql.first(
                row -> row.getLong("id"),
                "INSERT INTO comments (post_id, author_id, body) VALUES (?, ?, ?) RETURNING id",
                postId,
                caller.accountId(),
                text)
            .orElseThrow();
    pictures.changeOfComment(caller, pictureId, id);
    events.fire(new PostEvent.Commented(postId, post.authorId(), caller.accountId(), id));
    return posts.full(caller, postId, null);
  }

  /**
   * Changes one's own comment. What is null stays.
   *
   * @param pictureId the id of an own upload; empty: no picture any more
   */
  public Post edit(Caller caller, long commentId, String content, String pictureId) {
    Comments.Found found = comments.require(caller, commentId);
    if (found.authorId() != caller.accountId()) {
      throw Refusal.forbidden("only the author may edit a comment");
    }
    String text = content == null ? null : Texts.comment(content);
    change(
        "UPDATE comments SET body = coalesce(?::text, body), edited_at = now()"
            + " WHERE id = ? AND deleted_at IS NULL",
        text,
        commentId);
    pictures.changeOfComment(caller, pictureId, commentId);
    events.fire(
        new PostEvent.CommentEdited(
            found.postId(), found.postAuthorId(), caller.accountId(), commentId));
    return posts.full(caller, found.postId(), null);
  }

  /** Deletes a comment: one's own, one below one's own post, or as somebody who keeps order. */
  public Post delete(Caller caller, long commentId) {
    Comments.Found found = comments.require(caller, commentId);
    PostViewers.Found post = viewers.require(caller, found.postId());
    if (found.authorId() != caller.accountId() && !post.own() && !post.moderates()) {
      throw Refusal.forbidden("only its author may delete a comment, and the author of the post");
    }
    change(
        "UPDATE comments SET body = ?, edited_at = NULL, deleted_at = now()"
            + " WHERE id = ? AND deleted_at IS NULL",
        "",
        commentId);
    pictures.changeOfComment(caller, "", commentId);
    sql.update("DELETE FROM comment_votes WHERE comment_id = ?", commentId);
    events.fire(
        new PostEvent.CommentDeleted(
            found.postId(), found.postAuthorId(), caller.accountId(), commentId));
    return posts.full(caller, found.postId(), null);
  }

  private void change(String update, String text, long commentId) {
    if (sql.update(update, text, commentId) == 0) {
      throw Comments.missing();
    }
  }
}
