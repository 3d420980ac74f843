package dev.parley.conversations;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** The WebSocket types about links to groups and channels. */
@ApplicationScoped
public class InviteCommands {

  @Inject Invites invites;

  /** What is null has no limit. */
  public record Create(
      @NotNull Long chatID, @Min(1) @Max(8760) Integer hours, @Min(1) @Max(1000) Integer uses) {}

  /** A conversation. */
  public record Chat(@NotNull Long chatID) {}

  /** A link, by its number. */
  public record Revoke(@NotNull Long inviteID) {}

  /** A link, by its secret. */
  public record Code(@NotNull String code) {}

  @Produces
  Command createInvite() {
    return Command.of(
            "createInvite",
            Create.class,
            "Makes a link by which one joins a group or channel",
            (call, create) ->
                invites.create(call.caller(), create.chatID(), create.hours(), create.uses()))
        .example(
            "{'chatID':'9','hours':24,'uses':5}",
            "{'id':'5','chatID':'9','code':'Zm9vYmFyYmF6cXV4',"
                + "'dateCreate':'2024-05-01T12:00:00Z','expires':'2024-05-02T12:00:00Z',"
                + "'uses':0,'usesLeft':5}");
  }

  @Produces
  Command invites() {
    return Command.of(
            "invites",
            Chat.class,
            "The links to a group or channel that work",
            (call, chat) -> invites.list(call.caller(), chat.chatID()))
        .example(
            "{'chatID':'9'}", "{'invites':[{'id':'5','chatID':'9','code':'Zm9vYmFyYmF6cXV4'}]}");
  }

  @Produces
  Command revokeInvite() {
    return Command.of(
            "revokeInvite",
            Revoke.class,
            "Ends a link",
            (call, revoke) -> {
              invites.revoke(call.caller(), revoke.inviteID());
              return Map.of("inviteID", revoke.inviteID().toString());
            })
        .example("{'inviteID':'5'}", "{'inviteID':'5'}");
  }

  @Produces
  Command inviteInfo() {
    return Command.of(
            "inviteInfo",
            Code.class,
            "Where a link leads",
            (call, link) -> invites.info(call.caller(), link.code()))
        .example(
            "{'code':'Zm9vYmFyYmF6cXV4'}",
            "{'chatID':'9','name':'book club','topic':'','picture':null,"
                + "'memberCount':2,'member':false}");
  }

  @Produces
  Command joinByInvite() {
    return Command.of(
            "joinByInvite",
            Code.class,
            "Joins by a link",
            (call, link) -> invites.join(call.caller(), link.code()))
        .example(
            "{'code':'Zm9vYmFyYmF6cXV4'}",
            "{'id':'9','name':'book club','ev':977,'memberCount':2}");
  }
}
