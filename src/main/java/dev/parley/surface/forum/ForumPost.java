package dev.parley.surface.forum;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.posts.Post;
import java.time.Instant;
import java.util.List;

/**
 * A post.
 *
 * @param thread its title
 * @param createdtime when it was written, to be shown; {@code time} exactly
 * @param image where its picture is, or empty
 * @param likestate whether the reader likes it; {@code dislikestate} the opposite
 * @param comments the oldest first; only where one post was asked for
 */
public record ForumPost(
    String id,
    String thread,
    String content,
    List<String> categories,
    String creatorid,
    String author,
    String username,
    String createdtime,
    Instant time,
    Instant updatedtime,
    String image,
    int countlike,
    int countdislike,
    boolean likestate,
    boolean dislikestate,
    int countcomments,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ForumComment> comments) {

  static ForumPost of(Post post) {
    List<ForumComment> comments =
        post.comments() == null ? null : post.comments().stream().map(ForumComment::of).toList();
    return new ForumPost(
        post.id(),
        post.theme(),
        post.content().text(),
        post.categories(),
        post.content().userID(),
        post.content().userName(),
        post.content().userName(),
        Stamp.of(post.content().dateCreate()),
        post.content().dateCreate(),
        post.edited(),
        PicturesResource.ofPost(post.id(), post.image()),
        post.content().likes().get(1),
        post.content().likes().get(0),
        post.content().userReaction() == 1,
        post.content().userReaction() == 0,
        post.commentsQuantity(),
        comments);
  }
}
