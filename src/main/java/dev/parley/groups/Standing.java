package dev.parley.groups;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What somebody is to a group. */
enum Standing {
  NONE(-1),
  REQUESTED(0),
  INVITED(0),
  MEMBER(1),
  MODERATOR(1);

  /**
   * The groups {@code g}, with their conversation {@code c}, that a {@code viewer} may know of. A
   * group whose creator blocks them is not there for them, unless they are in it or some member
   * invited them.
   *
   * <p>The first parameter is the viewer's id; further conditions go behind it.
   */
  static final String SEEN =
      """
       FROM (SELECT ?::bigint AS id) viewer CROSS JOIN groups g
      JOIN conversations c ON c.id = g.conversation_id
      JOIN accounts creator ON creator.id = c.creator_id
      LEFT JOIN memberships own ON own.conversation_id = c.id AND own.account_id = viewer.id
      LEFT JOIN group_invitations invited
        ON invited.conversation_id = c.id AND invited.account_id = viewer.id
      LEFT JOIN group_requests requested
        ON requested.conversation_id = c.id AND requested.account_id = viewer.id
      WHERE (own.account_id IS NOT NULL OR invited.account_id IS NOT NULL
        OR NOT EXISTS (SELECT FROM blocks b
          WHERE b.blocker_id = c.creator_id AND b.blocked_id = viewer.id))
      """;

  /** What {@link #read} needs of a query over {@link #SEEN}. */
  static final String COLUMNS =
      """
       own.role, invited.account_id IS NOT NULL AS invited,
       requested.account_id IS NOT NULL AS requested
      """;

  private final int number;

  Standing(int number) {
    this.number = number;
  }

  static Standing read(ResultSet row) throws SQLException {
    String role = row.getString("role");
    if (role != null) {
      return role.equals("admin") ? MODERATOR : MEMBER;
    }
    return row.getBoolean("invited") ? INVITED : row.getBoolean("requested") ? REQUESTED : NONE;
  }

  /** -1 nothing, 0 requested or invited, 1 a member. */
  int number() {
    return number;
  }

  boolean isMember() {
    return number == 1;
  }

  /** As it is written. */
  String text() {
    return switch (this) {
      case NONE -> "none";
      case REQUESTED -> "requested";
      case INVITED -> "invited";
      case MEMBER, MODERATOR -> "member";
    };
  }
}
