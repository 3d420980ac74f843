package dev.parley.messages;

import dev.parley.conversations.ConversationViews;
import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What a conversation is to one of its members, and nobody else's business. Of two states the one
 * with the larger {@code rev} is the newer.
 *
 * @param readSeq the last message that is read
 * @param unread how many are not; {@code mentions} how many of those mention the reader
 * @param counted the last message when they were counted: later ones are not among them
 * @param mutedUntil see {@link dev.parley.conversations.Conversation.Own}, as for the rest
 */
public record OwnChat(
    String chatID,
    String role,
    long rev,
    long readSeq,
    long unread,
    long mentions,
    long counted,
    Instant mutedUntil,
    boolean archived,
    String draft,
    boolean mayWrite) {

  static final String COLUMNS =
      "own.conversation_id, own.role, own.read_seq, own.muted_until, own.draft, own.may_write, "
          + ConversationViews.ARCHIVED
          + " AS archived, "
          + Unread.COLUMNS;

  static final Sql.Row<OwnChat> ROW = OwnChat::read;

  private static OwnChat read(ResultSet row) throws SQLException {
    return new OwnChat(
        row.getString("conversation_id"),
        row.getString("role"),
        row.getLong("rev"),
        row.getLong("read_seq"),
        row.getLong("unread"),
        row.getLong("mentions"),
        row.getLong("counted"),
        Sql.instant(row, "muted_until"),
        row.getBoolean("archived"),
        row.getString("draft"),
        row.getBoolean("may_write"));
  }
}
