package dev.parley.posts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about comments. Each answers the post with its comments. */
@ApplicationScoped
public class CommentCommands {

  @Inject CommentChanges changes;

  /** What is missing in the content is said by the service, in the words of the document. */
  public record New(@NotNull Long postID, String content, String pictureID) {}

  /** What is null stays. */
  public record Edit(@NotNull Long commentID, String content, String pictureID) {}

  /** A comment; a bare id is one, too. */
  public record One(@NotNull Long commentID) {

    /** Made of an object. */
    @JsonCreator
    public One {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static One of(Long commentID) {
      return new One(commentID);
    }
  }

  @Produces
  Command newComment() {
    return Command.of(
            "newComment",
            New.class,
            "Writes a comment below a post",
            (call, comment) ->
                changes.add(
                    call.caller(), comment.postID(), comment.content(), comment.pictureID()))
        .example("{'postID':'17','content':'How fine!'}", Examples.FULL);
  }

  @Produces
  Command editComment() {
    return Command.of(
            "editComment",
            Edit.class,
            "Changes one's own comment; an empty `pictureID` takes the picture away",
            (call, comment) ->
                changes.edit(
                    call.caller(), comment.commentID(), comment.content(), comment.pictureID()))
        .example("{'commentID':'51','content':'How very fine!'}", Examples.FULL);
  }

  @Produces
  Command deleteComment() {
    return Command.of(
            "deleteComment",
            One.class,
            "Deletes a comment; its author may, the post's author, and who may delete the post",
            (call, one) -> changes.delete(call.caller(), one.commentID()))
        .example("'51'", Examples.POST);
  }
}
