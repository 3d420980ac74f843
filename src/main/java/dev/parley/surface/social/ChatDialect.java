package dev.parley.surface.social;

import dev.parley.messages.Message;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Item;

/** What those hear who have a chat open: what is written there. */
final class ChatDialect implements Dialect {

  private final boolean pair;

  /**
   * Of one kind of chats.
   *
   * @param pair whether they are of two people
   */
  ChatDialect(boolean pair) {
    this.pair = pair;
  }

  @Override
  public String encode(Item item) {
    return item.type().equals("inputChatMessage")
            && item.data() instanceof Message.View message
            && ChatShapes.isWritten(message)
        ? SocialSurface.push(item.type(), ChatShapes.Incoming.of(message, pair))
        : null;
  }
}
