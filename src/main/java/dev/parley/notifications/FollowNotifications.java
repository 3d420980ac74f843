package dev.parley.notifications;

import dev.parley.people.FollowEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** What people are told of who wants to follow them. */
@ApplicationScoped
public class FollowNotifications {

  private static final String OF_BOTH = "n.account_id = ? AND n.actor_id = ?";

  @Inject NotificationStore store;

  void observe(@Observes FollowEvent event) {
    long followed = event.followedId();
    long follower = event.followerId();
    if (event instanceof FollowEvent.Requested) {
      store.tell(
          NotificationKind.FOLLOW_REQUEST, List.of(followed), Notification.About.person(follower));
    } else if (event instanceof FollowEvent.Accepted) {
      store.answered(true, NotificationKind.FOLLOW_REQUEST, OF_BOTH, followed, follower);
    } else if (event instanceof FollowEvent.Declined) {
      store.answered(false, NotificationKind.FOLLOW_REQUEST, OF_BOTH, followed, follower);
    } else if (event instanceof FollowEvent.Withdrawn || event instanceof FollowEvent.Ended) {
      store.forget("n.kind = 'follow request' AND " + OF_BOTH, followed, follower);
    }
  }
}
