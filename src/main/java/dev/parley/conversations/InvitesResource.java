package dev.parley.conversations;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The links to a group or channel, for its administrators. */
@Path("/conversations/{id}/invites")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InvitesResource {

  @Inject Invites invites;
  @Inject CurrentCaller current;

  /** What is null has no limit. */
  public record NewInvite(@Min(1) @Max(8760) Integer hours, @Min(1) @Max(1000) Integer uses) {}

  @GET
  @Operation(summary = "The links that work")
  public Invites.Live list(@PathParam("id") long id) {
    return invites.list(current.get(), id);
  }

  @POST
  @Operation(summary = "Make a link by which one joins")
  public Response create(@PathParam("id") long id, NewInvite invite) {
    return Response.status(Response.Status.CREATED)
        .entity(invites.create(current.get(), id, invite.hours(), invite.uses()))
        .build();
  }

  @DELETE
  @Path("/{inviteID}")
  @Operation(summary = "End a link")
  public void revoke(@PathParam("id") long id, @PathParam("inviteID") long inviteId) {
    invites.revoke(current.get(), id, inviteId);
  }
}
