package dev.parley.groups;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about coming into groups. */
@ApplicationScoped
public class JoiningCommands {

  @Inject Groups groups;
  @Inject Outsiders outsiders;

  /** Somebody and a group. */
  public record Member(@NotNull Long groupID, @NotNull Long userID) {}

  /** The same in the words of another client. */
  public record Invite(@NotNull Long groupID, @NotNull Long user) {}

  /** What a name contains. */
  public record Search(@NotNull Long groupID, String user) {}

  /** Whose request, and whether they are taken in. */
  public record AnswerRequest(
      @NotNull Long groupID, @NotNull Long userID, @NotNull Boolean accept) {}

  /** Where one is invited, and whether one comes. */
  public record AnswerInvitation(@NotNull Long groupID, @NotNull Boolean accept) {}

  @Produces
  Command addUserToGroup() {
    return Command.of(
            "addUserToGroup",
            Member.class,
            "Invites somebody; done by a moderator, it takes in who has asked for it",
            (call, member) -> groups.invite(call.caller(), member.groupID(), member.userID()))
        .example(
            "{'groupID':'9','userID':'4','userName':'cat'}",
            "{'groupID':'9','userID':'4','userName':'cat','status':'invited'}");
  }

  @Produces
  Command inviteToGroup() {
    return Command.of(
            "inviteToGroup",
            Invite.class,
            "The same as `addUserToGroup`",
            (call, invite) -> groups.invite(call.caller(), invite.groupID(), invite.user()))
        .example(
            "{'groupID':'9','user':'4'}",
            "{'groupID':'9','userID':'4','userName':'cat','status':'invited'}");
  }

  @Produces
  Command searchUsersNotInGroup() {
    return Command.of(
            "searchUsersNotInGroup",
            Search.class,
            "People whom one might invite, by a part of their name",
            (call, search) -> outsiders.find(call.caller(), search.groupID(), search.user()))
        .example("{'groupID':'9','user':'cat'}", "[{'id':'4','userName':'cat','status':'none'}]");
  }

  @Produces
  Command requestToJoinToGroup() {
    return Command.of(
            "requestToJoinToGroup",
            GroupCommands.One.class,
            "Asks to be taken into a group",
            (call, one) -> groups.ask(call.caller(), one.groupID()))
        .example("'9'", "{'groupID':'9','userID':'4','userName':'cat','status':'requested'}");
  }

  @Produces
  Command groupRequests() {
    return Command.of(
            "groupRequests",
            GroupCommands.One.class,
            "Who asks to be taken into a group that one moderates",
            (call, one) -> outsiders.requests(call.caller(), one.groupID()))
        .example(
            "'9'",
            "[{'groupID':'9','userID':'4','userName':'cat',"
                + "'dateCreate':'2030-01-01T08:00:00Z'}]");
  }

  @Produces
  Command groupInvitations() {
    return Command.of(
            "groupInvitations",
            Command.Nothing.class,
            "The groups that one is invited to",
            (call, nothing) -> outsiders.invitations(call.caller()))
        .example(
            "{}",
            "[{'groupID':'9','name':'chess','userID':'2','userName':'ann',"
                + "'dateCreate':'2030-01-01T08:00:00Z'}]");
  }

  @Produces
  Command answerJoinRequest() {
    return Command.of(
            "answerJoinRequest",
            AnswerRequest.class,
            "Takes in who has asked for it, or does not; declining one's own withdraws it",
            (call, answer) ->
                answer.accept()
                    ? groups.acceptRequest(call.caller(), answer.groupID(), answer.userID())
                    : groups.declineRequest(call.caller(), answer.groupID(), answer.userID()))
        .example(
            "{'groupID':'9','userID':'4','accept':true}",
            "{'groupID':'9','userID':'4','accepted':true}");
  }

  @Produces
  Command answerInvitation() {
    return Command.of(
            "answerInvitation",
            AnswerInvitation.class,
            "Comes into a group that one is invited to, or does not",
            (call, answer) ->
                answer.accept()
                    ? groups.acceptInvitation(call.caller(), answer.groupID())
                    : groups.declineInvitation(call.caller(), answer.groupID()))
        .example("{'groupID':'9','accept':true}", "{'groupID':'9','userID':'4','accepted':true}");
  }
}
