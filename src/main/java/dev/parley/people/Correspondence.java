package dev.parley.people;

import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;

/**
 * Which two people may write to each other in private: those of whom neither blocks the other. An
 * installation may ask for more: that one of them follows the other, or that both are in a group.
 */
@ApplicationScoped
@Transactional
public class Correspondence {

  @Inject Sql sql;
  @Inject Settings settings;

  /**
   * The condition of two columns with numbers of accounts. The room of everybody is no group: that
   * nobody chose to be there.
   *
   * @param all whether people need not know each other
   */
  private static String rule(boolean all, String one, String other) {
    String open =
        """
        %1$s <> %2$s AND %3$s
        AND NOT EXISTS (SELECT FROM accounts gone
                        WHERE gone.id IN (%1$s, %2$s) AND gone.deleted_at IS NOT NULL)
        """
            .formatted(one, other, Viewers.unblocked(one, other));
    return all ? open : open + " AND " + known(one, other);
  }

  /** That two people know each other: one follows the other, or they are in a room together. */
  private static String known(String one, String other) {
    return """
        (%3$s OR %4$s OR EXISTS (
          SELECT FROM memberships ones
          JOIN memberships others ON others.conversation_id = ones.conversation_id
          JOIN conversations shared ON shared.id = ones.conversation_id
          WHERE ones.account_id = %1$s AND others.account_id = %2$s
            AND shared.kind IN ('group', 'channel')))
        """
        .formatted(one, other, Viewers.follows(one, other), Viewers.follows(other, one));
  }

  /**
   * Those of some people whom somebody would have to know to turn to them, and does not. Where
   * everybody may write to everybody, that is nobody.
   */
  public Set<Long> strangersTo(long accountId, Collection<Long> among) {
    if (isOpenToAll()) {
      return Set.of();
    }
    return Set.copyOf(
        sql.list(
            row -> row.getLong("id"),
            """
            SELECT a.id FROM accounts a CROSS JOIN (SELECT ?::bigint AS id) viewer
            WHERE a.id = ANY (?) AND a.id <> viewer.id AND a.deleted_at IS NULL AND NOT\s"""
                + known("viewer.id", "a.id"),
            accountId,
            among));
  }

  /** Whether two people may write to each other. */
  public boolean isOpen(long one, long other) {
    return sql.first(
            row -> row.getBoolean("open"),
            "SELECT "
                + condition("pair.one", "pair.other")
                + " AS open FROM (SELECT ?::bigint AS one, ?::bigint AS other) pair",
            one,
            other)
        .orElseThrow();
  }

  /** Whether everybody may write to everybody, but across blocks. */
  public boolean isOpenToAll() {
    return settings.on(Setting.PARLEY_OPEN_MESSAGING);
  }

  /**
   * The condition that two people may write to each other, for other queries.
   *
   * @param one an SQL expression for the number of an account, such as a column; {@code other}
   *     likewise
   */
  public String condition(String one, String other) {
    return rule(isOpenToAll(), one, other);
  }
}
