package dev.parley.notifications;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/** The WebSocket types about one's notifications. */
@ApplicationScoped
public class NotificationCommands {

  private static final int PORTION = 50;

  private static final String EXAMPLE =
      """
      {'id':41,'userId':'2','fromUserId':'3','type':'follow request',\
      'body':'ben wants to follow you','groupId':null,'postId':null,'read':0,\
      'dateCreate':'2024-05-01T12:00:00Z','chatId':null,'eventId':null,'answer':null}\
      """;

  @Inject Notifications notifications;
  @Inject NotificationSettings settings;

  /** A portion of all of them. */
  public record Portion(Long before, @Min(1) @Max(100) Integer limit) {}

  /** Some, or all. */
  public record Which(List<@NotNull Long> ids, Boolean all) {}

  @Produces
  Command getUserNotifications() {
    return Command.of(
            "getUserNotifications",
            Command.Nothing.class,
            "One's unread notifications, the newest first",
            (call, nothing) -> notifications.unread(call.caller().accountId()))
        .example("null", "[" + EXAMPLE + "]");
  }

  @Produces
  Command notifications() {
    return Command.of(
            "notifications",
            Portion.class,
            "One's notifications, read or not, before one of them; the newest first",
            (call, portion) ->
                notifications.list(
                    call.caller(),
                    portion.before(),
                    portion.limit() == null ? PORTION : portion.limit()))
        .example("{'limit':20}", "{'notifications':[" + EXAMPLE + "],'more':false,'unread':1}");
  }

  @Produces
  Command markNotificationsRead() {
    return Command.of(
            "markNotificationsRead",
            Which.class,
            "Notes that one has read notifications: those of these `ids`, or `all`",
            (call, which) ->
                Map.of(
                    "unread",
                    notifications.markRead(
                        call.caller(), which.ids(), Boolean.TRUE.equals(which.all()))))
        .example("{'all':true}", "{'unread':0}");
  }

  @Produces
  Command setNotificationSettings() {
    return Command.of(
            "setNotificationSettings",
            NotificationSettings.Told.class,
            "Switches notifications of group posts, comments and reactions on or off; tells what is so",
            (call, told) -> settings.set(call.caller(), told))
        .example("{'comment':false}", "{'groupPost':true,'comment':false,'reaction':true}");
  }
}
