package dev.parley.notifications;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Call;
import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** The WebSocket types that answer what a notification asks; all take its id, bare or named. */
@ApplicationScoped
public class NotificationAnswerCommands {

  @Inject NotificationAnswers answers;

  /** A notification; who asked may be named, too, and is known without. */
  public record Asked(@NotNull @JsonAlias("id") Long notificationID) {

    /** Made of an object. */
    @JsonCreator
    public Asked {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Asked of(Long notificationID) {
      return new Asked(notificationID);
    }
  }

  @Produces
  Command acceptFollowRequest() {
    return Command.of(
            "acceptFollowRequest",
            Asked.class,
            "Lets somebody follow who has asked to, by the notification's id",
            (call, asked) -> follow(call, asked, true))
        .example("{'id':'41'}", "{'id':'41','userID':'3'}");
  }

  @Produces
  Command declineFollowRequest() {
    return Command.of(
            "declineFollowRequest",
            Asked.class,
            "Does not let somebody follow who has asked to",
            (call, asked) -> follow(call, asked, false))
        .example("{'id':'41'}", "{'id':'41','userID':'3'}");
  }

  @Produces
  Command acceptRequestToJoinGroup() {
    return Command.of(
            "acceptRequestToJoinGroup",
            Asked.class,
            "Takes somebody into a group who has asked for it; answers the group's id",
            (call, asked) -> {
              NotificationAnswers.Question question =
                  answer(call, asked, NotificationKind.JOIN_REQUEST, true);
              return Long.toString(question.groupId());
            })
        .example("'41'", "'9'");
  }

  @Produces
  Command declineRequestToJoinGroup() {
    return Command.of(
            "declineRequestToJoinGroup",
            Asked.class,
            "Does not take somebody into a group who has asked for it",
            (call, asked) -> {
              answer(call, asked, NotificationKind.JOIN_REQUEST, false);
              return "declined";
            })
        .example("'41'", "'declined'");
  }

  @Produces
  Command acceptInvitationToGroup() {
    return Command.of(
            "acceptInvitationToGroup",
            Asked.class,
            "Comes into the group of an invitation",
            (call, asked) -> {
              answer(call, asked, NotificationKind.INVITATION, true);
              return "accepted";
            })
        .example("'41'", "'accepted'");
  }

  @Produces
  Command declineInvitationToGroup() {
    return Command.of(
            "declineInvitationToGroup",
            Asked.class,
            "Does not come into the group of an invitation",
            (call, asked) -> {
              answer(call, asked, NotificationKind.INVITATION, false);
              return "declined";
            })
        .example("'41'", "'declined'");
  }

  private Map<String, String> follow(Call call, Asked asked, boolean accepted) {
    NotificationAnswers.Question question =
        answer(call, asked, NotificationKind.FOLLOW_REQUEST, accepted);
    return Map.of(
        "id", asked.notificationID().toString(), "userID", Long.toString(question.actorId()));
  }

  private NotificationAnswers.Question answer(
      Call call, Asked asked, NotificationKind kind, boolean accepted) {
    return answers.answer(call.caller(), asked.notificationID(), kind, accepted);
  }
}
