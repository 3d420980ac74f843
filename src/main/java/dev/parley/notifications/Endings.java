package dev.parley.notifications;

import dev.parley.accounts.AccountEvent;
import dev.parley.conversations.ConversationEvent;
import dev.parley.people.BlockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What becomes of notifications when what they are about ends or is called something else. */
@ApplicationScoped
public class Endings {

  @Inject NotificationStore store;

  /** With an account goes what it was told and what others were told of it. */
  void observe(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Deleted) {
      store.remove("(n.account_id = ? OR n.actor_id = ?)", event.accountId(), event.accountId());
    } else if (event instanceof AccountEvent.Changed) {
      store.reworded("n.actor_id = ?", event.accountId());
    }
  }

  /** A block takes back what either was told of the other. */
  void observe(@Observes BlockEvent event) {
    if (event instanceof BlockEvent.Blocked) {
      store.remove(
          "(n.account_id = ? AND n.actor_id = ? OR n.account_id = ? AND n.actor_id = ?)",
          event.blockerId(),
          event.blockedId(),
          event.blockedId(),
          event.blockerId());
    }
  }

  /** What happens among members is for members only. */
  void observe(@Observes ConversationEvent event) {
    long id = event.conversationId();
    if (event instanceof ConversationEvent.Deleted) {
      store.remove("n.conversation_id = ?", id);
    } else if (event instanceof ConversationEvent.MemberAdded added) {
      // Whichever way they came in: what was asked is answered by it.
      store.answered(
          true,
          NotificationKind.INVITATION,
          "n.conversation_id = ? AND n.account_id = ?",
          id,
          added.accountId());
      store.answered(
          true,
          NotificationKind.JOIN_REQUEST,
          "n.conversation_id = ? AND n.actor_id = ?",
          id,
          added.accountId());
    } else if (event instanceof ConversationEvent.MemberRemoved removed) {
      left(id, removed.accountId());
    } else if (event instanceof ConversationEvent.Changed) {
      store.forget(
          """
          n.conversation_id = ? AND n.kind = 'join group request' AND NOT EXISTS (
            SELECT FROM memberships m WHERE m.conversation_id = n.conversation_id
              AND m.account_id = n.account_id AND m.role = 'admin')
          """,
          id);
      store.reworded("n.conversation_id = ?", id);
    }
  }

  private void left(long conversationId, long accountId) {
    store.forget(
        """
        n.conversation_id = ? AND (n.account_id = ? AND n.kind IN ('join group request',
            'new chat message', 'new group event', 'group event reminder', 'group post', 'comment',
            'reaction')
          OR n.actor_id = ? AND n.kind = 'invite to group')
        """,
        conversationId,
        accountId,
        accountId);
  }
}
