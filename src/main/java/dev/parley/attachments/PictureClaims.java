package dev.parley.attachments;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The pictures of people and conversations: uploads that became one. */
@ApplicationScoped
@Transactional
public class PictureClaims {

  @Inject Sql sql;

  /**
   * Changes a picture. That the caller may change it has been found out before.
   *
   * @param given the id of an unclaimed upload of the caller's; empty takes the picture away, null
   *     leaves it
   * @param conversationId whose picture it is, or null for the caller's own
   */
  public void change(Caller caller, String given, Long conversationId) {
    if (given == null) {
      return;
    }
    String table = conversationId == null ? "accounts" : "conversations";
    long whose = conversationId == null ? caller.accountId() : conversationId;
    // Held first, so that of two changes the second one finds the picture of the first.
    Long before =
        sql.first(
                row -> Optional.ofNullable(row.getObject("picture_id", Long.class)),
                "SELECT picture_id FROM " + table + " WHERE id = ? FOR NO KEY UPDATE",
                whose)
            .flatMap(picture -> picture)
            .orElse(null);
    Long id = given.isEmpty() ? null : id(given);
    if (id != null) {
      claim(caller, id, conversationId);
    }
    sql.update("UPDATE " + table + " SET picture_id = ?::bigint WHERE id = ?", id, whose);
    sql.update("DELETE FROM attachments WHERE id = ?::bigint", before);
  }

  private void claim(Caller caller, long id, Long conversationId) {
    boolean picture =
        sql.first(
                row -> row.getBoolean("picture"),
                """
                UPDATE attachments SET purpose = ?, conversation_id = ?::bigint
                WHERE id = ? AND owner_id = ? AND purpose = 'unclaimed'
                RETURNING preview_blob IS NOT NULL AS picture
                """,
                conversationId == null ? "person" : "conversation",
                conversationId,
                id,
                caller.accountId())
            .orElseThrow(Attachments::missing);
    if (!picture) {
      throw Refusal.invalid("pictureID", "pictureID is no picture");
    }
  }

  private static long id(String given) {
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("pictureID", "pictureID has the wrong form");
    }
  }
}
