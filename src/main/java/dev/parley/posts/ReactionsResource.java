package dev.parley.posts;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Votes on posts and comments. */
@Path("/reactions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReactionsResource {

  @Inject Votes votes;
  @Inject CurrentCaller current;

  /** The same again takes it back. */
  public record Vote(
      @NotNull String messageType, @NotNull Long messageID, @NotNull Boolean reaction) {}

  @POST
  @Operation(summary = "Like or dislike a `post` or a `comment`, or take that back")
  public Votes.Tally vote(Vote vote) {
    return votes.vote(current.get(), vote.messageType(), vote.messageID(), vote.reaction());
  }
}
