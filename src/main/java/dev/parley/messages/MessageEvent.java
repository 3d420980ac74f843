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
   * @param recount whether unread counts may be others now
   */
  record Changed(Message.View view, boolean recount) implements MessageEvent {}

  /**
   * Somebody has read up to a message.
   *
   * @param toldOthers whether the mark that the others see moved, too
   */
  record Read(long conversationId, long accountId, Receipts.Mark mark, boolean toldOthers)
      implements MessageEvent {}

  /** What a conversation is to one of its members is something else now. */
  record OwnChanged(long accountId, OwnChat now) implements MessageEvent {}
}
