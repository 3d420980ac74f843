package dev.parley.people;

/**
 * Who may see what of somebody, as conditions for other queries: privacy is part of the query that
 * looks, so that what one may not see is never read. Everything that asks this asks it here.
 *
 * <p>A viewer is given as an SQL expression for the number of an account. It is used several times,
 * so it should be a column, as of {@code CROSS JOIN (SELECT ?::bigint AS id) viewer}. A person is
 * given as the alias of a row of {@code accounts}, or where only the number matters, as such an
 * expression.
 *
 * <p>Each question is a scalar one, answered by a look at a primary key: asked as {@code EXISTS},
 * the planner may answer it by reading all follows of all people first.
 */
public final class Viewers {

  private Viewers() {}

  /**
   * That the viewer may see the person's profile, and what the person shows to everybody: it is the
   * viewer's own, public, or private and the viewer follows; and neither blocks the other.
   *
   * @param viewer an expression such as {@code viewer.id}
   * @param person the alias of a row of {@code accounts}
   */
  public static String maySee(String viewer, String person) {
    return "(%1$s = %2$s.id OR ((%2$s.profile_type = 0 OR %3$s) AND %4$s))"
        .formatted(
            viewer, person, follows(viewer, person + ".id"), unblocked(viewer, person + ".id"));
  }

  /**
   * That the viewer follows the person. Who blocks whom needs no other look: a block ends it.
   *
   * @param viewer an expression such as {@code viewer.id}
   * @param personId likewise
   */
  public static String follows(String viewer, String personId) {
    return """
        ((SELECT seen_by.state = 'following' FROM follows seen_by
          WHERE seen_by.follower_id = %s AND seen_by.followed_id = %s) IS TRUE)"""
        .formatted(viewer, personId);
  }

  /**
   * That neither of two people blocks the other.
   *
   * @param viewer an expression such as {@code viewer.id}
   * @param personId likewise
   */
  public static String unblocked(String viewer, String personId) {
    return """
        NOT EXISTS (SELECT FROM blocks between_them
                    WHERE (between_them.blocker_id = %1$s AND between_them.blocked_id = %2$s)
                       OR (between_them.blocker_id = %2$s AND between_them.blocked_id = %1$s))"""
        .formatted(viewer, personId);
  }
}
