package dev.parley.surface.forum;

import dev.parley.posts.Comment;
import java.time.Instant;

/**
 * A comment.
 *
 * @param parentid always 0: comments stand below posts only
 * @param createdtime when it was written, to be shown; {@code time} exactly
 * @param image where its picture is, or empty
 * @param likestate whether the reader likes it; {@code dislikestate} the opposite
 */
public record ForumComment(
    String id,
    int parentid,
    long postid,
    String content,
    String creatorid,
    String author,
    String createdtime,
    Instant time,
    Instant updatedtime,
    String image,
    int countlike,
    int countdislike,
    boolean likestate,
    boolean dislikestate) {

  static ForumComment of(Comment comment) {
    return new ForumComment(
        comment.id(),
        0,
        Long.parseLong(comment.postID()),
        comment.content().text(),
        comment.content().userID(),
        comment.content().userName(),
        Stamp.of(comment.content().dateCreate()),
        comment.content().dateCreate(),
        comment.edited(),
        PicturesResource.ofComment(comment.id(), comment.content().image()),
        comment.content().likes().get(1),
        comment.content().likes().get(0),
        comment.content().userReaction() == 1,
        comment.content().userReaction() == 0);
  }
}
