package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Coming into conversations and leaving them, and what one is and may there. */
@ApplicationScoped
@Transactional
public class MemberChanges {

  @PersistenceContext EntityManager entities;
  @Inject Sql sql;
  @Inject Memberships memberships;
  @Inject Pairs pairs;
  @Inject ConversationViews views;
  @Inject PrivateConversations privates;
  @Inject Event<Admission> admissions;
  @Inject Event<Leaving> leavings;
  @Inject Event<ConversationEvent> events;

  /**
   * Takes somebody in; only administrators of a group or channel may, and whoever made a private
   * conversation that waits for its second member.
   */
  public Conversation.View add(
      Caller caller, long conversationId, long accountId, MembershipRole role) {
    Conversation conversation = memberships.requireAdminOrMaker(caller, conversationId);
    pairs.requireInvitable(caller, Set.of(accountId));
    memberships.nextEv(conversationId);
    if (memberships.isMember(conversationId, accountId)) {
      throw Refusal.conflict("userID", "is already a member");
    }
    admissions.fire(new Admission(conversationId, accountId));
    if (conversation.kind() == Kind.PRIVATE) {
      privates.pair(caller, conversationId, accountId);
    }
    if (insert(conversationId, accountId, role) == 0) {
      throw Refusal.notFound("person");
    }
    Conversation.View view = views.shared(conversationId);
    events.fire(new ConversationEvent.MemberAdded(view, caller.accountId(), accountId));
    return view;
  }

  /** Takes in the caller, who was found to be no member while the conversation is held. */
  void join(Caller caller, long conversationId) {
    admit(caller.accountId(), conversationId, caller.accountId());
  }

  /**
   * Takes in somebody who wants it, which was found out while the conversation is held.
   *
   * @param byAccountId whose doing it is
   */
  public void admit(long byAccountId, long conversationId, long accountId) {
    memberships.nextEv(conversationId);
    if (insert(conversationId, accountId, MembershipRole.MEMBER) == 0) {
      throw Refusal.notFound("person");
    }
    events.fire(
        new ConversationEvent.MemberAdded(views.shared(conversationId), byAccountId, accountId));
  }

  /** Shows a member out, or leaves when it is the caller's own id. */
  public void remove(Caller caller, long conversationId, long accountId) {
    if (accountId != caller.accountId()) {
      memberships.requireAdminOrMaker(caller, conversationId);
    } else {
      memberships.require(caller, conversationId);
      if (!privates.waits(conversationId)) {
        Memberships.refuseFixed(entities.find(Conversation.class, conversationId));
      }
      memberships.hold(conversationId);
      leavings.fire(new Leaving(conversationId, accountId));
    }
    end(conversationId, caller.accountId(), accountId);
  }

  /** Ends a membership in a group or channel, which goes with its last member. */
  void end(long conversationId, long byAccountId, long accountId) {
    long ev = memberships.nextEv(conversationId);
    int removed =
        sql.update(
            "DELETE FROM memberships WHERE conversation_id = ? AND account_id = ?",
            conversationId,
            accountId);
    if (removed == 0) {
      throw Refusal.notFound("member");
    }
    if (privates.part(conversationId)) {
      mayWrite(conversationId, true); // Whatever block there was is between the two.
    }
    List<Long> promoted = keepAnAdmin(conversationId);
    if (isEmpty(conversationId)) {
      sql.update("DELETE FROM conversations WHERE id = ?", conversationId);
      events.fire(new ConversationEvent.Deleted(conversationId, ev, List.of(accountId)));
      return;
    }
    Conversation.View view = views.shared(conversationId);
    events.fire(new ConversationEvent.MemberRemoved(view, byAccountId, accountId));
    events.fire(new ConversationEvent.RolesChanged(conversationId, promoted));
  }

  /** Makes a member an administrator, or an administrator a member. */
  public Conversation.View setRole(
      Caller caller, long conversationId, long accountId, MembershipRole role) {
    memberships.requireAdmin(caller, conversationId);
    memberships.nextEv(conversationId);
    Membership member =
        entities.find(Membership.class, new Membership.Key(conversationId, accountId));
    if (member == null) {
      throw Refusal.notFound("member");
    }
    Set<Long> changed = new TreeSet<>();
    if (member.role() != role) {
      member.role(role);
      entities.flush();
      sql.update(
          "UPDATE memberships SET rev = rev + 1 WHERE conversation_id = ? AND account_id = ?",
          conversationId,
          accountId);
      changed.add(accountId);
    }
    changed.addAll(keepAnAdmin(conversationId));
    Conversation.View view = views.shared(conversationId);
    events.fire(new ConversationEvent.Changed(view, caller.accountId()));
    events.fire(new ConversationEvent.RolesChanged(conversationId, List.copyOf(changed)));
    return view;
  }

  /** Lets all members write, or none; whoever calls it holds the conversation's row or pair. */
  void mayWrite(long conversationId, boolean mayWrite) {
    List<Long> changed =
        sql.list(
            row -> row.getLong("account_id"),
            """
            UPDATE memberships SET may_write = ?, rev = rev + 1
            WHERE conversation_id = ? AND may_write <> ? RETURNING account_id
            """,
            mayWrite,
            conversationId,
            mayWrite);
    if (!changed.isEmpty()) {
      events.fire(new ConversationEvent.WritingChanged(conversationId, changed));
    }
  }

  private int insert(long conversationId, long accountId, MembershipRole role) {
    // The lock: see Departures.
    return sql.update(
        """
        INSERT INTO memberships (conversation_id, account_id, role, read_seq, seen_seq)
        SELECT c.id, a.id, ?, c.seq, c.seq FROM conversations c, accounts a
        WHERE c.id = ? AND a.id = ? AND a.deleted_at IS NULL
        FOR KEY SHARE OF a
        ON CONFLICT DO NOTHING
        """,
        role.code(),
        conversationId,
        accountId);
  }

  /** The one who has been there longest takes over if need be; who that is, if anybody is. */
  private List<Long> keepAnAdmin(long conversationId) {
    return sql.list(
        row -> row.getLong("account_id"),
        """
        UPDATE memberships SET role = 'admin', rev = rev + 1
        WHERE conversation_id = ?
          AND NOT EXISTS (SELECT FROM memberships WHERE conversation_id = ? AND role = 'admin')
          AND account_id = (SELECT account_id FROM memberships WHERE conversation_id = ?
                            ORDER BY joined_at, account_id LIMIT 1)
        RETURNING account_id
        """,
        conversationId,
        conversationId,
        conversationId);
  }

  private boolean isEmpty(long conversationId) {
    return sql.first(
            row -> true,
            "SELECT 1 FROM memberships WHERE conversation_id = ? LIMIT 1",
            conversationId)
        .isEmpty();
  }
}
