package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.parley.messages.Message;
import java.time.Instant;

/** A message; a deleted one has no content any more. */
@JsonPropertyOrder({"id", "chat_id", "sender_id", "content", "created_at", "deleted"})
public record ChatMessage(
    long id,
    @JsonProperty("chat_id") long chatId,
    @JsonProperty("sender_id") long senderId,
    String content,
    @JsonProperty("created_at") Instant createdAt,
    boolean deleted) {

  private static final String SYSTEM = "system";

  static ChatMessage of(Message.View view) {
    return new ChatMessage(
        Long.parseLong(view.id()),
        Long.parseLong(view.chatID()),
        Long.parseLong(view.userID()),
        view.content(),
        view.dateCreate(),
        view.deleted());
  }

  /**
   * Whether somebody wrote it. This system has no shape for what happened to a chat: it would look
   * as if somebody had said it.
   */
  static boolean isWritten(Message.View view) {
    return !view.kind().equals(SYSTEM);
  }
}
