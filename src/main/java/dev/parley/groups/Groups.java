package dev.parley.groups;

import dev.parley.conversations.Leaving;
import dev.parley.conversations.MemberChanges;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.people.Blocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Finding groups, coming into them and leaving. Each way in holds the conversation first, so that
 * what is found then stays so until it is done.
 */
@ApplicationScoped
@Transactional
public class Groups {

  @Inject Sql sql;
  @Inject Standings standings;
  @Inject Wishes wishes;
  @Inject GroupViews views;
  @Inject Memberships memberships;
  @Inject MemberChanges members;
  @Inject Blocks blocks;
  @Inject Event<GroupEvent> events;

  /** See {@link GroupViews#search}. */
  public List<Group.Found> search(Caller caller, String text) {
    return views.search(caller, text);
  }

  /** Asks to be taken in. */
  public Group.Entry ask(Caller caller, long groupId) {
    standings.of(caller, groupId);
    memberships.hold(groupId);
    Standing standing = standings.of(caller, groupId);
    switch (standing) {
      case NONE -> wishes.ask(groupId, caller.accountId());
      case REQUESTED -> throw Refusal.conflict(null, "you have asked already");
      case INVITED -> throw Refusal.conflict(null, "you are invited: accept that");
      case MEMBER, MODERATOR -> throw Refusal.conflict(null, "you are a member already");
    }
    events.fire(new GroupEvent.Requested(groupId, caller.accountId(), moderators(groupId)));
    return new Group.Entry(
        Long.toString(groupId),
        Long.toString(caller.accountId()),
        caller.name(),
        Standing.REQUESTED.text());
  }

  /**
   * Asks somebody to come in, as every member may. When a moderator wants somebody who has asked to
   * be taken in, both want it, and it is done.
   */
  public Group.Entry invite(Caller caller, long groupId, long accountId) {
    standings.requireMember(caller, groupId);
    // A block at the same time comes before or after.
    blocks.holdPair(caller.accountId(), accountId);
    String name = name(caller, accountId);
    memberships.hold(groupId);
    Standing own = standings.requireMember(caller, groupId);
    Standing theirs = open(groupId, accountId);
    if (theirs.isMember()) {
      throw Refusal.conflict(null, "this person is a member already");
    }
    if (own == Standing.MODERATOR && wishes.takeRequest(groupId, accountId)) {
      admitRequested(caller, groupId, accountId);
      theirs = Standing.MEMBER;
    } else if (theirs == Standing.INVITED) {
      throw Refusal.conflict(null, "this person is invited already");
    } else {
      wishes.invite(groupId, accountId, caller.accountId());
      events.fire(new GroupEvent.Invited(groupId, accountId, caller.accountId()));
      theirs = Standing.INVITED;
    }
    return new Group.Entry(Long.toString(groupId), Long.toString(accountId), name, theirs.text());
  }

  /** Takes in somebody who asked for it. */
  public Group.Answered acceptRequest(Caller caller, long groupId, long accountId) {
    standings.requireModerator(caller, groupId);
    memberships.hold(groupId);
    takeRequest(groupId, accountId);
    admitRequested(caller, groupId, accountId);
    return answered(groupId, accountId, true);
  }

  /** Refuses to take in somebody who asked for it, or withdraws the caller's own request. */
  public Group.Answered declineRequest(Caller caller, long groupId, long accountId) {
    if (accountId == caller.accountId()) {
      standings.of(caller, groupId);
      takeRequest(groupId, accountId);
      events.fire(new GroupEvent.RequestWithdrawn(groupId, accountId));
    } else {
      standings.requireModerator(caller, groupId);
      takeRequest(groupId, accountId);
      events.fire(new GroupEvent.RequestDeclined(groupId, accountId, caller.accountId()));
    }
    return answered(groupId, accountId, false);
  }

  /** Comes in, as somebody asked the caller to. */
  public Group.Answered acceptInvitation(Caller caller, long groupId) {
    memberships.hold(groupId);
    long inviterId = takeInvitation(caller, groupId);
    members.admit(inviterId, groupId, caller.accountId());
    events.fire(new GroupEvent.InvitationAccepted(groupId, caller.accountId(), inviterId));
    return answered(groupId, caller.accountId(), true);
  }

  /** Does not come in. */
  public Group.Answered declineInvitation(Caller caller, long groupId) {
    long inviterId = takeInvitation(caller, groupId);
    events.fire(new GroupEvent.InvitationDeclined(groupId, caller.accountId(), inviterId));
    return answered(groupId, caller.accountId(), false);
  }

  /** Leaves. */
  public void leave(Caller caller, long groupId) {
    standings.requireMember(caller, groupId);
    members.remove(caller, groupId, caller.accountId());
  }

  /** The last moderator names another one before leaving, unless nobody else is there. */
  void observe(@Observes Leaving leaving) {
    boolean last =
        sql.first(
                row -> true,
                """
                SELECT 1 FROM groups g
                JOIN memberships m USING (conversation_id)
                WHERE g.conversation_id = ?
                GROUP BY g.conversation_id
                HAVING count(*) > 1 AND array_agg(m.account_id) FILTER (WHERE m.role = 'admin')
                  = ARRAY[?::bigint]
                """,
                leaving.conversationId(),
                leaving.accountId())
            .isPresent();
    if (last) {
      throw Refusal.conflict(null, "name another moderator first");
    }
  }

  private void admitRequested(Caller caller, long groupId, long accountId) {
    members.admit(caller.accountId(), groupId, accountId);
    events.fire(new GroupEvent.RequestAccepted(groupId, accountId, caller.accountId()));
  }

  private void takeRequest(long groupId, long accountId) {
    if (!wishes.takeRequest(groupId, accountId)) {
      throw Refusal.notFound("request");
    }
  }

  private long takeInvitation(Caller caller, long groupId) {
    return wishes
        .takeInvitation(groupId, caller.accountId())
        .orElseThrow(() -> Refusal.notFound("invitation"));
  }

  private List<Long> moderators(long groupId) {
    return sql.list(
        row -> row.getLong("account_id"),
        """
        SELECT account_id FROM memberships WHERE conversation_id = ? AND role = 'admin'
        ORDER BY account_id
        """,
        groupId);
  }

  /** Of those only who may be invited by the caller: others do not exist for this. */
  private String name(Caller caller, long accountId) {
    if (blocks.between(caller.accountId(), accountId)) {
      throw Refusal.notFound("person");
    }
    return sql.first(
            row -> row.getString("name"),
            "SELECT name FROM accounts WHERE id = ? AND deleted_at IS NULL",
            accountId)
        .orElseThrow(() -> Refusal.notFound("person"));
  }

  /** What somebody else is to a group, whoever blocks whom. */
  private Standing open(long groupId, long accountId) {
    return sql.first(
            Standing::read,
            """
            SELECT (SELECT role FROM memberships WHERE conversation_id = asked.id
                AND account_id = asked.account_id) AS role,
              EXISTS (SELECT FROM group_invitations WHERE conversation_id = asked.id
                AND account_id = asked.account_id) AS invited,
              EXISTS (SELECT FROM group_requests WHERE conversation_id = asked.id
                AND account_id = asked.account_id) AS requested
            FROM (SELECT ?::bigint AS id, ?::bigint AS account_id) asked
            """,
            groupId,
            accountId)
        .orElseThrow();
  }

  private static Group.Answered answered(long groupId, long accountId, boolean accepted) {
    return new Group.Answered(Long.toString(groupId), Long.toString(accountId), accepted);
  }
}
