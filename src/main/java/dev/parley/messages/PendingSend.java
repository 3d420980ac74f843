package dev.parley.messages;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A message on its way into the database.
 *
 * @param key the sender's own name for it, or null: then a second send is a second message
 * @param replyTo the id of the message that it answers, or null
 * @param attachmentIds what its sender has uploaded for it
 * @param answer completed when the message is committed or refused, on the writer's thread: whoever
 *     waits for it must not do anything slow there
 */
record PendingSend(
    long conversationId,
    long senderId,
    String key,
    String content,
    Long replyTo,
    List<Long> attachmentIds,
    CompletableFuture<Receipt> answer) {

  static PendingSend of(
      long conversationId,
      long senderId,
      String key,
      String content,
      Long replyTo,
      List<Long> attachmentIds) {
    return new PendingSend(
        conversationId, senderId, key, content, replyTo, attachmentIds, new CompletableFuture<>());
  }

  static PendingSend of(long conversationId, long senderId, String key, String content) {
    return of(conversationId, senderId, key, content, null, List.of());
  }

  /** Whether this is the same message once more. */
  boolean repeats(PendingSend other) {
    return conversationId == other.conversationId
        && content.equals(other.content)
        && Objects.equals(replyTo, other.replyTo)
        && attachmentIds.equals(other.attachmentIds);
  }
}
