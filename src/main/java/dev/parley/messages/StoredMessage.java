package dev.parley.messages;

import dev.parley.attachments.Attachment;
import dev.parley.kernel.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A row of messages with its sender's names; what hangs on it lies in other tables.
 *
 * @param replySeq the number of the message that it answers, or null
 * @param attachments how many it has
 * @param reacted whether it has reactions
 */
record StoredMessage(
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
    String key,
    Long replySeq,
    List<Long> mentions,
    int attachments,
    boolean reacted,
    boolean pinned) {

  /** What a query selects of {@code messages m JOIN accounts a}. */
  static final String COLUMNS =
      "m.id, m.conversation_id, m.seq, m.ev, m.kind, m.sender_id, a.name, a.full_name, m.key,"
          + " m.content, m.created_at, m.edited_at, m.deleted_at, m.reply_seq, m.mentions,"
          + " m.attachments, m.reacted, m.pinned_at";

  static final Sql.Row<StoredMessage> ROW = StoredMessage::read;

  private static StoredMessage read(ResultSet row) throws SQLException {
    boolean deleted = row.getObject("deleted_at") != null;
    return new StoredMessage(
        row.getLong("id"),
        row.getLong("conversation_id"),
        row.getLong("seq"),
        row.getLong("ev"),
        row.getLong("sender_id"),
        row.getString("name"),
        row.getString("full_name"),
        row.getString("kind"),
        deleted ? "" : row.getString("content"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "edited_at"),
        deleted,
        row.getString("key"),
        deleted ? null : row.getObject("reply_seq", Long.class),
        deleted ? List.of() : ids(row.getArray("mentions")),
        row.getInt("attachments"),
        row.getBoolean("reacted"),
        row.getObject("pinned_at") != null);
  }

  static List<Long> ids(Array array) throws SQLException {
    return array == null ? List.of() : List.of((Long[]) array.getArray());
  }

  Message.Place place() {
    return new Message.Place(conversationId, seq);
  }

  /** The whole message. */
  Message.View view(
      Message.Quote quote, List<Attachment.View> attached, List<Message.Reaction> reactions) {
    return new Message.View(
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
        key,
        quote,
        attached,
        mentions.stream().map(String::valueOf).toList(),
        reactions,
        pinned);
  }

  /** The whole message, when nothing hangs on it. */
  Message.View plain() {
    return view(null, List.of(), List.of());
  }

  /** Whether nothing hangs on it. */
  boolean isPlain() {
    return replySeq == null && attachments == 0 && !reacted;
  }
}
