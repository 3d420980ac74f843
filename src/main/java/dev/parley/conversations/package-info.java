/**
 * Conversations and who is in them: private (one per pair of people), group, channel, and the room
 * of everybody.
 *
 * <p>Each durable change of a conversation gets the next {@code ev} in the transaction that makes
 * it. Taking the number locks the conversation's row, so changes of one conversation happen one
 * after the other and the numbers have no gap.
 */
package dev.parley.conversations;
