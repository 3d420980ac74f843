package dev.parley.accounts;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;

/**
 * Slows down guessing: at most {@value #MOST} tries per name in any five minutes, whether or not
 * anybody has that name.
 */
@ApplicationScoped
public class LoginTries {

  static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  @Inject Sql sql;

  /**
   * Counts a try before the password is looked at, in a transaction of its own: the row's lock lets
   * many tries at once pass only one by one, and a failed log-in does not roll the count back.
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void count(String nameKey) {
    int counted =
        sql.update(
            """
            INSERT INTO login_tries AS t (name_key, tries) VALUES (?, ARRAY[clock_timestamp()])
            ON CONFLICT (name_key) DO UPDATE SET tries =
              (SELECT coalesce(array_agg(u ORDER BY u), '{}') FROM unnest(t.tries) u
                WHERE u > clock_timestamp() - ?::interval) || clock_timestamp()
            WHERE (SELECT count(*) FROM unnest(t.tries) u
                WHERE u > clock_timestamp() - ?::interval) < ?
            """,
            nameKey,
            WINDOW.toString(),
            WINDOW.toString(),
            MOST);
    if (counted == 0) {
      throw Refusal.of(Code.RATE_LIMITED, "too many tries, wait a few minutes");
    }
  }

  /** Forgets the tries after the right password. */
  @Transactional
  public void forget(String nameKey) {
    sql.update("DELETE FROM login_tries WHERE name_key = ?", nameKey);
  }
}
