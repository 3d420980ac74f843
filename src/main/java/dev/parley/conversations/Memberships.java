package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in which conversation, and who may change that. */
@ApplicationScoped
@Transactional
public class Memberships {

  @PersistenceContext EntityManager entities;
  @Inject Sql sql;
  @Inject Pairs pairs;
  @Inject ConversationViews views;
  @Inject PrivateConversations privates;
  @Inject Event<ConversationEvent> events;

  /** The caller's membership; a conversation that one is not in does not exist. */
  public Membership require(Caller caller, long conversationId) {
    Membership own =
        entities.find(Membership.class, new Membership.Key(conversationId, caller.accountId()));
    if (own == null) {
      throw Refusal.notFound("conversation");
    }
    return own;
  }

  /** Lets only members pass who may write. */
  public void requireWriter(Caller caller, long conversationId) {
    if (!require(caller, conversationId).mayWrite()) {
      throw mayNotWrite();
    }
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

  /** What those are told who may not write. */
  public static Refusal mayNotWrite() {
    return Refusal.forbidden("you cannot write in this conversation");
  }

  /** The ids of all conversations that an account is in. */
  public List<Long> conversationsOf(long accountId) {
    return sql.list(
        row -> row.getLong("conversation_id"),
        "SELECT conversation_id FROM memberships WHERE account_id = ?",
        accountId);
  }

  /** The ids of all members. */
  public List<Long> accountsIn(long conversationId) {
    return sql.list(
        row -> row.getLong("account_id"),
        "SELECT account_id FROM memberships WHERE conversation_id = ? ORDER BY account_id",
        conversationId);
  }

  /**
   * The members, for those who are members.
   *
   * @param after the account after which to go on, 0 at first
   */
  public List<Conversation.Member> list(Caller caller, long conversationId, long after, int limit) {
    require(caller, conversationId);
    return sql.list(
        row ->
            new Conversation.Member(
                row.getString("id"),
                row.getString("name"),
                row.getString("full_name"),
                PictureAddress.of(row.getObject("picture_id", Long.class)),
                row.getString("role"),
                row.getObject("seen_seq", Long.class)),
        "SELECT a.id, a.name, a.full_name, a.picture_id, m.role, "
            + ConversationViews.SEEN_SEQ
            + "FROM (SELECT ?::bigint AS id) wanted"
            + ConversationViews.SIZE
            + """
        JOIN memberships m ON m.conversation_id = wanted.id JOIN accounts a ON a.id = m.account_id
        WHERE m.account_id > ? ORDER BY m.account_id LIMIT ?
        """,
        conversationId,
        after,
        limit);
  }

  /**
   * The members' e-mail addresses, for those who are members. In the room of everybody, where
   * nobody chose to be, one sees only one's own.
   */
  public Map<Long, String> emails(Caller caller, long conversationId) {
    require(caller, conversationId);
    record Found(long accountId, String email) {}
    return sql
        .list(
            row -> new Found(row.getLong("id"), row.getString("email")),
            """
            SELECT a.id, a.email FROM memberships m
            JOIN conversations c ON c.id = m.conversation_id
            JOIN accounts a ON a.id = m.account_id
            WHERE c.id = ? AND a.email IS NOT NULL AND (c.kind <> 'everybody' OR a.id = ?)
            """,
            conversationId,
            caller.accountId())
        .stream()
        .collect(Collectors.toMap(Found::accountId, Found::email));
  }

  /**
   * Takes somebody in; only administrators of a group or channel may, and whoever made a private
   * conversation that waits for its second member.
   */
  public Conversation.View add(
      Caller caller, long conversationId, long accountId, MembershipRole role) {
    Conversation conversation = requireAdminOrMaker(caller, conversationId);
    pairs.requireInvitable(caller, Set.of(accountId));
    nextEv(conversationId);
    requireWish(conversationId, accountId);
    if (conversation.kind() == Kind.PRIVATE && !isMember(conversationId, accountId)) {
      privates.pair(caller, conversationId, accountId);
    }
    if (insert(conversationId, accountId, role) == 0) {
      throw isMember(conversationId, accountId)
          ? Refusal.conflict("userID", "is already a member")
          : Refusal.notFound("person");
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
    nextEv(conversationId);
    if (insert(conversationId, accountId, MembershipRole.MEMBER) == 0) {
      throw Refusal.notFound("person");
    }
    events.fire(
        new ConversationEvent.MemberAdded(views.shared(conversationId), byAccountId, accountId));
  }

  /** Shows a member out, or leaves when it is the caller's own id. */
  public void remove(Caller caller, long conversationId, long accountId) {
    if (accountId != caller.accountId()) {
      requireAdminOrMaker(caller, conversationId);
    } else {
      require(caller, conversationId);
      if (!privates.waits(conversationId)) {
        refuseFixed(entities.find(Conversation.class, conversationId));
      }
    }
    end(conversationId, caller.accountId(), accountId);
  }

  /** Ends a membership in a group or channel, which goes with its last member. */
  void end(long conversationId, long byAccountId, long accountId) {
    long ev = nextEv(conversationId);
    int removed =
        sql.update(
            "DELETE FROM memberships WHERE conversation_id = ? AND account_id = ?",
            conversationId,
            accountId);
    if (removed == 0) {
      throw Refusal.notFound("member");
    }
    privates.part(conversationId);
    if (!keepAnAdmin(conversationId)) {
      sql.update("DELETE FROM conversations WHERE id = ?", conversationId);
      events.fire(new ConversationEvent.Deleted(conversationId, ev, List.of(accountId)));
      return;
    }
    Conversation.View view = views.shared(conversationId);
    events.fire(new ConversationEvent.MemberRemoved(view, byAccountId, accountId));
  }

  /** Makes a member an administrator, or an administrator a member. */
  public Conversation.View setRole(
      Caller caller, long conversationId, long accountId, MembershipRole role) {
    requireAdmin(caller, conversationId);
    nextEv(conversationId);
    Membership member =
        entities.find(Membership.class, new Membership.Key(conversationId, accountId));
    if (member == null) {
      throw Refusal.notFound("member");
    }
    member.role(role);
    entities.flush();
    keepAnAdmin(conversationId);
    Conversation.View view = views.shared(conversationId);
    events.fire(new ConversationEvent.Changed(view, caller.accountId()));
    return view;
  }

  /**
   * Gives out the next number for a change and holds the conversation's row until the transaction
   * ends, so that nothing else changes it meanwhile.
   */
  public long nextEv(long conversationId) {
    return sql.first(
            row -> row.getLong("ev"),
            "UPDATE conversations SET ev = ev + 1 WHERE id = ? RETURNING ev",
            conversationId)
        .orElseThrow(() -> Refusal.notFound("conversation"));
  }

  /** Holds a conversation's row, as {@link #nextEv} does, before it is known what will change. */
  public void hold(long conversationId) {
    sql.list(
        row -> true, "SELECT FROM conversations WHERE id = ? FOR NO KEY UPDATE", conversationId);
  }

  /** Lets only administrators of a group or channel pass. */
  Conversation requireAdmin(Caller caller, long conversationId) {
    Membership own = require(caller, conversationId);
    Conversation conversation = entities.find(Conversation.class, conversationId);
    refuseFixed(conversation);
    if (own.role() != MembershipRole.ADMIN) {
      throw Refusal.forbidden("only an administrator of the conversation may do that");
    }
    return conversation;
  }

  /** The same; a private conversation has an administrator only when somebody made it to wait. */
  Conversation requireAdminOrMaker(Caller caller, long conversationId) {
    Conversation conversation = entities.find(Conversation.class, conversationId);
    return conversation != null
            && conversation.kind() == Kind.PRIVATE
            && require(caller, conversationId).role() == MembershipRole.ADMIN
        ? conversation
        : requireAdmin(caller, conversationId);
  }

  /**
   * Nobody is put into a social group who has not asked for it; who is asked decides themselves.
   */
  private void requireWish(long conversationId, long accountId) {
    boolean unwanted =
        sql.first(
                row -> true,
                """
                SELECT 1 FROM groups g WHERE g.conversation_id = ?
                  AND NOT EXISTS (SELECT FROM memberships m
                    WHERE m.conversation_id = g.conversation_id AND m.account_id = ?)
                  AND NOT EXISTS (SELECT FROM group_requests r
                    WHERE r.conversation_id = g.conversation_id AND r.account_id = ?)
                """,
                conversationId,
                accountId,
                accountId)
            .isPresent();
    if (unwanted) {
      throw Refusal.forbidden("people come into this group by invitation or on request");
    }
  }

  private boolean isMember(long conversationId, long accountId) {
    return sql.first(
            row -> true,
            "SELECT 1 FROM memberships WHERE conversation_id = ? AND account_id = ?",
            conversationId,
            accountId)
        .isPresent();
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

  /** The members of a private conversation and of the room of everybody are fixed. */
  private static void refuseFixed(Conversation conversation) {
    switch (conversation.kind()) {
      case PRIVATE -> throw PrivateConversations.full();
      case EVERYBODY -> throw Refusal.forbidden("everybody is in this room");
      default -> {
        // Groups and channels choose their members.
      }
    }
  }

  /** Whether anybody is left; the one who has been there longest takes over if need be. */
  private boolean keepAnAdmin(long conversationId) {
    sql.update(
        """
        UPDATE memberships SET role = 'admin'
        WHERE conversation_id = ?
          AND NOT EXISTS (SELECT FROM memberships WHERE conversation_id = ? AND role = 'admin')
          AND account_id = (SELECT account_id FROM memberships WHERE conversation_id = ?
                            ORDER BY joined_at, account_id LIMIT 1)
        """,
        conversationId,
        conversationId,
        conversationId);
    return sql.first(
            row -> true,
            "SELECT 1 FROM memberships WHERE conversation_id = ? LIMIT 1",
            conversationId)
        .isPresent();
  }
}
