package dev.parley.notifications;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Something that somebody is told of. It is written by statements. */
public final class Notification {

  /** What a query selects {@link #FROM}. */
  static final String COLUMNS =
      """
      n.id, n.account_id, n.kind, n.actor_id, n.conversation_id, n.post_id, n.comment_id,
      n.event_id, n.created_at, n.read_at, n.answer, a.name AS actor_name, a.picture_id,
      CASE WHEN c.kind = 'private' THEN a.name ELSE c.name END AS place, e.title, e.starts_at
      """;

  /**
   * The notifications that their receivers may see, to be followed by AND. What happens among the
   * members of a group is for members, and a request to join it for its moderators; what is said of
   * a post, even of one's own, is for those who see the post.
   */
  static final String FROM =
      """
       FROM notifications n
      LEFT JOIN accounts a ON a.id = n.actor_id
      LEFT JOIN conversations c ON c.id = n.conversation_id
      LEFT JOIN events e ON e.id = n.event_id
      WHERE (n.actor_id IS NULL OR a.deleted_at IS NULL AND a.id IS NOT NULL)
        AND (n.conversation_id IS NULL OR c.id IS NOT NULL)
        AND (n.event_id IS NULL OR e.id IS NOT NULL)
        AND (n.post_id IS NULL OR EXISTS (SELECT FROM visible_posts p
          WHERE p.viewer_id = n.account_id AND p.id = n.post_id))
        AND (n.conversation_id IS NULL
          OR n.kind IN ('invite to group', 'invite to group accepted', 'invite to group rejected',
            'join group request accepted', 'join group request declined')
          OR EXISTS (SELECT FROM memberships m
            WHERE m.conversation_id = n.conversation_id AND m.account_id = n.account_id
              AND (n.kind <> 'join group request' OR m.role = 'admin')))
      """;

  static final Sql.Row<View> ROW = Notification::read;

  private Notification() {}

  /**
   * What a notification is about; null is nothing of that sort.
   *
   * @param actorId who did it
   */
  record About(Long actorId, Long conversationId, Long postId, Long commentId, Long eventId) {

    static About person(long actorId) {
      return new About(actorId, null, null, null, null);
    }

    static About place(long actorId, long conversationId) {
      return new About(actorId, conversationId, null, null, null);
    }

    static About event(Long actorId, long conversationId, long eventId) {
      return new About(actorId, conversationId, null, null, eventId);
    }

    static About post(long actorId, Long conversationId, long postId, Long commentId) {
      return new About(actorId, conversationId, postId, commentId, null);
    }
  }

  /**
   * A notification as its receiver sees it; nobody else does.
   *
   * @param userId who is told
   * @param fromUserId who did it, or null; with {@code fromUserName} and {@code picture}
   * @param type what it is about, one of a closed list
   * @param body a sentence, with the names as they are now
   * @param groupId the group, or null
   * @param read 1 when it was read, else 0
   */
  public record View(
      long id,
      String userId,
      String fromUserId,
      String type,
      String body,
      String groupId,
      String postId,
      int read,
      Instant dateCreate,
      @JsonUnwrapped Further further) {}

  /**
   * What the document does not name.
   *
   * @param groupName the group's name as it is now, or null
   * @param chatId the chat in which there is something new, or null
   * @param eventTitle the event's title as it is now, or null; with {@code dateEvent}, when it
   *     begins
   * @param answer {@code accepted} or {@code declined} when it asked something and was answered
   */
  public record Further(
      String fromUserName,
      String picture,
      String groupName,
      String chatId,
      String commentId,
      String eventId,
      String eventTitle,
      Instant dateEvent,
      String answer) {}

  /**
   * A part of what one was told, the newest first.
   *
   * @param more whether there are older ones
   * @param unread how many of all are unread
   */
  public record Portion(List<View> notifications, boolean more, long unread) {}

  private static View read(ResultSet row) throws SQLException {
    NotificationKind kind = NotificationKind.of(row.getString("kind"));
    boolean chat = kind == NotificationKind.CHAT_MESSAGE;
    String conversation = row.getString("conversation_id");
    return new View(
        row.getLong("id"),
        row.getString("account_id"),
        row.getString("actor_id"),
        kind.code(),
        kind.body(row.getString("actor_name"), row.getString("place"), row.getString("title")),
        chat ? null : conversation,
        row.getString("post_id"),
        row.getObject("read_at") == null ? 0 : 1,
        Sql.instant(row, "created_at"),
        new Further(
            row.getString("actor_name"),
            PictureAddress.of(row.getObject("picture_id", Long.class)),
            chat || conversation == null ? null : row.getString("place"),
            chat ? conversation : null,
            row.getString("comment_id"),
            row.getString("event_id"),
            row.getString("title"),
            Sql.instant(row, "starts_at"),
            row.getString("answer")));
  }
}
