package dev.parley.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's own settings. */
@Path("/accounts/me/settings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

  @Inject Accounts accounts;
  @Inject CurrentCaller current;

  /** What is null stays as it is. */
  public record Change(Boolean receipts) {}

  @PATCH
  @Operation(summary = "Change one's settings")
  public Account.View change(Change change) {
    return accounts.updateSettings(current.get(), change.receipts());
  }
}
