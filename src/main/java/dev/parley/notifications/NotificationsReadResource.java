package dev.parley.notifications;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which of one's notifications one has read. */
@Path("/notifications/read")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsReadResource {

  @Inject Notifications notifications;
  @Inject CurrentCaller current;

  @PUT
  @Operation(summary = "Note that one has read some notifications, or all")
  public Map<String, Long> markRead(NotificationCommands.Which which) {
    return Map.of(
        "unread",
        notifications.markRead(current.get(), which.ids(), Boolean.TRUE.equals(which.all())));
  }
}
