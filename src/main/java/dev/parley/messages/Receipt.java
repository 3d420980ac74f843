package dev.parley.messages;

import java.time.Instant;

/**
 * The answer to a send: the message is stored, durably.
 *
 * @param messageID its id
 * @param seq its number in the conversation
 * @param ev the number of the change that it was
 * @param duplicate whether it was stored before, under the same key
 */
public record Receipt(String messageID, long seq, long ev, Instant dateCreate, boolean duplicate) {}
