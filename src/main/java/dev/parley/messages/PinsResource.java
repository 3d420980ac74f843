package dev.parley.messages;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A conversation's pinned messages. */
@Path("/conversations/{id}/pins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PinsResource {

  @Inject Pins pins;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "The pinned messages, the last pin first")
  public Pins.Pinned list(@PathParam("id") long id) {
    return pins.list(current.get(), id);
  }
}
