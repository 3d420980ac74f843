package dev.parley.messages;

import java.util.List;

/** What happened to messages. */
public sealed interface MessageEvent {

  /** The conversation it happened in. */
  long conversationId();

  /**
   * Messages were stored.
   *
   * @param messages of one conversation, in order, their {@code ev} without a gap
   */
  record Stored(long conversationId, List<Message.View> messages) implements MessageEvent {}

  /**
   * Somebody has read up to a message.
   *
   * @param unread how many are unread now
   */
  record Read(long conversationId, long accountId, long seq, long unread) implements MessageEvent {}
}
