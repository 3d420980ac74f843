package dev.parley.attachments;

import dev.parley.accounts.AccountEvent;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What uploads are used for, and who may fetch them. */
@ApplicationScoped
@Transactional
public class Attachments {

  @Inject Sql sql;

  /** A message. */
  public record Place(long conversationId, long seq) {}

  /** An attachment that the caller may fetch; any other one does not exist. */
  public Attachment get(Caller caller, long id) {
    return sql.first(
            Attachment.ROW,
            "SELECT "
                + Attachment.COLUMNS
                + """
                 FROM attachments t
                WHERE t.id = ? AND (
                  t.purpose = 'unclaimed' AND t.owner_id = ?
                  OR t.purpose = 'person'
                  OR EXISTS (SELECT FROM memberships ms
                    WHERE ms.conversation_id = t.conversation_id AND ms.account_id = ?)
                  OR t.purpose = 'post' AND EXISTS (SELECT FROM visible_posts p
                    WHERE p.viewer_id = ? AND p.picture_id = t.id)
                  OR t.purpose = 'comment' AND EXISTS (SELECT FROM comments c
                    JOIN visible_posts p ON p.id = c.post_id AND p.viewer_id = ?
                    WHERE c.picture_id = t.id))
                """,
            id,
            caller.accountId(),
            caller.accountId(),
            caller.accountId(),
            caller.accountId())
        .orElseThrow(Attachments::missing);
  }

  /**
   * Makes uploads part of a message that is stored in the same transaction.
   *
   * @param ids unclaimed uploads of that account
   * @return the same in that order
   * @throws Refusal {@code notFound} when one of them is something else; the transaction rolls back
   */
  public List<Attachment.View> claimForMessage(
      long ownerId, List<Long> ids, long conversationId, long seq) {
    Map<Long, Attachment> claimed = new HashMap<>();
    sql.list(
            Attachment.ROW,
            """
            UPDATE attachments t
            SET purpose = 'message', conversation_id = ?, seq = ?, position = i.position
            FROM unnest(?::bigint[]) WITH ORDINALITY AS i(id, position)
            WHERE t.id = i.id AND t.owner_id = ? AND t.purpose = 'unclaimed'
            RETURNING
            """
                + Attachment.COLUMNS,
            conversationId,
            seq,
            ids,
            ownerId)
        .forEach(attachment -> claimed.put(attachment.id(), attachment));
    return ids.stream()
        .map(
            id -> {
              Attachment attachment = claimed.get(id);
              if (attachment == null) {
                throw missing();
              }
              return attachment.view();
            })
        .toList();
  }

  /**
   * What hangs on messages, in the order in which it was sent; who may see it is not asked here.
   */
  public Map<Place, List<Attachment.View>> ofMessages(Collection<Place> places) {
    record Found(Place place, Attachment.View view) {}
    Map<Place, List<Attachment.View>> all = new HashMap<>();
    sql.list(
            row ->
                new Found(
                    new Place(row.getLong("conversation_id"), row.getLong("seq")),
                    Attachment.ROW.read(row).view()),
            "SELECT t.conversation_id, t.seq, "
                + Attachment.COLUMNS
                + """
                 FROM unnest(?::bigint[], ?::bigint[]) AS i(conversation_id, seq)
                JOIN attachments t USING (conversation_id, seq)
                ORDER BY t.conversation_id, t.seq, t.position
                """,
            places.stream().map(Place::conversationId).toList(),
            places.stream().map(Place::seq).toList())
        .forEach(
            found -> all.computeIfAbsent(found.place(), p -> new ArrayList<>()).add(found.view()));
    return all;
  }

  /** Removes what hangs on a message, bytes included. */
  public void release(long conversationId, long seq) {
    sql.update(
        "DELETE FROM attachments WHERE conversation_id = ? AND seq = ?", conversationId, seq);
  }

  /** Whoever goes takes their picture along, and what they never used; what they sent stays. */
  void leave(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Deleted) {
      sql.update(
          "DELETE FROM attachments WHERE owner_id = ? AND purpose IN ('unclaimed', 'person')",
          event.accountId());
    }
  }

  static Refusal missing() {
    return Refusal.notFound("attachment");
  }
}
