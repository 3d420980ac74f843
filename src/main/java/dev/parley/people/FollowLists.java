package dev.parley.people;

import dev.parley.accounts.Names;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Page;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Lists of followers and of those who are followed. They are part of a profile: of one that the
 * caller may not see they are empty.
 */
@ApplicationScoped
@Transactional
public class FollowLists {

  @Inject Sql sql;
  @Inject People people;
  @Inject Blocks blocks;

  /**
   * Who follows somebody, by name.
   *
   * @param after the cursor of the page before, or null
   */
  public Page<Acquaintance> followers(Caller caller, long accountId, String after, int limit) {
    return page(caller, accountId, after, limit, "f.follower_id", "f.followed_id");
  }

  /**
   * Whom somebody follows, by name.
   *
   * @param after the cursor of the page before, or null
   */
  public Page<Acquaintance> following(Caller caller, long accountId, String after, int limit) {
    return page(caller, accountId, after, limit, "f.followed_id", "f.follower_id");
  }

  /** Who has asked to follow the caller and waits for an answer, the newest first. */
  public List<Acquaintance> requests(Caller caller, int limit) {
    return requested(caller, limit, "f.follower_id", "f.followed_id");
  }

  /** Whom the caller has asked to follow and who has not answered, the newest first. */
  public List<Acquaintance> sent(Caller caller, int limit) {
    return requested(caller, limit, "f.followed_id", "f.follower_id");
  }

  private List<Acquaintance> requested(Caller caller, int limit, String listed, String whose) {
    return people.inShort(
        caller,
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + " FROM follows f JOIN accounts a ON a.id = "
                + listed
                + " WHERE "
                + whose
                + " = ? AND f.state = 'requested' ORDER BY f.created_at DESC, a.id DESC LIMIT ?",
            caller.accountId(),
            limit));
  }

  private Page<Acquaintance> page(
      Caller caller, long accountId, String after, int limit, String listed, String whose) {
    blocks.requirePerson(accountId);
    if (after != null && after.indexOf('\0') >= 0) {
      return new Page<>(List.of(), null); // PostgreSQL has no such text, and so nobody such a name.
    }
    List<Person> found =
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + " FROM follows f CROSS JOIN (SELECT ?::bigint AS id) viewer JOIN accounts a ON a.id = "
                + listed
                + " JOIN accounts owner ON owner.id = "
                + whose
                + " WHERE owner.id = ? AND f.state = 'following' AND a.name_key > ? AND "
                + Viewers.maySee("viewer.id", "owner")
                + " ORDER BY a.name_key LIMIT ?",
            caller.accountId(),
            accountId,
            after == null ? "" : after,
            limit + 1);
    return Page.cut(people.inShort(caller, found), limit, person -> Names.key(person.userName()));
  }
}
