package dev.parley.messages;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reading a conversation's messages by their number. */
@ApplicationScoped
@Transactional
public class History {

  /** A conversation that the reader is in; who is not finds nothing. */
  private static final String IN_CONVERSATION =
      """
      FROM messages m JOIN accounts a ON a.id = m.sender_id
      WHERE m.conversation_id =
        (SELECT conversation_id FROM memberships WHERE conversation_id = ? AND account_id = ?)
      """;

  @Inject MessageViews views;
  @Inject Memberships memberships;

  /**
   * A part of a conversation.
   *
   * @param messages by rising {@code seq}, never null
   * @param first the {@code seq} of the first of them, 0 without any
   * @param last the {@code seq} of the last of them, 0 without any
   * @param more whether there are further ones in the direction that was asked for
   */
  public record Part(List<Message.View> messages, long first, long last, boolean more) {

    static Part of(List<Message.View> messages, boolean more) {
      int size = messages.size();
      return new Part(
          messages,
          size == 0 ? 0 : messages.get(0).seq(),
          size == 0 ? 0 : messages.get(size - 1).seq(),
          more);
    }
  }

  /**
   * The messages before, after or around a number; without any, the newest.
   *
   * @param limit 1 to 100
   */
  public Part read(
      Caller caller, long conversationId, Long before, Long after, Long around, int limit) {
    Part part;
    if (around != null) {
      Part older = older(caller, conversationId, around + 1, limit / 2 + 1);
      int left = limit - older.messages().size();
      Part newer = newer(caller, conversationId, around, left);
      List<Message.View> both = new ArrayList<>(older.messages());
      both.addAll(newer.messages());
      part = Part.of(both, older.more());
    } else if (after != null) {
      part = newer(caller, conversationId, after, limit);
    } else {
      part = older(caller, conversationId, before == null ? Long.MAX_VALUE : before, limit);
    }
    if (part.messages().isEmpty()) {
      memberships.require(caller, conversationId); // there are none, or none for this reader
    }
    return part;
  }

  /** The newest messages of each of some conversations, which the caller must be known to see. */
  public Map<String, List<Message.View>> newest(Collection<Long> conversationIds, int limit) {
    return byConversation(
        views.list(
            """
            FROM unnest(?::bigint[]) AS wanted(id)
            CROSS JOIN LATERAL (
              SELECT * FROM messages WHERE conversation_id = wanted.id
              ORDER BY seq DESC LIMIT ?) m
            JOIN accounts a ON a.id = m.sender_id
            ORDER BY m.conversation_id, m.seq
            """,
            conversationIds,
            limit));
  }

  /**
   * The messages of a conversation that changed since a number, each as it is now, in the order of
   * their {@code seq}; at most one more than the limit.
   */
  public List<Message.View> changedSince(long conversationId, long ev, int limit) {
    return views.list(
        """
        FROM (SELECT * FROM messages WHERE conversation_id = ? AND ev > ? ORDER BY ev LIMIT ?) m
        JOIN accounts a ON a.id = m.sender_id ORDER BY m.seq
        """,
        conversationId,
        ev,
        limit + 1);
  }

  private Part older(Caller caller, long conversationId, long before, int limit) {
    List<Message.View> found =
        views.list(
            IN_CONVERSATION + "AND m.seq < ? ORDER BY m.seq DESC LIMIT ?",
            conversationId,
            caller.accountId(),
            before,
            limit + 1);
    boolean more = found.size() > limit;
    List<Message.View> rising = new ArrayList<>(more ? found.subList(0, limit) : found);
    java.util.Collections.reverse(rising);
    return Part.of(rising, more);
  }

  private Part newer(Caller caller, long conversationId, long after, int limit) {
    List<Message.View> found =
        views.list(
            IN_CONVERSATION + "AND m.seq > ? ORDER BY m.seq LIMIT ?",
            conversationId,
            caller.accountId(),
            after,
            limit + 1);
    boolean more = found.size() > limit;
    return Part.of(more ? found.subList(0, limit) : found, more);
  }

  private static Map<String, List<Message.View>> byConversation(List<Message.View> messages) {
    return messages.stream().collect(Collectors.groupingBy(Message.View::chatID));
  }
}
