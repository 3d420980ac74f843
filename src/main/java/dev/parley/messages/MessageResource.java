package dev.parley.messages;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Single messages. */
@Path("/messages/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

  @Inject Messages messages;
  @Inject MessageChanges changes;
  @Inject CurrentCaller current;

  /** Another text. */
  public record Edit(@NotNull String content) {}

  /** The same emoji again takes it back. */
  public record Emoji(@NotNull String emoji) {}

  @GET
  @Operation(summary = "One message")
  public Message.View get(@PathParam("id") long id) {
    return messages.get(current.get(), id);
  }

  @PATCH
  @Operation(summary = "Put another text into one's own message")
  public Message.View edit(@PathParam("id") long id, Edit edit) {
    return changes.edit(current.get(), id, edit.content());
  }

  @DELETE
  @Operation(summary = "Empty a message; it keeps its number")
  public Message.View delete(@PathParam("id") long id) {
    return changes.delete(current.get(), id);
  }

  @POST
  @Path("/reactions")
  @Operation(summary = "Add an emoji, or take it back")
  public Message.View react(@PathParam("id") long id, Emoji reaction) {
    return changes.react(current.get(), id, reaction.emoji());
  }

  @PUT
  @Path("/pin")
  @Operation(summary = "Pin a message")
  public Message.View pin(@PathParam("id") long id) {
    return changes.pin(current.get(), id, true);
  }

  @DELETE
  @Path("/pin")
  @Operation(summary = "Take the pin out")
  public Message.View unpin(@PathParam("id") long id) {
    return changes.pin(current.get(), id, false);
  }
}
