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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who blocks whom. The blocked one can't write to the blocker, take them anywhere or see them
 * online; only the blocker can look up that it is so. In groups that both are in, nothing changes.
 */
@ApplicationScoped
@Transactional
public class Blocks {

  @Inject Sql sql;
  @Inject Event<BlockEvent> events;

  /** Blocks somebody; whom one blocks already stays blocked. */
  public void block(Caller caller, long accountId) {
    if (accountId == caller.accountId()) {
      throw Refusal.invalid("userID", "userID must be somebody else's");
    }
    requirePerson(accountId);
    holdPair(caller.accountId(), accountId);
    int blocked =
        sql.update(
            "INSERT INTO blocks (blocker_id, blocked_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            caller.accountId(),
            accountId);
    if (blocked > 0) {
      events.fire(new BlockEvent.Blocked(caller.accountId(), accountId));
    }
  }

  /** Ends a block, if there is one. */
  public void unblock(Caller caller, long accountId) {
    requirePerson(accountId);
    holdPair(caller.accountId(), accountId);
    int unblocked =
        sql.update(
            "DELETE FROM blocks WHERE blocker_id = ? AND blocked_id = ?",
            caller.accountId(),
            accountId);
    if (unblocked > 0) {
      events.fire(new BlockEvent.Unblocked(caller.accountId(), accountId));
    }
  }

  /** Those whom an account blocks, as they are written. */
  public List<String> ids(long accountId) {
    return blockedBy(accountId).stream().sorted().map(String::valueOf).toList();
  }

  /** Those of the given accounts who block this one. */
  public Set<Long> blockersOf(long accountId, Collection<Long> among) {
    return new HashSet<>(
        sql.list(
            row -> row.getLong("blocker_id"),
            "SELECT blocker_id FROM blocks WHERE blocked_id = ? AND blocker_id = ANY (?)",
            accountId,
            among));
  }

  /** Those whom an account blocks: they may not see whether it is online. */
  public Set<Long> blockedBy(long accountId) {
    return blockedBy(List.of(accountId)).getOrDefault(accountId, Set.of());
  }

  /** The same for several accounts; those who block nobody are not in it. */
  public Map<Long, Set<Long>> blockedBy(Collection<Long> accountIds) {
    record Block(long blocker, long blocked) {}
    return sql
        .list(
            row -> new Block(row.getLong("blocker_id"), row.getLong("blocked_id")),
            "SELECT blocker_id, blocked_id FROM blocks WHERE blocker_id = ANY (?)",
            accountIds)
        .stream()
        .collect(
            Collectors.groupingBy(
                Block::blocker, Collectors.mapping(Block::blocked, Collectors.toSet())));
  }

  /** Whether one of the two blocks the other. */
  public boolean between(long one, long other) {
    return sql.first(
            row -> true,
            """
            SELECT 1 FROM blocks
            WHERE (blocker_id, blocked_id) IN ((?, ?), (?, ?)) LIMIT 1
            """,
            one,
            other,
            other,
            one)
        .isPresent();
  }

  /**
   * Lets nobody else change what is between two people until the transaction ends: a block and the
   * making of their conversation at the same time would not see each other.
   */
  public void holdPair(long one, long other) {
    sql.list(
        row -> true,
        "SELECT pg_advisory_xact_lock(hashtextextended('pair ' || ? || ' ' || ?, 0))",
        Math.min(one, other),
        Math.max(one, other));
  }

  /** With an account go its blocks. Nobody can write to it any more, block or not. */
  void observe(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Deleted) {
      sql.update(
          "DELETE FROM blocks WHERE blocker_id = ? OR blocked_id = ?",
          event.accountId(),
          event.accountId());
    }
  }

  /** Refuses the number of nobody who is here. */
  void requirePerson(long accountId) {
    if (sql.first(
            row -> true, "SELECT 1 FROM accounts WHERE id = ? AND deleted_at IS NULL", accountId)
        .isEmpty()) {
      throw Refusal.notFound("person");
    }
  }
}
