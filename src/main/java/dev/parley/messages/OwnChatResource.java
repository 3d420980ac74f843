package dev.parley.messages;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What one keeps about a conversation; nobody else sees it. */
@Path("/conversations/{id}/own")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnChatResource {

  @Inject OwnChats own;
  @Inject CurrentCaller current;

  /** A time, {@code forever}, or null to end it. */
  public record Mute(String until) {}

  /** In or out. */
  public record Archive(@NotNull Boolean archived) {}

  /** Empty: there is none any more. */
  public record Draft(@NotNull String content) {}

  /** The first message that is to be unread. */
  public record Unread(@NotNull Long seq) {}

  @PUT
  @Path("/mute")
  @Operation(summary = "Mute the conversation until a time or forever; null ends it")
  public OwnChat mute(@PathParam("id") long id, Mute mute) {
    return own.mute(current.get(), id, mute.until());
  }

  @PUT
  @Path("/archive")
  @Operation(summary = "Put the conversation into the archive, or take it out")
  public OwnChat archive(@PathParam("id") long id, Archive archive) {
    return own.archive(current.get(), id, archive.archived());
  }

  @PUT
  @Path("/draft")
  @Operation(summary = "Keep what one has begun to write")
  public OwnChat saveDraft(@PathParam("id") long id, Draft draft) {
    return own.saveDraft(current.get(), id, draft.content());
  }

  @PUT
  @Path("/unread")
  @Operation(summary = "Make a message and what follows it unread again")
  public OwnChat markUnread(@PathParam("id") long id, Unread unread) {
    return own.markUnread(current.get(), id, unread.seq());
  }
}
