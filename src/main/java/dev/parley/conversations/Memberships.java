package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is in which conversation, and who may change it; {@link MemberChanges} changes it. */
@ApplicationScoped
@Transactional
public class Memberships {

  @PersistenceContext EntityManager entities;
  @Inject Sql sql;

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

  /** Whether somebody is in it. */
  boolean isMember(long conversationId, long accountId) {
    return sql.first(
            row -> true,
            "SELECT 1 FROM memberships WHERE conversation_id = ? AND account_id = ?",
            conversationId,
            accountId)
        .isPresent();
  }

  /** The members of a private conversation and of the room of everybody are fixed. */
  static void refuseFixed(Conversation conversation) {
    switch (conversation.kind()) {
      case PRIVATE -> throw PrivateConversations.full();
      case EVERYBODY -> throw Refusal.forbidden("everybody is in this room");
      default -> {
        // Groups and channels choose their members.
      }
    }
  }
}
