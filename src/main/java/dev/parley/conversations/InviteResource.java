package dev.parley.conversations;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A link, for whoever knows its code. */
@Path("/invites/{code}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InviteResource {

  @Inject Invites invites;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "Where a link leads")
  public Invite.Info info(@PathParam("code") String code) {
    return invites.info(current.get(), code);
  }

  @POST
  @Operation(summary = "Join by a link; members get the conversation")
  public Conversation.View join(@PathParam("code") String code) {
    return invites.join(current.get(), code);
  }
}
