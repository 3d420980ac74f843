package dev.parley.accounts;

import dev.parley.kernel.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Logging in and out, and the list of one's sessions. */
@Path("/sessions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  @Inject Accounts accounts;
  @Inject Logins logins;
  @Inject CurrentCaller current;
  @Inject SessionResponses responses;

  /** {@code name} may be an e-mail address. {@code bearer}: give a token, set no cookie. */
  public record Credentials(@NotNull String name, @NotNull String password, boolean bearer) {}

  /** One's own sessions. */
  public record Sessions(List<Login.View> items) {}

  /** Who is logged in; both null when nobody is. */
  public record Current(Account.View account, Login.View session) {}

  @POST
  @Operation(summary = "Log in")
  public Response logIn(Credentials c, @HeaderParam("User-Agent") String userAgent) {
    return responses.opened(accounts.logIn(c.name(), c.password(), userAgent), c.bearer());
  }

  @GET
  @Operation(summary = "One's own sessions, the one used last first")
  public Sessions list() {
    return new Sessions(logins.list(current.get()));
  }

  @GET
  @Path("/current")
  @Operation(summary = "Who is logged in; answers 200 for nobody, too")
  public Current current() {
    Optional<Caller> caller = current.find();
    return new Current(
        caller.map(accounts::own).orElse(null), caller.map(logins::get).orElse(null));
  }

  @DELETE
  @Path("/current")
  @Operation(summary = "Log out")
  public Response logOut() {
    Caller caller = current.get();
    logins.end(caller, caller.loginId());
    return responses.ended();
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "End one of one's own sessions; its sockets are closed")
  public void end(@PathParam("id") long id) {
    logins.end(current.get(), id);
  }
}
