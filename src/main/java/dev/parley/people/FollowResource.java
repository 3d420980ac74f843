package dev.parley.people;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether one follows somebody. */
@Path("/follows/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FollowResource {

  @Inject Follows follows;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "Whether one follows somebody, and they oneself")
  public Relation get(@PathParam("id") long id) {
    return follows.relation(current.get(), id);
  }

  @PUT
  @Operation(summary = "Follow somebody, or ask to if the profile is private")
  public Relation follow(@PathParam("id") long id) {
    follows.follow(current.get(), id);
    return follows.relation(current.get(), id);
  }

  @DELETE
  @Operation(summary = "Follow somebody no more, or withdraw the request")
  public Relation unfollow(@PathParam("id") long id) {
    follows.unfollow(current.get(), id);
    return follows.relation(current.get(), id);
  }
}
