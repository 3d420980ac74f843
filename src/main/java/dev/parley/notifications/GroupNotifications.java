package dev.parley.notifications;

import dev.parley.groups.GroupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** What people are told of groups: who wants in, who is wanted, what is planned. */
@ApplicationScoped
public class GroupNotifications {

  private static final String REQUEST = "n.conversation_id = ? AND n.actor_id = ?";
  private static final String INVITATION = "n.conversation_id = ? AND n.account_id = ?";

  @Inject NotificationStore store;

  void observe(@Observes GroupEvent event) {
    long id = event.groupId();
    if (event instanceof GroupEvent.Requested asked) {
      store.tell(
          NotificationKind.JOIN_REQUEST,
          asked.moderatorIds(),
          Notification.About.place(asked.accountId(), id));
    } else if (event instanceof GroupEvent.RequestAccepted accepted) {
      store.answered(true, NotificationKind.JOIN_REQUEST, REQUEST, id, accepted.accountId());
      tell(NotificationKind.JOIN_ACCEPTED, accepted.accountId(), accepted.byAccountId(), id);
    } else if (event instanceof GroupEvent.RequestDeclined declined) {
      store.answered(false, NotificationKind.JOIN_REQUEST, REQUEST, id, declined.accountId());
      tell(NotificationKind.JOIN_DECLINED, declined.accountId(), declined.byAccountId(), id);
    } else if (event instanceof GroupEvent.RequestWithdrawn withdrawn) {
      store.forget("n.kind = 'join group request' AND " + REQUEST, id, withdrawn.accountId());
    } else {
      invitations(event);
      events(event);
    }
  }

  private void invitations(GroupEvent event) {
    long id = event.groupId();
    if (event instanceof GroupEvent.Invited invited) {
      tell(NotificationKind.INVITATION, invited.accountId(), invited.inviterId(), id);
    } else if (event instanceof GroupEvent.InvitationAccepted accepted) {
      store.answered(true, NotificationKind.INVITATION, INVITATION, id, accepted.accountId());
      tell(NotificationKind.INVITATION_ACCEPTED, accepted.inviterId(), accepted.accountId(), id);
    } else if (event instanceof GroupEvent.InvitationDeclined declined) {
      store.answered(false, NotificationKind.INVITATION, INVITATION, id, declined.accountId());
      tell(NotificationKind.INVITATION_REJECTED, declined.inviterId(), declined.accountId(), id);
    }
  }

  private void events(GroupEvent event) {
    long id = event.groupId();
    if (event instanceof GroupEvent.EventCreated created) {
      store.tell(
          NotificationKind.GROUP_EVENT,
          created.memberIds(),
          Notification.About.event(created.byAccountId(), id, created.eventId()));
    } else if (event instanceof GroupEvent.EventChanged changed) {
      store.reworded("n.event_id = ?", changed.eventId());
    } else if (event instanceof GroupEvent.EventDeleted deleted) {
      store.remove("n.event_id = ?", deleted.eventId());
    } else if (event instanceof GroupEvent.EventReminder near) {
      // The second reminder takes the place of the first one.
      store.remove("n.event_id = ? AND n.kind = 'group event reminder'", near.eventId());
      store.tell(
          NotificationKind.EVENT_REMINDER,
          near.accountIds(),
          Notification.About.event(null, id, near.eventId()));
    }
  }

  private void tell(NotificationKind kind, long accountId, long actorId, long groupId) {
    store.tell(kind, List.of(accountId), Notification.About.place(actorId, groupId));
  }
}
