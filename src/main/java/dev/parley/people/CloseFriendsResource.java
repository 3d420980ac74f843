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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Those of one's followers who see what is for close friends. */
@Path("/close-friends")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CloseFriendsResource {

  @Inject CloseFriends friends;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "One's own close friends")
  public List<Acquaintance> list() {
    return friends.list(current.get());
  }

  @GET
  @Path("/others")
  @Operation(summary = "One's followers who are no close friends, by a part of their name")
  public List<Acquaintance> others(@QueryParam("text") String text) {
    return friends.others(current.get(), text);
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Choose a follower as a close friend; they are not told")
  public void add(@PathParam("id") long id) {
    friends.add(current.get(), id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Choose a close friend no more; they are not told")
  public void remove(@PathParam("id") long id) {
    friends.remove(current.get(), id);
  }
}
