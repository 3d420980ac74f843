package dev.parley.attachments;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;

/** The pictures of people, conversations, posts and comments: uploads that became one. */
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
    change(
        caller,
        given,
        conversationId == null
            ? new Place("accounts", caller.accountId(), "person", null)
            : new Place("conversations", conversationId, "conversation", conversationId));
  }

  /** The same for a post's picture. */
  public void changeOfPost(Caller caller, String given, long postId) {
    change(caller, given, new Place("posts", postId, "post", null));
  }

  /** The same for a comment's picture. */
  public void changeOfComment(Caller caller, String given, long commentId) {
    change(caller, given, new Place("comments", commentId, "comment", null));
  }

  /** Removes the pictures of posts and of the comments below them, bytes included. */
  public void releaseBelow(Collection<Long> postIds) {
    sql.update(
        """
        DELETE FROM attachments WHERE id IN (
          SELECT picture_id FROM posts WHERE id = ANY (?)
          UNION ALL SELECT picture_id FROM comments WHERE post_id = ANY (?))
        """,
        postIds,
        postIds);
  }

  /**
   * Where a picture stands.
   *
   * @param table whose row {@code id} names it
   * @param purpose what the upload becomes
   * @param conversationId whose members may fetch it, or null
   */
  private record Place(String table, long id, String purpose, Long conversationId) {}

  private void change(Caller caller, String given, Place place) {
    if (given == null) {
      return;
    }
    // Held first, so that of two changes the second one finds the picture of the first.
    Long before =
        sql.first(
                row -> Optional.ofNullable(row.getObject("picture_id", Long.class)),
                "SELECT picture_id FROM " + place.table() + " WHERE id = ? FOR NO KEY UPDATE",
                place.id())
            .flatMap(picture -> picture)
            .orElse(null);
    Long id = given.isEmpty() ? null : id(given);
    if (id != null) {
      claim(caller, id, place);
    }
    sql.update(
        "UPDATE " + place.table() + " SET picture_id = ?::bigint WHERE id = ?", id, place.id());
    sql.update("DELETE FROM attachments WHERE id = ?::bigint", before);
  }

  private void claim(Caller caller, long id, Place place) {
    boolean picture =
        sql.first(
                row -> row.getBoolean("picture"),
                """
                UPDATE attachments SET purpose = ?, conversation_id = ?::bigint
                WHERE id = ? AND owner_id = ? AND purpose = 'unclaimed'
                RETURNING preview_blob IS NOT NULL AS picture
                """,
                place.purpose(),
                place.conversationId(),
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
