/**
 * Messages: the path that stores them, and how they are read again.
 *
 * <p>The path: {@link dev.parley.messages.Messages#send} checks a message and puts it into the
 * {@link dev.parley.messages.SendQueue}; a {@link dev.parley.messages.MessageWriter} takes what has
 * gathered, stores it in one transaction ({@link dev.parley.messages.MessageBatches}) and answers
 * the senders. What arrives while one transaction commits goes together into the next.
 */
package dev.parley.messages;
