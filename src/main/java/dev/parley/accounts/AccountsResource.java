package dev.parley.accounts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Payloads;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Registering, and one's own account. */
@Path("/accounts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  @Inject Accounts accounts;
  @Inject CurrentCaller current;
  @Inject SessionResponses responses;
  @Inject Payloads payloads;

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

  /** The password is not needed by a guest, who has none. */
  public record Farewell(String password) {}

  @PATCH
  @Path("/me")
  @Operation(summary = "Change one's own account; address and password need the current one")
  public Account.View update(Account.Update update) {
    return accounts.updateOwn(current.get(), update);
  }

  @DELETE
  @Path("/me")
  @Consumes(MediaType.WILDCARD) // A guest need not send a body, and then it has no type.
  @RequestBody(content = @Content(schema = @Schema(implementation = Farewell.class)))
  @Operation(summary = "Delete one's own account; what it wrote stays, without the name")
  public Response delete(String body) {
    Caller caller = current.get();
    accounts.deleteOwn(caller, payloads.parse(body, Farewell.class).password());
    return responses.ended();
  }

  @PATCH
  @Path("/{id: \\d+}")
  @Operation(summary = "Change anybody's account, as an administrator")
  public Account.View updateAnybody(@PathParam("id") long id, Account.Update update) {
    return accounts.update(current.get(), id, update);
  }

  @DELETE
  @Path("/{id: \\d+}")
  @Operation(summary = "Delete anybody's account, as an administrator")
  public void deleteAnybody(@PathParam("id") long id) {
    accounts.delete(current.get(), id);
  }

  @PUT
  @Path("/me/password")
  @Operation(summary = "Set a new password; all other sessions end")
  public void changePassword(NewPassword change) {
    accounts.changePassword(current.get(), change.oldPassword(), change.newPassword());
  }
}
