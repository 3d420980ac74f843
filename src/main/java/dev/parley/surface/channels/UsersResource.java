package dev.parley.surface.channels;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Caller;
import dev.parley.people.People;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Finding people, and one's own channels. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

  private static final int MOST = 100;

  @Inject People people;
  @Inject Channels channels;
  @Inject CurrentCaller current;

  @GET
  public Shapes.Users find(@QueryParam("username") String part) {
    return new Shapes.Users(
        people.list(current.get(), part, false, null, MOST).items().stream()
            .map(person -> new Shapes.User(person.handle(), person.name()))
            .toList());
  }

  @GET
  @Path("{uid}/channels")
  public Shapes.OwnChannels channels(@PathParam("uid") String uid) {
    Caller caller = current.get();
    channels.requireSelf(caller, uid);
    String self = Long.toString(caller.accountId());
    return new Shapes.OwnChannels(
        channels.all(caller).stream()
            .map(
                channel ->
                    new Shapes.OwnChannel(
                        channel.handle(),
                        channel.displayname(),
                        self.equals(channel.view().creatorID()),
                        channels.members(caller, channel)))
            .toList());
  }
}
