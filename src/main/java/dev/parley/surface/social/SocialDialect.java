package dev.parley.surface.social;

import dev.parley.conversations.ConversationKinds;
import dev.parley.conversations.Kind;
import dev.parley.messages.Message;
import dev.parley.notifications.Notification;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Item;
import java.util.Set;

/** What the pages of this system are told of what happens; of everything else they hear nothing. */
final class SocialDialect implements Dialect {

  private static final Set<String> TOLD = Set.of("newOnlineUser", "offlineUser");

  private final ConversationKinds kinds;
  private final NoticeShapes notices;

  SocialDialect(ConversationKinds kinds, NoticeShapes notices) {
    this.kinds = kinds;
    this.notices = notices;
  }

  @Override
  public String encode(Item item) {
    if (TOLD.contains(item.type())) {
      return SocialSurface.push(item.type(), Shapes.of(item.data()));
    }
    if (item.data() instanceof Notification.View notice) {
      Shapes.Notice told = notices.of(notice);
      return told == null ? null : SocialSurface.push(item.type(), told);
    }
    return item.type().equals("inputChatMessage") && item.data() instanceof Message.View message
        ? message(message)
        : null;
  }

  @Override
  public boolean hasRooms() {
    return true;
  }

  @Override
  public boolean knowsAcquaintancesOnly() {
    return true;
  }

  /** Of private chats and of groups: this system has no other. */
  private String message(Message.View message) {
    Kind kind = kinds.of(Long.parseLong(message.chatID())).orElse(null);
    boolean chat = kind == Kind.PRIVATE || kind == Kind.GROUP;
    return chat && ChatShapes.isWritten(message)
        ? SocialSurface.push(
            "inputChatMessage", ChatShapes.Incoming.of(message, kind == Kind.PRIVATE))
        : null;
  }
}
