package dev.parley.notifications;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

  private static final int PORTION = 50;
  private static final int LARGEST_PORTION = 100;

  @Inject Notifications notifications;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "One's notifications, read or not, the newest first; `before`: older ones")
  public Notification.Portion list(
      @QueryParam("before") Long before, @QueryParam("limit") Integer limit) {
    return notifications.list(current.get(), before, Limits.check(limit, PORTION, LARGEST_PORTION));
  }
}
