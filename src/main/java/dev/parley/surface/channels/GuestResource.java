package dev.parley.surface.channels;

import dev.parley.accounts.Account;
import dev.parley.accounts.Accounts;
import dev.parley.accounts.CurrentCaller;
import dev.parley.accounts.Names;
import dev.parley.accounts.SessionResponses;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** Coming in, as the first browser client does. */
@Path("user")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GuestResource {

  @Inject Entrance entrance;
  @Inject Accounts accounts;
  @Inject CurrentCaller current;
  @Inject SessionResponses sessions;

  /** Who came in. */
  public record Self(UUID userId, String username) {

    static Self of(Account.View account) {
      return new Self(account.handle(), account.name());
    }
  }

  /** The client asks at each start: whoever still has the session is found by it. */
  @POST
  public Response findOrCreate(Entrance.Guest guest, @HeaderParam("User-Agent") String userAgent) {
    Optional<Caller> caller =
        current
            .find()
            .filter(
                c ->
                    guest.username() != null
                        && Names.key(c.name()).equals(Names.key(guest.username())));
    if (caller.isPresent()) {
      return Response.ok(Self.of(accounts.own(caller.get()))).build();
    }
    Entrance.Entered entered = entrance.enter(guest, userAgent);
    return Response.status(entered.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(Self.of(entered.opened().account()))
        .cookie(sessions.cookie(entered.opened()))
        .build();
  }
}
