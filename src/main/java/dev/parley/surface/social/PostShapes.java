package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.parley.posts.Comment;
import dev.parley.posts.Content;
import dev.parley.posts.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Posts and comments as this system writes them. */
final class PostShapes {

  private PostShapes() {}

  /**
   * A post.
   *
   * @param commentsQuantity left out when it is 0; {@code groupID} when it is in none
   * @param privacy who may see it, left out when that is everybody
   * @param comments left out of lists; a single post without any has {@code null}
   */
  record OfPost(
      String id,
      String theme,
      OfContent content,
      List<String> categories,
      @JsonInclude(Include.NON_DEFAULT) int commentsQuantity,
      @JsonInclude(Include.NON_EMPTY) String groupID,
      @JsonInclude(Include.NON_DEFAULT) int privacy,
      @JsonInclude(Include.NON_NULL) String image,
      @JsonInclude(Include.NON_NULL) Optional<List<OfComment>> comments) {}

  /** A comment. */
  record OfComment(String id, String postID, OfContent content) {}

  /** What somebody wrote. */
  record OfContent(
      String userID,
      String userName,
      String text,
      Instant dateCreate,
      List<Integer> likes,
      int userReaction,
      @JsonInclude(Include.NON_NULL) String image) {}

  static OfPost of(Post post) {
    List<Comment> comments = post.comments();
    return new OfPost(
        post.id(),
        post.theme(),
        of(post.content(), null),
        Shapes.nullIfEmpty(post.categories()),
        post.commentsQuantity(),
        post.groupID(),
        post.postType(),
        Shapes.picture("post", post.id(), post.image()),
        comments == null
            ? null
            : Optional.ofNullable(
                Shapes.nullIfEmpty(comments.stream().map(PostShapes::of).toList())));
  }

  private static OfComment of(Comment comment) {
    Content content = comment.content();
    String image = Shapes.picture("comment", comment.id(), content.image());
    return new OfComment(comment.id(), comment.postID(), of(content, image));
  }

  private static OfContent of(Content content, String image) {
    return new OfContent(
        content.userID(),
        content.userName(),
        content.text(),
        content.dateCreate(),
        content.likes(),
        content.userReaction(),
        image);
  }
}
