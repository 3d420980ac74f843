package dev.parley.people;

import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

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
    return all
        ? open
        : """
        %1$s AND (%4$s OR %5$s OR EXISTS (
          SELECT FROM memberships ones
          JOIN memberships others ON others.conversation_id = ones.conversation_id
          JOIN conversations shared ON shared.id = ones.conversation_id
          WHERE ones.account_id = %2$s AND others.account_id = %3$s
            AND shared.kind IN ('group', 'channel')))
        """
            .formatted(open, one, other, Viewers.follows(one, other), Viewers.follows(other, one));
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
