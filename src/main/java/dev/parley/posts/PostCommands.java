package dev.parley.posts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The WebSocket types about posts. */
@ApplicationScoped
public class PostCommands {

  @Inject Posts posts;
  @Inject PostChanges changes;
  @Inject Votes votes;

  /** How many newer posts to leave out; a bare number is one, too. */
  public record Portion(Long offset, String category) {

    /** Made of an object. */
    @JsonCreator
    public Portion {}

    /** Made of a bare offset. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Portion of(Long offset) {
      return new Portion(offset, null);
    }
  }

  /** A part of somebody's posts. */
  public record PersonsPortion(@NotNull Long userID, Long offset) {}

  /** A part of a group's posts. */
  public record GroupsPortion(@NotNull Long groupID, Long offset) {}

  /** A post, and how far back its comments go; a bare id is one, too. */
  public record Full(@NotNull Long postID, Long before) {

    /** Made of an object. */
    @JsonCreator
    public Full {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Full of(Long postID) {
      return new Full(postID, null);
    }
  }

  /** A post; a bare id is one, too. */
  public record One(@NotNull Long postID) {

    /** Made of an object. */
    @JsonCreator
    public One {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static One of(Long postID) {
      return new One(postID);
    }
  }

  /** What is missing in title or body is said by the service, in the words of the document. */
  public record New(
      String title,
      String body,
      List<@NotNull String> categories,
      Long groupID,
      Integer postType,
      String pictureID) {}

  /** What is null stays. */
  public record Edit(
      @NotNull Long postID,
      String title,
      String body,
      List<@NotNull String> categories,
      Integer postType,
      String pictureID) {}

  /** A vote on a post or a comment. */
  public record Vote(
      @NotNull String messageType, @NotNull Long messageID, @NotNull Boolean reaction) {}

  @Produces
  Command postsPortion() {
    return Command.of(
            "postsPortion",
            Portion.class,
            "Ten of the posts that one may see, the newest first; also of a category",
            (call, portion) ->
                posts.portion(
                    call.caller(),
                    new PostFilter(null, null, portion.category()),
                    portion.offset()))
        .example("0", "[" + Examples.POST + "]");
  }

  @Produces
  Command userPostsPortion() {
    return Command.of(
            "userPostsPortion",
            PersonsPortion.class,
            "Ten of somebody's posts that one may see, the newest first",
            (call, portion) ->
                posts.portion(call.caller(), PostFilter.by(portion.userID()), portion.offset()))
        .example("{'userID':'3','offset':0}", "[" + Examples.POST + "]");
  }

  @Produces
  Command postsPortionInGroup() {
    return Command.of(
            "postsPortionInGroup",
            GroupsPortion.class,
            "Ten posts of a group, for its members, the newest first",
            (call, portion) ->
                posts.portion(call.caller(), PostFilter.in(portion.groupID()), portion.offset()))
        .example("{'groupID':'9','offset':0}", "[" + Examples.POST + "]");
  }

  @Produces
  Command fullPostAndComments() {
    return Command.of(
            "fullPostAndComments",
            Full.class,
            "A post with its newest 200 comments, or with those before a comment",
            (call, full) -> posts.full(call.caller(), full.postID(), full.before()))
        .example("'17'", Examples.FULL);
  }

  @Produces
  Command newPost() {
    return Command.of(
            "newPost",
            New.class,
            "Writes a post, for everybody (`postType` 0), followers (1), close friends (2) or a group",
            (call, post) ->
                changes.create(
                    call.caller(),
                    new PostChanges.Draft(
                        post.title(),
                        post.body(),
                        post.categories(),
                        post.postType(),
                        post.pictureID()),
                    post.groupID()))
        .example("{'title':'First snow','body':'At last.','categories':['nature']}", Examples.POST);
  }

  @Produces
  Command editPost() {
    return Command.of(
            "editPost",
            Edit.class,
            "Changes one's own post; an empty `pictureID` takes the picture away",
            (call, post) ->
                changes.edit(
                    call.caller(),
                    post.postID(),
                    new PostChanges.Draft(
                        post.title(),
                        post.body(),
                        post.categories(),
                        post.postType(),
                        post.pictureID())))
        .example("{'postID':'17','body':'At last!'}", Examples.POST);
  }

  @Produces
  Command deletePost() {
    return Command.of(
            "deletePost",
            One.class,
            "Deletes a post; its author may, a group's administrator, and moderators",
            (call, one) -> {
              changes.delete(call.caller(), one.postID());
              return one.postID().toString();
            })
        .example("'17'", "'17'");
  }

  @Produces
  Command likePost() {
    return Command.of(
            "likePost",
            Vote.class,
            "Likes or dislikes a `post` or a `comment`; the same again takes it back",
            (call, vote) ->
                votes.vote(call.caller(), vote.messageType(), vote.messageID(), vote.reaction()))
        .example(
            "{'messageType':'post','messageID':'17','reaction':true}",
            "{'likes':3,'dislikes':0,'userWithReaction':'2','userReactions':1}");
  }
}
