package dev.parley.conversations;

/**
 * Somebody is about to leave a conversation by themselves. It is told within the transaction and
 * while the conversation is held: a feature that knows better refuses.
 */
public record Leaving(long conversationId, long accountId) {}
