package dev.parley.notifications;

import dev.parley.conversations.Memberships;
import dev.parley.posts.PostEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** What people are told of posts: new ones in their groups, and what others say of their own. */
@ApplicationScoped
public class PostNotifications {

  @Inject NotificationStore store;
  @Inject Memberships memberships;

  void observe(@Observes PostEvent event) {
    long id = event.postId();
    if (event instanceof PostEvent.Posted posted && posted.groupId() != null) {
      store.tell(
          NotificationKind.GROUP_POST,
          memberships.accountsIn(posted.groupId()),
          Notification.About.post(posted.authorId(), posted.groupId(), id, null));
    } else if (event instanceof PostEvent.Deleted) {
      store.remove("n.post_id = ?", id);
    } else if (event instanceof PostEvent.Commented commented) {
      store.tell(
          NotificationKind.COMMENT,
          List.of(commented.authorId()),
          Notification.About.post(commented.actorId(), null, id, commented.commentId()));
    } else if (event instanceof PostEvent.CommentDeleted deleted) {
      store.remove("n.post_id = ? AND n.comment_id = ?", id, deleted.commentId());
    } else if (event instanceof PostEvent.Voted voted) {
      voted(voted);
    }
  }

  /** Whoever likes and then dislikes has reacted once. */
  private void voted(PostEvent.Voted vote) {
    if (vote.liked() == null) {
      store.forget(
          """
          n.kind = 'reaction' AND n.actor_id = ? AND n.post_id = ?
          AND n.comment_id IS NOT DISTINCT FROM ?::bigint
          """,
          vote.actorId(),
          vote.postId(),
          vote.commentId());
    } else {
      store.tell(
          NotificationKind.REACTION,
          List.of(vote.votedAuthorId()),
          Notification.About.post(vote.actorId(), null, vote.postId(), vote.commentId()));
    }
  }
}
