package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.people.BlockEvent;
import dev.parley.people.Blocks;
import dev.parley.people.Correspondence;
import dev.parley.people.FollowEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Which two people may write to each other in private; the rule is {@link Correspondence}'s. The
 * answer is kept with their memberships, so that sending a message needs no other look; it is kept
 * right here and nowhere else.
 */
@ApplicationScoped
@Transactional
public class Pairs {

  @Inject Sql sql;
  @Inject Memberships memberships;
  @Inject MemberChanges members;
  @Inject Blocks blocks;
  @Inject Correspondence correspondence;

  private record Pair(long conversationId, long low, long high) {}

  /** Makes what is kept what the settings say; before anybody is let in. */
  public void prepare() {
    List<Pair> wrong =
        sql.list(
            Pairs::read,
            "SELECT c.id, c.pair_low, c.pair_high FROM conversations c WHERE c.kind = 'private'"
                + " AND c.pair_low IS NOT NULL AND "
                + isKeptWrong());
    wrong.forEach(this::keep);
  }

  /** Refuses to begin a private conversation that nobody could write in. */
  void requireOpen(Caller caller, long accountId) {
    if (!correspondence.isOpen(caller.accountId(), accountId)) {
      throw Refusal.forbidden("you cannot write to this person");
    }
  }

  /**
   * Refuses to take people somewhere who want to hear nothing from the caller; and strangers where
   * those don't write to each other, for in a room together they could.
   */
  void requireInvitable(Caller caller, Set<Long> accountIds) {
    if (!blocks.blockersOf(caller.accountId(), accountIds).isEmpty()
        || !correspondence.strangersTo(caller.accountId(), accountIds).isEmpty()) {
      throw Refusal.forbidden("you cannot add this person");
    }
  }

  /** A block begins or ends: it commits together with what it means. */
  void observe(@Observes BlockEvent event) {
    between(event.blockerId(), event.blockedId());
  }

  /** Where not everybody may write to everybody, those who follow may. */
  void observe(@Observes FollowEvent event) {
    if (!correspondence.isOpenToAll()) {
      between(event.followerId(), event.followedId());
    }
  }

  /** And those who are in a group together. */
  void observe(@Observes ConversationEvent event) {
    if (correspondence.isOpenToAll()) {
      return;
    }
    // Else it is who writes or what it is called, and who is in it is as it was.
    if (event instanceof ConversationEvent.Created created) {
      lookAgain(created.accountIds());
    } else if (event instanceof ConversationEvent.Deleted deleted) {
      lookAgain(deleted.accountIds());
    } else if (event instanceof ConversationEvent.MemberAdded added) {
      lookAgain(List.of(added.accountId()));
    } else if (event instanceof ConversationEvent.MemberRemoved removed) {
      lookAgain(List.of(removed.accountId()));
    }
  }

  /** The pair is held. */
  private void between(long one, long other) {
    sql.list(
            Pairs::read,
            "SELECT id, pair_low, pair_high FROM conversations"
                + " WHERE pair_low = ? AND pair_high = ?",
            Math.min(one, other),
            Math.max(one, other))
        .forEach(
            pair -> {
              // Whoever stores a message holds this row: none slips in after the answer changed.
              memberships.hold(pair.conversationId());
              keep(pair);
            });
  }

  /**
   * Looks again at the private conversations of people who came to a group or left one. Their rows
   * are not held, as the group's is, and others may hold them the other way round: a message more
   * does no harm here. It is the pairs that are held, in order, so that the last one to change
   * something sees what the others did.
   */
  private void lookAgain(List<Long> accountIds) {
    sql.list(
            Pairs::read,
            """
            SELECT id, pair_low, pair_high FROM conversations
            WHERE pair_low = ANY (?) OR pair_high = ANY (?) ORDER BY pair_low, pair_high
            """,
            accountIds,
            accountIds)
        .forEach(
            pair -> {
              blocks.holdPair(pair.low(), pair.high());
              keep(pair);
            });
  }

  private void keep(Pair pair) {
    members.mayWrite(pair.conversationId(), correspondence.isOpen(pair.low(), pair.high()));
  }

  private String isKeptWrong() {
    return "EXISTS (SELECT FROM memberships m WHERE m.conversation_id = c.id AND m.may_write <> ("
        + correspondence.condition("c.pair_low", "c.pair_high")
        + "))";
  }

  private static Pair read(ResultSet row) throws SQLException {
    return new Pair(row.getLong("id"), row.getLong("pair_low"), row.getLong("pair_high"));
  }
}
