package dev.parley.people;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether one blocks somebody. */
@Path("/people/{id}/block")
@RequestScoped
public class BlockResource {

  @Inject Blocks blocks;
  @Inject CurrentCaller current;

  @PUT
  @Operation(summary = "Hear nothing more from somebody in private; they are not told")
  public void block(@PathParam("id") long id) {
    blocks.block(current.get(), id);
  }

  @DELETE
  @Operation(summary = "End a block")
  public void unblock(@PathParam("id") long id) {
    blocks.unblock(current.get(), id);
  }
}
