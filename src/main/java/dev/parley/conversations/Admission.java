package dev.parley.conversations;

/**
 * Somebody is about to be put into a conversation by another, who may do that. It is told within
 * the transaction and while the conversation is held: a feature that knows better refuses.
 *
 * @param accountId who is no member yet
 */
public record Admission(long conversationId, long accountId) {}
