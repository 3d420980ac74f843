package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The links of groups and channels: administrators make them, whoever knows one may join. */
@ApplicationScoped
@Transactional
public class Invites {

  private static final int MOST = 100;

  @Inject Sql sql;
  @Inject Memberships memberships;
  @Inject MemberChanges members;
  @Inject ConversationViews views;

  /** Links that have not ended, the newest first. */
  public record Live(List<Invite> invites) {}

  /**
   * Makes a link.
   *
   * @param hours after which it ends, or null
   * @param uses after which it ends, or null
   */
  public Invite create(Caller caller, long conversationId, Integer hours, Integer uses) {
    memberships.requireAdmin(caller, conversationId);
    // Two at once must not both be the last that is allowed.
    memberships.hold(conversationId);
    sql.update(
        "DELETE FROM invites WHERE conversation_id = ? AND expires_at < clock_timestamp()",
        conversationId);
    if (live(conversationId).size() >= MOST) {
      throw Refusal.conflict(null, "there are " + MOST + " links already, revoke some first");
    }
    return sql.first(
            Invite.ROW,
            """
            INSERT INTO invites AS i (conversation_id, code, creator_id, expires_at, most_uses)
            VALUES (?, ?, ?, clock_timestamp() + make_interval(hours => ?), ?)
            RETURNING\s"""
                + Invite.COLUMNS,
            conversationId,
            Invite.newCode(),
            caller.accountId(),
            hours,
            uses)
        .orElseThrow();
  }

  /** The links of a conversation that work. */
  public Live list(Caller caller, long conversationId) {
    memberships.requireAdmin(caller, conversationId);
    return new Live(live(conversationId));
  }

  /** Ends a link; those who came by it stay. */
  public void revoke(Caller caller, long inviteId) {
    long conversationId =
        sql.first(
                row -> row.getLong("conversation_id"),
                """
                SELECT i.conversation_id FROM invites i
                JOIN memberships own
                  ON own.conversation_id = i.conversation_id AND own.account_id = ?
                WHERE i.id = ?
                """,
                caller.accountId(),
                inviteId)
            .orElseThrow(() -> Refusal.notFound("invite"));
    revoke(caller, conversationId, inviteId);
  }

  /** Ends a link of a conversation. */
  public void revoke(Caller caller, long conversationId, long inviteId) {
    memberships.requireAdmin(caller, conversationId);
    int revoked =
        sql.update(
            "DELETE FROM invites WHERE id = ? AND conversation_id = ?", inviteId, conversationId);
    if (revoked == 0) {
      throw Refusal.notFound("invite");
    }
  }

  /** What a link leads to. */
  public Invite.Info info(Caller caller, String code) {
    Found found = find(caller, code);
    return sql.first(
            row ->
                new Invite.Info(
                    found.member() ? Long.toString(found.conversationId()) : null,
                    row.getString("name"),
                    row.getString("topic"),
                    found.member()
                        ? PictureAddress.of(row.getObject("picture_id", Long.class))
                        : null,
                    row.getLong("member_count"),
                    found.member()),
            """
            SELECT c.name, c.topic, c.picture_id,
              (SELECT count(*) FROM memberships m WHERE m.conversation_id = c.id) AS member_count
            FROM conversations c WHERE c.id = ?
            """,
            found.conversationId())
        .orElseThrow(() -> Refusal.notFound("invite"));
  }

  /**
   * Takes the caller in. Who is a member already gets the conversation and uses nothing up;
   * somebody who was shown out may come again.
   */
  public Conversation.View join(Caller caller, String code) {
    Found before = find(caller, code);
    if (!before.member()) {
      // From here on nobody else joins, leaves or deletes: what is found now stays so.
      memberships.hold(before.conversationId());
      Found now = find(caller, code);
      if (!now.member()) {
        use(now.inviteId());
        members.join(caller, now.conversationId());
      }
    }
    return views.one(caller, before.conversationId()).orElseThrow(() -> Refusal.notFound("invite"));
  }

  /** Counts a use, if there is one left: the row's lock lets two at once pass one by one. */
  private void use(long inviteId) {
    int used =
        sql.update(
            "UPDATE invites i SET uses = uses + 1 WHERE i.id = ? AND " + Invite.LIVE, inviteId);
    if (used == 0) {
      throw Refusal.notFound("invite");
    }
  }

  private record Found(long inviteId, long conversationId, boolean member) {}

  /**
   * The link of a code. For members a used-up one still works: theirs may have been the last use,
   * and the answer may have been lost on its way.
   */
  private Found find(Caller caller, String code) {
    if (!Invite.CODE.matcher(code).matches()) {
      throw Refusal.notFound("invite");
    }
    return sql.first(
            row ->
                new Found(
                    row.getLong("id"), row.getLong("conversation_id"), row.getBoolean("member")),
            """
            SELECT i.id, i.conversation_id, own.account_id IS NOT NULL AS member
            FROM invites i LEFT JOIN memberships own
              ON own.conversation_id = i.conversation_id AND own.account_id = ?
            WHERE i.code = ? AND (i.expires_at IS NULL OR i.expires_at > clock_timestamp())
              AND (own.account_id IS NOT NULL OR i.most_uses IS NULL OR i.uses < i.most_uses)
            """,
            caller.accountId(),
            code)
        .orElseThrow(() -> Refusal.notFound("invite"));
  }

  private List<Invite> live(long conversationId) {
    return sql.list(
        Invite.ROW,
        "SELECT "
            + Invite.COLUMNS
            + " FROM invites i WHERE i.conversation_id = ? AND "
            + Invite.LIVE
            + " ORDER BY i.id DESC",
        conversationId);
  }
}
