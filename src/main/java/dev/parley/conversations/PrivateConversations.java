package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.people.Blocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Private conversations that were made for one person and wait for the second. Such a one is no
 * pair's until then; whoever made it administrates it, brings the second in and may show them out
 * again.
 */
@ApplicationScoped
@Transactional
public class PrivateConversations {

  @Inject Sql sql;
  @Inject Conversations conversations;
  @Inject Pairs pairs;
  @Inject Blocks blocks;

  /**
   * Makes one that waits.
   *
   * @param name may be empty; seen until there is another side to name it after
   */
  public Conversation.View create(Caller caller, String name) {
    String kept = Conversations.checkedName(name == null ? "" : name);
    long id =
        sql.first(
                row -> row.getLong("id"),
                """
                INSERT INTO conversations (kind, name, creator_id, ev)
                VALUES ('private', ?, ?, 1) RETURNING id
                """,
                kept,
                caller.accountId())
            .orElseThrow();
    return conversations
        .announce(caller, id, List.of(caller.accountId()), MembershipRole.ADMIN)
        .view();
  }

  /** Makes it the pair's, while its row is held. */
  void pair(Caller caller, long conversationId, long accountId) {
    if (sql.first(row -> true, "SELECT 1 FROM accounts WHERE id = ?", accountId).isEmpty()) {
      throw Refusal.notFound("person");
    }
    long low = Math.min(caller.accountId(), accountId);
    long high = Math.max(caller.accountId(), accountId);
    // Neither a block nor the other way of making a pair slips in between.
    blocks.holdPair(low, high);
    pairs.requireOpen(caller, accountId);
    if (sql.first(
            row -> true,
            "SELECT 1 FROM conversations WHERE pair_low = ? AND pair_high = ?",
            low,
            high)
        .isPresent()) {
      throw Refusal.conflict("userID", "the two have a private conversation already");
    }
    int paired =
        sql.update(
            """
            UPDATE conversations SET pair_low = ?, pair_high = ?
            WHERE id = ? AND pair_low IS NULL
            """,
            low,
            high,
            conversationId);
    if (paired == 0) {
      throw full();
    }
  }

  /** Somebody is gone: if they were one of a pair, the other waits again; whether it is so. */
  boolean part(long conversationId) {
    return sql.update(
            """
            UPDATE conversations SET pair_low = NULL, pair_high = NULL
            WHERE id = ? AND pair_low IS NOT NULL
            """,
            conversationId)
        > 0;
  }

  /** Whether there is only the one who made it. */
  boolean waits(long conversationId) {
    return sql.first(
            row -> true,
            "SELECT 1 FROM conversations WHERE id = ? AND kind = 'private' AND pair_low IS NULL",
            conversationId)
        .isPresent();
  }

  static Refusal full() {
    return Refusal.forbidden("a private conversation has its two members");
  }
}
