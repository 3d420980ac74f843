package dev.parley.groups;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Those who are not in a group: whom one might invite, who is invited, who asks. */
@ApplicationScoped
@Transactional
public class Outsiders {

  private static final int MOST_FOUND = 20;
  private static final int MOST_OPEN = 1000;

  @Inject Sql sql;
  @Inject Standings standings;

  /**
   * People whom a member might invite, by name; at most 20. Nobody is among them whom the caller
   * blocks or who blocks the caller.
   *
   * @param text what the name or full name must contain; may be empty
   */
  public List<Group.Outsider> find(Caller caller, long groupId, String text) {
    standings.requireMember(caller, groupId);
    if (text != null && text.indexOf('\0') >= 0) {
      return List.of();
    }
    String[] patterns = GroupViews.blank(text) ? null : Sql.containing(text.strip());
    return sql.list(
        row ->
            new Group.Outsider(
                row.getString("id"),
                row.getString("name"),
                row.getString("full_name"),
                GroupViews.picture(row),
                Standing.read(row).text()),
        """
        SELECT a.id, a.name, a.full_name, a.picture_id, NULL AS role,
          EXISTS (SELECT FROM group_invitations i
            WHERE i.conversation_id = asked.id AND i.account_id = a.id) AS invited,
          EXISTS (SELECT FROM group_requests r
            WHERE r.conversation_id = asked.id AND r.account_id = a.id) AS requested
        FROM (SELECT ?::bigint AS id, ?::bigint AS viewer_id) asked CROSS JOIN accounts a
        WHERE a.deleted_at IS NULL
          AND NOT EXISTS (SELECT FROM memberships m
            WHERE m.conversation_id = asked.id AND m.account_id = a.id)
          AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id)
            IN ((asked.viewer_id, a.id), (a.id, asked.viewer_id)))
          AND (?::text[] IS NULL OR a.name ILIKE ANY (?) OR a.full_name ILIKE ANY (?))
        ORDER BY a.name_key LIMIT ?
        """,
        groupId,
        caller.accountId(),
        patterns,
        patterns,
        patterns,
        MOST_FOUND);
  }

  /** Who asks to be taken in, for the moderators; who has waited longest comes first. */
  public List<Group.Request> requests(Caller caller, long groupId) {
    standings.requireModerator(caller, groupId);
    return sql.list(
        row ->
            new Group.Request(
                Long.toString(groupId),
                row.getString("id"),
                row.getString("name"),
                row.getString("full_name"),
                GroupViews.picture(row),
                Sql.instant(row, "created_at")),
        """
        SELECT a.id, a.name, a.full_name, a.picture_id, r.created_at
        FROM group_requests r JOIN accounts a ON a.id = r.account_id
        WHERE r.conversation_id = ? ORDER BY r.created_at, a.id LIMIT ?
        """,
        groupId,
        MOST_OPEN);
  }

  /** The caller's invitations, the newest first. */
  public List<Group.Invitation> invitations(Caller caller) {
    return sql.list(
        row ->
            new Group.Invitation(
                row.getString("conversation_id"),
                row.getString("name"),
                row.getString("inviter_id"),
                row.getString("inviter_name"),
                Sql.instant(row, "created_at")),
        """
        SELECT i.conversation_id, c.name, i.inviter_id, a.name AS inviter_name, i.created_at
        FROM group_invitations i JOIN conversations c ON c.id = i.conversation_id
        JOIN accounts a ON a.id = i.inviter_id
        WHERE i.account_id = ? ORDER BY i.created_at DESC, c.id DESC LIMIT ?
        """,
        caller.accountId(),
        MOST_OPEN);
  }
}
