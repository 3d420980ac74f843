package dev.parley.surface.social;

import dev.parley.conversations.ConversationKinds;
import dev.parley.conversations.Kind;
import dev.parley.notifications.Notification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Notifications as this system writes them. Natively a chat is named apart from a group; here one
 * opens a group's chat by the group, and so that is what a notification of it names. Of chats that
 * this system has not, nothing is told.
 */
@ApplicationScoped
public class NoticeShapes {

  @Inject ConversationKinds kinds;

  /** One notification, or null when it is of no chat of this system. */
  Shapes.Notice of(Notification.View notice) {
    String chat = notice.further().chatId();
    if (chat == null) {
      return Shapes.Notice.of(notice, notice.groupId());
    }
    Optional<Kind> kind = kinds.of(Long.parseLong(chat));
    return kind.filter(is -> is == Kind.PRIVATE || is == Kind.GROUP).isEmpty()
        ? null
        : Shapes.Notice.of(notice, kind.get() == Kind.GROUP ? chat : null);
  }

  /** Null for none: so this system writes empty lists. */
  List<Shapes.Notice> all(List<?> data) {
    List<Notification.View> notices = data.stream().map(Notification.View.class::cast).toList();
    kinds.remember(
        notices.stream()
            .map(notice -> notice.further().chatId())
            .filter(Objects::nonNull)
            .map(Long::valueOf)
            .toList());
    return Shapes.nullIfEmpty(notices.stream().map(this::of).filter(Objects::nonNull).toList());
  }
}
