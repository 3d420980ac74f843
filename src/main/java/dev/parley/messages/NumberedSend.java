package dev.parley.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A message that is about to be stored, with its numbers.
 *
 * @param name of its sender
 * @param fullName of its sender
 */
record NumberedSend(PendingSend send, long seq, long ev, String name, String fullName) {

  /** The key of a message. */
  record Place(long conversationId, long seq) {
    static Place read(ResultSet row) throws SQLException {
      return new Place(row.getLong("conversation_id"), row.getLong("seq"));
    }
  }

  Place place() {
    return new Place(send.conversationId(), seq);
  }

  Message.View view(long id, Instant created) {
    return Message.View.of(
        id,
        send.conversationId(),
        seq,
        ev,
        send.senderId(),
        name,
        fullName,
        "text",
        send.content(),
        created,
        null,
        false,
        send.key());
  }
}
