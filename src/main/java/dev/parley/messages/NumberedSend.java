package dev.parley.messages;

import dev.parley.attachments.Attachment;
import java.time.Instant;
import java.util.List;

/**
 * A message that is about to be stored, with its numbers.
 *
 * @param name of its sender
 * @param fullName of its sender
 * @param quote of what it answers, or null
 * @param mentions ids of the members whom it mentions
 */
record NumberedSend(
    PendingSend send,
    long seq,
    long ev,
    String name,
    String fullName,
    Message.Quote quote,
    List<Long> mentions) {

  Message.Place place() {
    return new Message.Place(send.conversationId(), seq);
  }

  /** What {@code mentions} is in the database: null or an array. */
  String mentionsText() {
    return mentions.isEmpty() ? null : mentions.toString().replace('[', '{').replace(']', '}');
  }

  Message.View view(long id, Instant created, List<Attachment.View> attachments) {
    return new StoredMessage(
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
            send.key(),
            quote == null ? null : quote.seq(),
            mentions,
            attachments.size(),
            false,
            false)
        .view(quote, attachments, List.of());
  }
}
