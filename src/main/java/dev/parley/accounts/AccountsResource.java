package dev.parley.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Registering, and one's own account. */
@Path("/accounts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  @Inject Accounts accounts;
  @Inject CurrentCaller current;
  @Inject SessionResponses responses;

  /** Without a password the account is a guest's. {@code bearer}: give a token, set no cookie. */
  public record Registration(
      @NotNull String name, String password, String fullName, String email, boolean bearer) {}

  /** The old password is not needed by a guest, who has none. */
  public record NewPassword(String oldPassword, @NotNull String newPassword) {}

  @POST
  @Operation(summary = "Register, or come in as a guest")
  public Response register(Registration r, @HeaderParam("User-Agent") String userAgent) {
    return responses.opened(
        accounts.register(r.name(), r.password(), r.fullName(), r.email(), userAgent), r.bearer());
  }

  @GET
  @Path("/me")
  @Operation(summary = "One's own account")
  public Account.View me() {
    return accounts.own(current.get());
  }

  @PUT
  @Path("/me/password")
  @Operation(summary = "Set a new password; all other sessions end")
  public void changePassword(NewPassword change) {
    accounts.changePassword(current.get(), change.oldPassword(), change.newPassword());
  }
}
