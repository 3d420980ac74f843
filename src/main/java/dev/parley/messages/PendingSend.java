package dev.parley.messages;

import java.util.concurrent.CompletableFuture;

/**
 * A message on its way into the database.
 *
 * @param key the sender's own name for it, or null: then a second send is a second message
 * @param answer completed when the message is committed or refused, on the writer's thread: whoever
 *     waits for it must not do anything slow there
 */
record PendingSend(
    long conversationId,
    long senderId,
    String key,
    String content,
    CompletableFuture<Receipt> answer) {

  static PendingSend of(long conversationId, long senderId, String key, String content) {
    return new PendingSend(conversationId, senderId, key, content, new CompletableFuture<>());
  }
}
