package dev.parley.notifications;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's notifications. */
@Path("/notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

  @Inject Notifications notifications;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "One's notifications, read or not, the newest first; `before`: older ones")
  public Notification.Portion list(
      @QueryParam("before") Long before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
    return notifications.list(current.get(), before, limit);
  }
}
