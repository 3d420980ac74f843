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

/** How far one has read a conversation. */
@Path("/conversations/{id}/read")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReadMarkResource {

  @Inject Receipts receipts;
  @Inject CurrentCaller current;

  /** A message's number in its conversation. */
  public record ReadMark(@NotNull Long seq) {}

  @PUT
  @Operation(summary = "Move one's read mark upwards")
  public Receipts.Mark markRead(@PathParam("id") long id, ReadMark mark) {
    return receipts.markRead(current.get(), id, mark.seq());
  }
}
