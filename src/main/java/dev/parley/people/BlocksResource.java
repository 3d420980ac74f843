package dev.parley.people;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's own blocks. */
@Path("/blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BlocksResource {

  @Inject People people;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "The people whom one blocks")
  public People.Blocked list() {
    return people.blocked(current.get());
  }
}
