package dev.parley.groups;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The groups that one is in, or might come into. */
@Path("/groups/own")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OwnGroupsResource {

  @Inject GroupViews views;
  @Inject Outsiders outsiders;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "One's groups: all, or those that somebody else is in as well")
  public List<Group.Brief> list(@QueryParam("with") Long userId) {
    Caller caller = current.get();
    return views.of(caller, userId == null ? caller.accountId() : userId);
  }

  @GET
  @Path("/invitations")
  @Operation(summary = "The groups that one is invited to")
  public List<Group.Invitation> invitations() {
    return outsiders.invitations(current.get());
  }
}
