package dev.parley.messages;

import dev.parley.kernel.Sql;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A message. It is written by statements (see {@link MessageBatches}); the entity reads it. */
@Entity
@Table(name = "messages")
public class Message {

  /** What a query selects to make a {@link View} of {@code messages m JOIN accounts a}. */
  static final String COLUMNS =
      "m.id, m.conversation_id, m.seq, m.ev, m.kind, m.sender_id, a.name, a.full_name, m.key,"
          + " m.content, m.created_at, m.edited_at, m.deleted_at";

  static final Sql.Row<View> ROW = Message::read;

  @Id private Long id;

  @Column(name = "conversation_id")
  private long conversationId;

  protected Message() {}

  public long conversationId() {
    return conversationId;
  }

  private static View read(ResultSet row) throws SQLException {
    Instant created = Sql.instant(row, "created_at");
    boolean deleted = row.getObject("deleted_at") != null;
    return View.of(
        row.getLong("id"),
        row.getLong("conversation_id"),
        row.getLong("seq"),
        row.getLong("ev"),
        row.getLong("sender_id"),
        row.getString("name"),
        row.getString("full_name"),
        row.getString("kind"),
        deleted ? "" : row.getString("content"),
        created,
        Sql.instant(row, "edited_at"),
        deleted,
        row.getString("key"));
  }

  /**
   * A message as the members of its conversation see it.
   *
   * @param seq its number in the conversation
   * @param ev the number of its last change in the conversation
   * @param userName the sender's name; {@code senderName} the full name, or the name without one
   * @param kind {@code text}, or {@code system} for what happened to the conversation
   * @param time the same as {@code dateCreate}
   * @param edited when, or null
   * @param deleted a deleted message keeps its number and loses its content
   * @param key the sender's own name for it, or null
   */
  public record View(
      String id,
      String chatID,
      long seq,
      long ev,
      String userID,
      String userName,
      String senderName,
      String kind,
      String content,
      Instant dateCreate,
      Instant time,
      Instant edited,
      boolean deleted,
      String key) {

    static View of(
        long id,
        long conversationId,
        long seq,
        long ev,
        long senderId,
        String name,
        String fullName,
        String kind,
        String content,
        Instant created,
        Instant edited,
        boolean deleted,
        String key) {
      return new View(
          Long.toString(id),
          Long.toString(conversationId),
          seq,
          ev,
          Long.toString(senderId),
          name,
          fullName.isEmpty() ? name : fullName,
          kind,
          content,
          created,
          created,
          edited,
          deleted,
          key);
    }
  }
}
