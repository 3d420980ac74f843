package dev.parley.people;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Those of one's followers whom one shows more than the others. Nobody but oneself knows who they
 * are. Who follows no more is none any more, without a word.
 */
@ApplicationScoped
@Transactional
public class CloseFriends {

  private static final int MOST = 1000;

  @Inject Sql sql;
  @Inject Blocks blocks;
  @Inject People people;

  /** Chooses a follower; who is chosen already stays so. */
  public void add(Caller caller, long accountId) {
    blocks.requirePerson(accountId);
    if (isChosen(caller, accountId)) {
      return;
    }
    // The key keeps a follow from ending between the look and the write.
    int added =
        sql.update(
            """
            INSERT INTO close_friends (account_id, friend_id)
            SELECT followed_id, follower_id FROM follows
            WHERE followed_id = ? AND follower_id = ? AND state = 'following' FOR KEY SHARE
            ON CONFLICT DO NOTHING
            """,
            caller.accountId(),
            accountId);
    if (added == 0 && !isChosen(caller, accountId)) {
      throw Refusal.conflict("userID", "this person doesn't follow you");
    }
  }

  /** Chooses a follower no more. */
  public void remove(Caller caller, long accountId) {
    blocks.requirePerson(accountId);
    int removed =
        sql.update(
            "DELETE FROM close_friends WHERE account_id = ? AND friend_id = ?",
            caller.accountId(),
            accountId);
    if (removed == 0) {
      throw Refusal.conflict("userID", "this person is not among your close friends");
    }
  }

  /** The caller's close friends, by name. */
  public List<Acquaintance> list(Caller caller) {
    return people.inShort(
        caller,
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + """
                 FROM close_friends c JOIN accounts a ON a.id = c.friend_id
                WHERE c.account_id = ? ORDER BY a.name_key LIMIT ?
                """,
            caller.accountId(),
            MOST));
  }

  /**
   * The caller's followers who are no close friends yet, by name.
   *
   * @param text what the name or full name must contain; null and blank: anything
   */
  public List<Acquaintance> others(Caller caller, String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      return List.of(); // PostgreSQL has no such text, and so nobody such a name.
    }
    String[] patterns = text == null || text.isBlank() ? null : Sql.containing(text.strip());
    return people.inShort(
        caller,
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + """
                 FROM follows f JOIN accounts a ON a.id = f.follower_id
                WHERE f.followed_id = ? AND f.state = 'following'
                  AND NOT EXISTS (SELECT FROM close_friends c
                                  WHERE c.account_id = f.followed_id AND c.friend_id = a.id)
                  AND (?::text[] IS NULL OR a.name ILIKE ANY (?) OR a.full_name ILIKE ANY (?))
                ORDER BY a.name_key LIMIT ?
                """,
            caller.accountId(),
            patterns,
            patterns,
            patterns,
            MOST));
  }

  private boolean isChosen(Caller caller, long accountId) {
    return sql.first(
            row -> true,
            "SELECT 1 FROM close_friends WHERE account_id = ? AND friend_id = ?",
            caller.accountId(),
            accountId)
        .isPresent();
  }
}
