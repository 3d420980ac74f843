package dev.parley.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.attachments.Attachment;
import dev.parley.kernel.Sql;
import java.time.Instant;
import java.util.List;

/**
 * A message, in the shapes it has. It is written by statements (see {@link MessageBatches} and
 * {@link MessageChanges}) and read as a {@link View}.
 */
public final class Message {

  /** More of a message than this is not quoted. */
  private static final int LONGEST_QUOTE = 200;

  private Message() {}

  /** The key of a message. */
  public record Place(long conversationId, long seq) {
    static final Sql.Row<Place> ROW =
        row -> new Place(row.getLong("conversation_id"), row.getLong("seq"));
  }

  /**
   * A message as the members of its conversation see it. A deleted one keeps its numbers and times
   * and loses everything else.
   *
   * @param seq its number in the conversation
   * @param ev the number of its last change in the conversation
   * @param userName the sender's name; {@code senderName} the full name, or the name without one
   * @param kind {@code text}, or {@code system} for what happened to the conversation
   * @param content a subset of Markdown, as text
   * @param time the same as {@code dateCreate}
   * @param edited when, or null
   * @param key the sender's own name for it, or null
   * @param replyTo what it answers, or null
   * @param mentions ids of members whose names stand in it after an {@code @}
   * @param reactions in the order of their first use
   */
  public record View(
      String id,
      String chatID,
      long seq,
      long ev,
      String userID,
      String userName,
      String senderName,
      String kind,
      String content,
      Instant dateCreate,
      Instant time,
      Instant edited,
      boolean deleted,
      String key,
      Quote replyTo,
      List<Attachment.View> attachments,
      List<String> mentions,
      List<Reaction> reactions,
      boolean pinned) {

    /** The conversation, as clients of the rooms' notes spell it. */
    @JsonProperty
    public String chatId() {
      return chatID;
    }

    Place place() {
      return new Place(Long.parseLong(chatID), seq);
    }
  }

  /**
   * A message as it stands in one that answers it.
   *
   * @param content its beginning; empty when it is deleted
   */
  public record Quote(
      String messageID,
      long seq,
      String userID,
      String userName,
      String senderName,
      String content,
      boolean deleted) {

    static Quote of(View view) {
      return new Quote(
          view.id(),
          view.seq(),
          view.userID(),
          view.userName(),
          view.senderName(),
          clipped(view.content()),
          view.deleted());
    }

    private static String clipped(String content) {
      return content.codePointCount(0, content.length()) <= LONGEST_QUOTE
          ? content
          : content.substring(0, content.offsetByCodePoints(0, LONGEST_QUOTE));
    }
  }

  /**
   * An emoji and who chose it.
   *
   * @param userIDs in the order in which they did
   */
  public record Reaction(String emoji, List<String> userIDs) {}
}
