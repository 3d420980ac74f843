package dev.parley.surface.forum;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.posts.Comment;
import dev.parley.posts.CommentChanges;
import dev.parley.posts.Votes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What people say to posts: comments and votes. */
@Path("/remarks/api")
@RequestScoped
public class RemarksResource {

  private static final String LIKE = "like";
  private static final String DISLIKE = "dislike";

  @Inject CommentChanges comments;
  @Inject Votes votes;
  @Inject Actor actor;

  /** A comment to write below a post. */
  public record NewComment(String content, Long creatorid, Long postid) {}

  /**
   * A vote.
   *
   * @param type {@code like} or {@code dislike}
   * @param group {@code post} or {@code comment}, which {@code id} is the number of
   */
  public record Vote(Long id, Long creatorid, String type, String group) {}

  /** The votes on something, after one more, or one less. */
  public record Count(
      String id,
      String type,
      String creatorid,
      String group,
      int countlike,
      int countdislike,
      boolean likestate,
      boolean dislikestate) {}

  @POST
  @Path("comment")
  public Response comment(NewComment comment) {
    Caller caller = actor.named(comment.creatorid());
    List<Comment> all =
        comments
            .add(caller, Actor.id("postid", comment.postid()), comment.content(), null)
            .comments();
    String own = Long.toString(caller.accountId());
    // The newest of one's own: others may have written since.
    Comment written =
        all.stream()
            .filter(one -> one.content().userID().equals(own))
            .reduce((one, next) -> next)
            .orElseThrow();
    return Answers.json(ForumComment.of(written));
  }

  @POST
  @Path("vote")
  public Response vote(Vote vote) {
    Caller caller = actor.named(vote.creatorid());
    boolean like = LIKE.equals(vote.type());
    if (!like && !DISLIKE.equals(vote.type())) {
      throw Refusal.invalid("type", "type must be like or dislike");
    }
    if (vote.group() == null) {
      throw Refusal.invalid("group", "group is missing");
    }
    Votes.Tally tally = votes.vote(caller, vote.group(), Actor.id("id", vote.id()), like);
    return Answers.json(
        new Count(
            Long.toString(vote.id()),
            vote.type(),
            tally.userWithReaction(),
            vote.group(),
            tally.likes(),
            tally.dislikes(),
            tally.userReactions() == 1,
            tally.userReactions() == 0));
  }
}
