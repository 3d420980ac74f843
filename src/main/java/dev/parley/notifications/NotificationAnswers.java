package dev.parley.notifications;

import dev.parley.groups.Groups;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.people.Follows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Answering what a notification asks. Others' notifications are not there, and what has been
 * answered, by whomever of those who were asked, stays so. What an answer does is the business of
 * those who own the request; they tell when it is done, and the notification learns it from that.
 */
@ApplicationScoped
@Transactional
public class NotificationAnswers {

  @Inject Sql sql;
  @Inject Follows follows;
  @Inject Groups groups;

  /**
   * Something that was asked and is answered now.
   *
   * @param actorId who had asked; {@code groupId} to join which group, 0 for none
   */
  public record Question(NotificationKind kind, long actorId, long groupId) {}

  private record Found(Question question, String answer) {}

  /** Accepts or declines whatever a notification asks. */
  public Question answer(Caller caller, long notificationId, boolean accepted) {
    return answer(caller, notificationId, null, accepted);
  }

  /**
   * Accepts or declines.
   *
   * @param kind what the notification must ask, or null
   */
  public Question answer(
      Caller caller, long notificationId, NotificationKind kind, boolean accepted) {
    Found found =
        sql.first(
                row ->
                    new Found(
                        new Question(
                            NotificationKind.of(row.getString("kind")),
                            row.getLong("actor_id"),
                            row.getLong("conversation_id")),
                        row.getString("answer")),
                "SELECT n.kind, n.actor_id, n.conversation_id, n.answer"
                    + Notification.FROM
                    + """
                    AND n.id = ? AND n.account_id = ? AND (?::text IS NULL OR n.kind = ?)
                    AND n.kind IN ('follow request', 'join group request', 'invite to group')
                    """,
                notificationId,
                caller.accountId(),
                kind == null ? null : kind.code(),
                kind == null ? null : kind.code())
            .orElseThrow(() -> Refusal.notFound("notification"));
    if (found.answer() != null) {
      throw Refusal.conflict(null, "this has been answered already");
    }
    pass(caller, found.question(), accepted);
    return found.question();
  }

  private void pass(Caller caller, Question question, boolean accepted) {
    long who = question.actorId();
    long group = question.groupId();
    switch (question.kind()) {
      case FOLLOW_REQUEST -> {
        if (accepted) {
          follows.accept(caller, who);
        } else {
          follows.decline(caller, who);
        }
      }
      case JOIN_REQUEST -> {
        if (accepted) {
          groups.acceptRequest(caller, group, who);
        } else {
          groups.declineRequest(caller, group, who);
        }
      }
      case INVITATION -> {
        if (accepted) {
          groups.acceptInvitation(caller, group);
        } else {
          groups.declineInvitation(caller, group);
        }
      }
      default -> throw new IllegalStateException(question.kind().code());
    }
  }
}
