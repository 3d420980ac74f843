package dev.parley.conversations;

import dev.parley.accounts.AccountEvent;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What becomes of the conversations of somebody who deletes their account. It observes in progress:
 * account and memberships end together.
 *
 * <p>It looks twice. While it looks first, others may still take the person into a conversation:
 * they hold the account's key, and the account goes on being deleted when they are done. Who comes
 * later finds it deleted. Holding the key from the beginning would be a deadlock with whoever holds
 * one of the conversations and then needs the key.
 */
@ApplicationScoped
public class Departures {

  @Inject Sql sql;
  @Inject Memberships memberships;
  @Inject MemberChanges members;
  @Inject ConversationViews views;
  @Inject Event<ConversationEvent> events;

  private record Place(long conversationId, Kind kind) {}

  void observe(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Leaving) {
      leave(event.accountId(), false);
    } else if (event instanceof AccountEvent.Deleted) {
      leave(event.accountId(), true);
    }
  }

  private void leave(long accountId, boolean again) {
    // In the order of their ids: two who leave the same conversations at once must not each hold
    // one that the other waits for.
    List<Place> places =
        sql.list(
            row -> new Place(row.getLong("id"), Kind.of(row.getString("kind"))),
            """
            SELECT c.id, c.kind FROM memberships m JOIN conversations c ON c.id = m.conversation_id
            WHERE m.account_id = ?
              AND NOT (? AND c.kind = 'private' AND NOT m.may_write)
            ORDER BY c.id
            """,
            accountId,
            again);
    for (Place place : places) {
      switch (place.kind()) {
        case GROUP, CHANNEL -> members.end(place.conversationId(), accountId, accountId);
        case PRIVATE -> close(place.conversationId(), accountId);
        // Coming there is no event, and going neither.
        case EVERYBODY ->
            sql.update(
                "DELETE FROM memberships WHERE conversation_id = ? AND account_id = ?",
                place.conversationId(),
                accountId);
      }
    }
  }

  /** The other keeps a private conversation, to read. */
  private void close(long conversationId, long accountId) {
    memberships.nextEv(conversationId);
    members.mayWrite(conversationId, false);
    sql.update(
        "UPDATE memberships SET draft = '' WHERE conversation_id = ? AND account_id = ?",
        conversationId,
        accountId);
    events.fire(new ConversationEvent.Changed(views.shared(conversationId), accountId));
  }
}
