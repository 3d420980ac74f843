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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who follows oneself, and who would like to. */
@Path("/followers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FollowersResource {

  private static final int MOST = 1000;

  @Inject Follows follows;
  @Inject FollowLists lists;
  @Inject CurrentCaller current;

  @GET
  @Path("/requests")
  @Operation(summary = "Who has asked to follow oneself and waits for an answer")
  public List<Acquaintance> requests() {
    return lists.requests(current.get(), MOST);
  }

  @GET
  @Path("/requests/sent")
  @Operation(summary = "Whom one has asked to follow without an answer yet")
  public List<Acquaintance> sent() {
    return lists.sent(current.get(), MOST);
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Let somebody follow oneself who has asked to")
  public void accept(@PathParam("id") long id) {
    follows.accept(current.get(), id);
  }

  @DELETE
  @Path("/requests/{id}")
  @Operation(summary = "Decline that somebody follows oneself who has asked to")
  public void decline(@PathParam("id") long id) {
    follows.decline(current.get(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Have somebody follow oneself no more")
  public void remove(@PathParam("id") long id) {
    follows.remove(current.get(), id);
  }
}
