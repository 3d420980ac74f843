package dev.parley.messages;

import java.util.Collection;
import java.util.List;

/** What happened to messages. */
public sealed interface MessageEvent {

  /**
   * Messages were stored. One event for a whole batch: observing it after the commit costs more
   * than storing a message.
   *
   * @param conversations the messages of each conversation, in order, their {@code ev} without a
   *     gap
   */
  record Stored(Collection<List<Message.View>> conversations) implements MessageEvent {}

  /**
   * A message is another than before: edited, deleted, pinned, reacted to.
   *
   * @param deleted whether this is what happened to it, so that unread counts may be others now
   */
  record Changed(Message.View view, boolean deleted) implements MessageEvent {}

  /**
   * Somebody has read up to a message.
   *
   * @param unread how many are unread now
   */
  record Read(long conversationId, long accountId, long seq, long unread) implements MessageEvent {}
}
