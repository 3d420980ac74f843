package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.Kind;
import java.time.Instant;

/**
 * A conversation.
 *
 * @param type {@code private} or {@code group}: this system knows no other
 * @param creatorId 0 for the room of everybody, which nobody made
 */
@JsonPropertyOrder({"id", "type", "name", "created_at", "creator_id"})
public record Chat(
    long id,
    String type,
    String name,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("creator_id") long creatorId) {

  static Chat of(Conversation.View view) {
    boolean pair = view.kind().equals(Kind.PRIVATE.code());
    return new Chat(
        Long.parseLong(view.id()),
        (pair ? Kind.PRIVATE : Kind.GROUP).code(),
        view.name(),
        view.dateCreate(),
        view.creatorID() == null ? 0 : Long.parseLong(view.creatorID()));
  }
}
