package dev.parley.surface.social;

import dev.parley.accounts.CurrentCaller;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The session that the client keeps: whether it is good, and its end. */
@Path("session")
@RequestScoped
public class SessionResource {

  @Inject CurrentCaller current;
  @Inject Logins logins;

  @GET
  @Path("checkAuth")
  public Response check() {
    current.get();
    return Response.ok().build();
  }

  /** The same: this client's versions don't agree on the method. */
  @POST
  @Path("checkAuth")
  public Response checkAgain() {
    return check();
  }

  /** The client forgets its cookie by itself. */
  @POST
  @Path("logout")
  public Response logOut() {
    Caller caller = current.get();
    logins.end(caller, caller.loginId());
    return Response.ok().build();
  }
}
