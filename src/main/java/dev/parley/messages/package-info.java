/**
 * Messages: the path that stores them, and how they are read again.
 *
 * <p>The path: {@link dev.parley.messages.Messages#send} checks a message and puts it into the
 * {@link dev.parley.messages.SendQueue}; a {@link dev.parley.messages.MessageWriter} takes what has
 * gathered, stores it in one transaction ({@link dev.parley.messages.MessageBatches}) and answers
 * the senders. What arrives while one transaction commits goes together into the next.
 *
 * <p>What is unread is counted in one place, {@link dev.parley.messages.Unread}; how far people
 * have read is kept by {@link dev.parley.messages.Receipts}, and what else one keeps about a
 * conversation by {@link dev.parley.messages.OwnChats}. None of this touches the conversation's
 * row, so whoever writes there does not wait for it.
 */
package dev.parley.messages;
