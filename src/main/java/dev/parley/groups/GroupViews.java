package dev.parley.groups;

import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Groups as they are shown. */
@ApplicationScoped
@Transactional
public class GroupViews {

  private static final int MOST_MEMBERS = 1000;
  private static final int MOST_FOUND = 20;

  private static final String MEMBER_COUNT =
      "(SELECT count(*) FROM memberships m WHERE m.conversation_id = c.id) AS member_count, ";

  private static final String SELECT =
      "SELECT c.id, c.name, g.description, c.picture_id, c.creator_id, c.created_at,"
          + " creator.name AS creator_name, "
          + MEMBER_COUNT
          + Standing.COLUMNS
          + Standing.SEEN;

  @Inject Sql sql;
  @Inject Standings standings;

  /** A group: all of it for members, for others what everybody may know. */
  public Group.View profile(Caller caller, long groupId) {
    boolean inside = standings.of(caller, groupId).isMember();
    List<Group.Member> members = inside ? members(groupId) : List.of();
    return sql.first(
            row -> view(row, members), SELECT + " AND c.id = ?", caller.accountId(), groupId)
        .orElseThrow(Standings::missing);
  }

  /**
   * Several groups, by name, without their members; those that the caller can't see are missing.
   */
  public List<Group.View> briefly(Caller caller, Collection<Long> groupIds) {
    return sql.list(
        row -> view(row, List.of()),
        SELECT + " AND c.id = ANY (?) ORDER BY lower(c.name), c.id",
        caller.accountId(),
        groupIds);
  }

  /** -1 nothing, 0 requested or invited, 1 a member. */
  public int standing(Caller caller, long groupId) {
    return standings.of(caller, groupId).number();
  }

  /** The members, for those who are members. */
  public List<Group.Member> members(Caller caller, long groupId) {
    standings.requireMember(caller, groupId);
    return members(groupId);
  }

  /**
   * Somebody's groups, by name. Of others one learns only those that one is in as well: who is in a
   * group is the business of its members.
   */
  public List<Group.Brief> of(Caller caller, long accountId) {
    if (sql.first(row -> true, "SELECT 1 FROM accounts WHERE id = ?", accountId).isEmpty()) {
      throw Refusal.notFound("person");
    }
    return sql.list(
        row -> new Group.Brief(row.getString("id"), row.getString("name")),
        """
        SELECT c.id, c.name FROM memberships own
        JOIN groups g ON g.conversation_id = own.conversation_id
        JOIN conversations c ON c.id = g.conversation_id
        JOIN memberships theirs ON theirs.conversation_id = c.id AND theirs.account_id = ?
        WHERE own.account_id = ? ORDER BY lower(c.name), c.id
        """,
        accountId,
        caller.accountId());
  }

  /** Groups whose name contains a text, by name; at most 20, and none for a blank text. */
  public List<Group.Found> search(Caller caller, String text) {
    if (blank(text)) {
      return List.of();
    }
    return sql.list(
        row ->
            new Group.Found(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getLong("member_count"),
                Standing.read(row).text()),
        "SELECT c.id, c.name, g.description, "
            + MEMBER_COUNT
            + Standing.COLUMNS
            + Standing.SEEN
            + " AND c.name ILIKE ANY (?) ORDER BY lower(c.name), c.id LIMIT ?",
        caller.accountId(),
        Sql.containing(text.strip()),
        MOST_FOUND);
  }

  private List<Group.Member> members(long groupId) {
    return sql.list(
        row ->
            new Group.Member(
                row.getString("id"),
                row.getString("name"),
                row.getString("full_name"),
                picture(row),
                row.getString("role")),
        """
        SELECT a.id, a.name, a.full_name, a.picture_id, m.role
        FROM memberships m JOIN accounts a ON a.id = m.account_id
        WHERE m.conversation_id = ? ORDER BY m.joined_at, a.id LIMIT ?
        """,
        groupId,
        MOST_MEMBERS);
  }

  private static Group.View view(ResultSet row, List<Group.Member> members) throws SQLException {
    Standing standing = Standing.read(row);
    return new Group.View(
        row.getString("id"),
        row.getString("name"),
        row.getString("description"),
        standing.isMember() ? picture(row) : null,
        row.getString("creator_id"),
        row.getString("creator_name"),
        Sql.instant(row, "created_at"),
        members,
        row.getLong("member_count"),
        row.getString("role"),
        standing.text());
  }

  static String picture(ResultSet row) throws SQLException {
    return PictureAddress.of(row.getObject("picture_id", Long.class));
  }

  /** Text with U+0000 is in no name. */
  static boolean blank(String text) {
    return text == null || text.isBlank() || text.indexOf('\0') >= 0;
  }
}
