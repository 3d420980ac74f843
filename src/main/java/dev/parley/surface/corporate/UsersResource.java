package dev.parley.surface.corporate;

import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.accounts.SessionResponses;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;

/** Registering and logging in. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
public class UsersResource {

  @Inject Accounts accounts;
  @Inject SessionResponses sessions;

  /** Who wants to come in. */
  public record Credentials(String username, String password, String email) {}

  @POST
  @Path("register")
  public Response register(Credentials user, @HeaderParam("User-Agent") String userAgent) {
    requireAll(user.username(), user.password(), user.email());
    Logins.Opened opened =
        accounts.register(user.username(), user.password(), null, user.email(), userAgent);
    return Response.status(Response.Status.CREATED)
        .entity(User.of(opened.account(), null))
        .cookie(sessions.cookie(opened))
        .build();
  }

  @POST
  @Path("auth")
  public Response auth(Credentials user, @HeaderParam("User-Agent") String userAgent) {
    requireAll(user.username(), user.password());
    Logins.Opened opened = accounts.logIn(user.username(), user.password(), userAgent);
    return Response.ok(User.of(opened.account(), opened.token()))
        .cookie(sessions.cookie(opened))
        .build();
  }

  private static void requireAll(String... fields) {
    if (Stream.of(fields).anyMatch(field -> field == null || field.isBlank())) {
      throw Refusal.invalid(null, "missing required fields");
    }
  }
}
