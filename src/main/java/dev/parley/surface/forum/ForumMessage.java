package dev.parley.surface.forum;

import dev.parley.messages.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * A message.
 *
 * @param sender the handle of who wrote it; {@code receiver} of the other one
 * @param sendername the full name, or the name without one
 * @param senttime when, to be shown; {@code time} exactly
 */
public record ForumMessage(
    long id,
    String content,
    long chatid,
    UUID sender,
    UUID receiver,
    long senderid,
    String sendername,
    String receivername,
    String senttime,
    Instant time) {

  static ForumMessage of(Message.View view, Known.Person sender, Known.Person receiver) {
    return new ForumMessage(
        Long.parseLong(view.id()),
        view.content(),
        Long.parseLong(view.chatID()),
        sender.uuid(),
        receiver.uuid(),
        sender.id(),
        view.senderName(),
        receiver.fullname(),
        Stamp.of(view.dateCreate()),
        view.dateCreate());
  }
}
