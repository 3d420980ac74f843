package dev.parley.surface.social;

import dev.parley.messages.Message;
import java.time.Instant;

/** Messages of chats as this system writes them. */
final class ChatShapes {

  private static final String SYSTEM = "system";

  private ChatShapes() {}

  /**
   * A message that came in.
   *
   * @param genericID by what the receiver knows the chat: who wrote it, or the group
   */
  record Incoming(
      String messageID,
      String userID,
      String userName,
      String content,
      Instant dateCreate,
      String genericID) {

    static Incoming of(Message.View view, boolean pair) {
      return new Incoming(
          view.id(),
          view.userID(),
          view.userName(),
          view.content(),
          view.dateCreate(),
          pair ? view.userID() : view.chatID());
    }
  }

  /**
   * Whether somebody wrote it. This system has no shape for what happened to a chat: it would look
   * as if somebody had said it.
   */
  static boolean isWritten(Message.View view) {
    return !view.kind().equals(SYSTEM);
  }
}
