package dev.parley.groups;

import dev.parley.accounts.AccountEvent;
import dev.parley.conversations.Admission;
import dev.parley.conversations.ConversationEvent;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.people.BlockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The open requests and invitations. Whoever takes one out has it for good: of two at once, one
 * finds nothing.
 */
@ApplicationScoped
class Wishes {

  @Inject Sql sql;
  @Inject Event<GroupEvent> events;

  void ask(long groupId, long accountId) {
    sql.update(
        "INSERT INTO group_requests (conversation_id, account_id) VALUES (?, ?)",
        groupId,
        accountId);
  }

  void invite(long groupId, long accountId, long inviterId) {
    sql.update(
        """
        INSERT INTO group_invitations (conversation_id, account_id, inviter_id) VALUES (?, ?, ?)
        """,
        groupId,
        accountId,
        inviterId);
  }

  /** Whether there was a request; now there is none. */
  boolean takeRequest(long groupId, long accountId) {
    return sql.update(
            "DELETE FROM group_requests WHERE conversation_id = ? AND account_id = ?",
            groupId,
            accountId)
        > 0;
  }

  /** Who had invited them, if somebody had; now nobody has. */
  Optional<Long> takeInvitation(long groupId, long accountId) {
    return sql.first(
        row -> row.getLong("inviter_id"),
        """
        DELETE FROM group_invitations WHERE conversation_id = ? AND account_id = ?
        RETURNING inviter_id
        """,
        groupId,
        accountId);
  }

  /** Nobody is put into a group who has not asked for it; who is invited decides themselves. */
  void observe(@Observes Admission admission) {
    boolean unwanted =
        sql.first(
                row -> true,
                """
                SELECT 1 FROM groups g WHERE g.conversation_id = ?
                  AND NOT EXISTS (SELECT FROM group_requests r
                    WHERE r.conversation_id = g.conversation_id AND r.account_id = ?)
                """,
                admission.conversationId(),
                admission.accountId())
            .isPresent();
    if (unwanted) {
      throw Refusal.forbidden("people come into this group by invitation or on request");
    }
  }

  /** Who is in, on whatever way, waits no more. */
  void observe(@Observes ConversationEvent event) {
    if (event instanceof ConversationEvent.MemberAdded added) {
      long groupId = added.conversationId();
      takeInvitation(groupId, added.accountId());
      if (takeRequest(groupId, added.accountId()) && added.byAccountId() != added.accountId()) {
        events.fire(
            new GroupEvent.RequestAccepted(groupId, added.accountId(), added.byAccountId()));
      }
    }
  }

  /** Across a block nobody invites anybody, and nobody asks to come to the blocker. */
  void observe(@Observes BlockEvent event) {
    if (event instanceof BlockEvent.Blocked blocked) {
      sql.update(
          """
          DELETE FROM group_invitations WHERE (inviter_id, account_id) IN ((?, ?), (?, ?))
          """,
          blocked.blockerId(),
          blocked.blockedId(),
          blocked.blockedId(),
          blocked.blockerId());
      sql.update(
          """
          DELETE FROM group_requests r USING conversations c
          WHERE c.id = r.conversation_id AND c.creator_id = ? AND r.account_id = ?
          """,
          blocked.blockerId(),
          blocked.blockedId());
    }
  }

  /** Who is gone wants nothing. */
  void observe(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Deleted) {
      sql.update("DELETE FROM group_requests WHERE account_id = ?", event.accountId());
      sql.update("DELETE FROM group_invitations WHERE account_id = ?", event.accountId());
    }
  }
}
