package dev.parley.notifications;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Of what one wants to be told. */
@Path("/notifications/settings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NotificationSettingsResource {

  @Inject NotificationSettings settings;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "Of what one is told that one can do without")
  public NotificationSettings.Told get() {
    return settings.get(current.get());
  }

  @PATCH
  @Operation(summary = "Switch notifications of group posts, comments and reactions on or off")
  public NotificationSettings.Told set(NotificationSettings.Told told) {
    return settings.set(current.get(), told);
  }
}
