package dev.parley.people;

import dev.parley.accounts.AccountEvent;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who follows whom. A public profile is followed at once; to follow a private one is to ask for it,
 * until its owner answers. Across a block there is nobody to follow.
 */
@ApplicationScoped
@Transactional
public class Follows {

  @Inject Sql sql;
  @Inject Blocks blocks;
  @Inject Event<FollowEvent> events;

  /**
   * Follows somebody, or asks to. Whom one follows or has asked already stays so.
   *
   * @return what is the case now
   */
  public FollowStatus follow(Caller caller, long accountId) {
    if (accountId == caller.accountId()) {
      throw Refusal.invalid("userID", "one can't follow oneself");
    }
    // Held, because whoever makes a profile public accepts the requests that there are: none may
    // come in beside that. And held before the pair, as a deletion holds it before all else.
    boolean open =
        sql.first(
                row -> row.getInt("profile_type") == Profile.PUBLIC,
                "SELECT profile_type FROM accounts WHERE id = ? AND deleted_at IS NULL FOR SHARE",
                accountId)
            .orElseThrow(() -> Refusal.notFound("person"));
    blocks.holdPair(caller.accountId(), accountId);
    if (blocks.between(caller.accountId(), accountId)) {
      throw Refusal.notFound("person");
    }
    FollowStatus wanted = open ? FollowStatus.FOLLOWING : FollowStatus.REQUESTED;
    int begun =
        sql.update(
            """
            INSERT INTO follows (follower_id, followed_id, state) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            caller.accountId(),
            accountId,
            wanted.code());
    if (begun == 0) {
      return status(caller.accountId(), accountId);
    }
    events.fire(
        open
            ? new FollowEvent.Followed(caller.accountId(), accountId)
            : new FollowEvent.Requested(caller.accountId(), accountId));
    return wanted;
  }

  /** Follows somebody no more, or withdraws the request. */
  public FollowStatus unfollow(Caller caller, long accountId) {
    blocks.requirePerson(accountId);
    blocks.holdPair(caller.accountId(), accountId);
    if (!end(caller.accountId(), accountId)) {
      throw Refusal.conflict("userID", "you don't follow this person");
    }
    return FollowStatus.NOT_FOLLOWING;
  }

  /** What the caller is to somebody. */
  public FollowStatus status(Caller caller, long accountId) {
    blocks.requirePerson(accountId);
    return status(caller.accountId(), accountId);
  }

  /** The same both ways. */
  public Relation relation(Caller caller, long accountId) {
    blocks.requirePerson(accountId);
    return relation(caller.accountId(), accountId);
  }

  /** The same both ways, of two accounts. */
  public Relation relation(long accountId, long otherId) {
    FollowStatus theirs = status(otherId, accountId);
    return new Relation(
        Long.toString(otherId),
        status(accountId, otherId),
        theirs == FollowStatus.FOLLOWING,
        theirs == FollowStatus.REQUESTED);
  }

  /**
   * Who of some follows each of these people or is followed by them; blocks end both.
   *
   * @param among of whom it is asked
   */
  public Map<Long, Set<Long>> acquaintances(Collection<Long> accountIds, Collection<Long> among) {
    Map<Long, Set<Long>> found = new HashMap<>();
    sql.list(
            row -> Map.entry(row.getLong("one"), row.getLong("other")),
            """
            SELECT followed_id AS one, follower_id AS other FROM follows
            WHERE followed_id = ANY (?) AND follower_id = ANY (?) AND state = 'following'
            UNION SELECT follower_id, followed_id FROM follows
            WHERE follower_id = ANY (?) AND followed_id = ANY (?) AND state = 'following'
            """,
            accountIds,
            among,
            accountIds,
            among)
        .forEach(
            pair ->
                found.computeIfAbsent(pair.getKey(), k -> new HashSet<>()).add(pair.getValue()));
    return found;
  }

  /** Lets somebody follow the caller who has asked to. */
  public void accept(Caller caller, long followerId) {
    answer(
        caller,
        followerId,
        """
        UPDATE follows SET state = 'following', created_at = now()
        WHERE follower_id = ? AND followed_id = ? AND state = 'requested'
        """);
    events.fire(new FollowEvent.Accepted(followerId, caller.accountId()));
  }

  /** Does not let somebody follow the caller who has asked to; they may ask again. */
  public void decline(Caller caller, long followerId) {
    answer(
        caller,
        followerId,
        "DELETE FROM follows WHERE follower_id = ? AND followed_id = ? AND state = 'requested'");
    events.fire(new FollowEvent.Declined(followerId, caller.accountId()));
  }

  /** Has somebody follow the caller no more; they may begin again. */
  public void remove(Caller caller, long followerId) {
    blocks.requirePerson(followerId);
    blocks.holdPair(caller.accountId(), followerId);
    if (status(followerId, caller.accountId()) != FollowStatus.FOLLOWING) {
      throw Refusal.conflict("userID", "this person doesn't follow you");
    }
    end(followerId, caller.accountId());
  }

  /** The profile is public now: nobody has to wait any more. Its row is held. */
  void acceptAll(long accountId) {
    sql.list(
            row -> row.getLong("follower_id"),
            """
            UPDATE follows SET state = 'following', created_at = now()
            WHERE followed_id = ? AND state = 'requested' RETURNING follower_id
            """,
            accountId)
        .forEach(followerId -> events.fire(new FollowEvent.Accepted(followerId, accountId)));
  }

  /** A block ends what there was between the two, both ways. The pair is held. */
  void observe(@Observes BlockEvent event) {
    if (event instanceof BlockEvent.Blocked) {
      end(event.blockerId(), event.blockedId());
      end(event.blockedId(), event.blockerId());
    }
  }

  /** With an account goes whom it followed and who followed it. */
  void observe(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Deleted) {
      sql.update(
          "DELETE FROM follows WHERE follower_id = ? OR followed_id = ?",
          event.accountId(),
          event.accountId());
    }
  }

  private void answer(Caller caller, long followerId, String statement) {
    blocks.requirePerson(followerId);
    blocks.holdPair(caller.accountId(), followerId);
    if (sql.update(statement, followerId, caller.accountId()) == 0) {
      throw status(followerId, caller.accountId()) == FollowStatus.FOLLOWING
          ? Refusal.conflict("userID", "this person follows you already")
          : Refusal.notFound("request");
    }
  }

  private boolean end(long followerId, long followedId) {
    List<String> ended =
        sql.list(
            row -> row.getString("state"),
            "DELETE FROM follows WHERE follower_id = ? AND followed_id = ? RETURNING state",
            followerId,
            followedId);
    ended.forEach(
        state ->
            events.fire(
                FollowStatus.of(state) == FollowStatus.FOLLOWING
                    ? new FollowEvent.Ended(followerId, followedId)
                    : new FollowEvent.Withdrawn(followerId, followedId)));
    return !ended.isEmpty();
  }

  private FollowStatus status(long followerId, long followedId) {
    List<String> found =
        sql.list(
            row -> row.getString("state"),
            "SELECT state FROM follows WHERE follower_id = ? AND followed_id = ?",
            followerId,
            followedId);
    return FollowStatus.of(found.isEmpty() ? null : found.get(0));
  }
}
