package dev.parley.notifications;

import dev.parley.messages.Message;
import java.util.List;

/**
 * The newest messages of a conversation of which somebody may have to be told. Two are enough: to
 * whoever wrote the newest one, the newest one by somebody else is the news.
 *
 * @param seq the number of the newest message, written by {@code senderId}
 * @param otherSeq the number of the newest message that somebody else wrote, {@code otherId}; 0
 *     when there is none
 */
record ChatNews(long seq, long senderId, long otherSeq, long otherId) {

  /** Of messages in order; null when there is only what the system says. */
  static ChatNews of(List<Message.View> messages) {
    ChatNews news = null;
    for (Message.View message : messages) {
      if (message.kind().equals("text")) {
        ChatNews one = new ChatNews(message.seq(), Long.parseLong(message.userID()), 0, 0);
        news = news == null ? one : both(news, one);
      }
    }
    return news;
  }

  /** The news of both, in any order. */
  static ChatNews both(ChatNews one, ChatNews two) {
    ChatNews newer = one.seq >= two.seq ? one : two;
    ChatNews older = newer == one ? two : one;
    ChatNews found = newer;
    if (older.senderId != newer.senderId && older.seq > found.otherSeq) {
      found = new ChatNews(newer.seq, newer.senderId, older.seq, older.senderId);
    }
    if (older.otherSeq > found.otherSeq && older.otherId != newer.senderId) {
      found = new ChatNews(newer.seq, newer.senderId, older.otherSeq, older.otherId);
    }
    return found;
  }
}
