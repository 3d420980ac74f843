package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.people.BlockEvent;
import dev.parley.people.Blocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Which two people may write to each other in private. The answer is kept with their memberships,
 * so that sending a message needs no other look; it is kept right here and nowhere else.
 */
@ApplicationScoped
public class Pairs {

  @Inject Sql sql;
  @Inject Memberships memberships;
  @Inject Blocks blocks;

  /** Refuses to begin a private conversation that nobody could write in. */
  void requireOpen(Caller caller, long accountId) {
    if (blocks.between(caller.accountId(), accountId)) {
      throw Refusal.forbidden("you cannot write to this person");
    }
  }

  /** Refuses to take people somewhere who want to hear nothing from the caller. */
  void requireInvitable(Caller caller, Set<Long> accountIds) {
    if (!blocks.blockersOf(caller.accountId(), accountIds).isEmpty()) {
      throw Refusal.forbidden("you cannot add this person");
    }
  }

  /** A block begins or ends: it commits together with what it means. */
  void observe(@Observes BlockEvent event) {
    long low = Math.min(event.blockerId(), event.blockedId());
    long high = Math.max(event.blockerId(), event.blockedId());
    List<Long> found =
        sql.list(
            row -> row.getLong("id"),
            "SELECT id FROM conversations WHERE pair_low = ? AND pair_high = ?",
            low,
            high);
    for (Long id : found) {
      // Whoever stores a message holds this row: none slips in after the answer has changed.
      memberships.hold(id);
      memberships.mayWrite(id, !blocks.between(low, high) && bothAreHere(low, high));
    }
  }

  private boolean bothAreHere(long low, long high) {
    return sql.list(
            row -> true,
            "SELECT 1 FROM accounts WHERE id IN (?, ?) AND deleted_at IS NOT NULL",
            low,
            high)
        .isEmpty();
  }
}
