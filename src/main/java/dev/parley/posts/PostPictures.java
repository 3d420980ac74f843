package dev.parley.posts;

import dev.parley.attachments.PictureClaims;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The pictures of posts and comments apart from their texts, for clients that write first and send
 * the picture after it. That is no edit.
 */
@ApplicationScoped
@Transactional
public class PostPictures {

  @Inject Sql sql;
  @Inject PostViewers viewers;
  @Inject Comments comments;
  @Inject PictureClaims pictures;
  @Inject Event<PostEvent> events;

  /** Refuses those who did not write the post. */
  public void requireAuthor(Caller caller, long postId) {
    if (!viewers.require(caller, postId).own()) {
      throw Refusal.forbidden("only the author may give a post a picture");
    }
  }

  /** Gives one's own post a picture: an own upload. */
  public void setOfPost(Caller caller, long postId, String pictureId) {
    requireAuthor(caller, postId);
    if (!hold("posts", postId)) {
      throw PostViewers.missing();
    }
    pictures.changeOfPost(caller, pictureId, postId);
    events.fire(new PostEvent.Edited(postId, caller.accountId()));
  }

  /** Refuses those who did not write the comment. */
  public Comments.Found requireCommentator(Caller caller, long commentId) {
    Comments.Found found = comments.require(caller, commentId);
    if (found.authorId() != caller.accountId()) {
      throw Refusal.forbidden("only the author may give a comment a picture");
    }
    return found;
  }

  /** Gives one's own comment a picture: an own upload. */
  public void setOfComment(Caller caller, long commentId, String pictureId) {
    Comments.Found found = requireCommentator(caller, commentId);
    if (!hold("comments", commentId)) {
      throw Comments.missing();
    }
    pictures.changeOfComment(caller, pictureId, commentId);
    events.fire(
        new PostEvent.CommentEdited(
            found.postId(), found.postAuthorId(), caller.accountId(), commentId));
  }

  /** The upload that is the picture of a post that the caller sees. */
  public long ofPost(Caller caller, long postId) {
    return picture("visible_posts v", "v.picture_id", "v.id", caller, postId);
  }

  /** The upload that is the picture of a comment that the caller sees. */
  public long ofComment(Caller caller, long commentId) {
    return picture(
        "comments c JOIN visible_posts v ON v.id = c.post_id",
        "c.picture_id",
        "c.deleted_at IS NULL AND c.id",
        caller,
        commentId);
  }

  /** Nobody deletes it before this transaction ends. */
  private boolean hold(String table, long id) {
    return sql.first(
            row -> true,
            "SELECT FROM " + table + " WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE",
            id)
        .isPresent();
  }

  private long picture(String from, String column, String id, Caller caller, long of) {
    return sql.first(
            row -> row.getLong("picture_id"),
            "SELECT %2$s AS picture_id FROM %1$s WHERE v.viewer_id = ? AND %2$s IS NOT NULL AND %3$s = ?"
                .formatted(from, column, id),
            caller.accountId(),
            of)
        .orElseThrow(() -> Refusal.notFound("picture"));
  }
}
