package dev.parley.crash;

import tools.jackson.databind.JsonNode;

/**
 * The server's word that a message is stored.
 *
 * @param messageID the message's id
 * @param seq its number in its conversation
 * @param duplicate whether the server says that it had the message already
 */
record Receipt(String messageID, long seq, boolean duplicate) {

  /** Reads a receipt as REST and WebSocket give it. */
  static Receipt of(JsonNode data) {
    return new Receipt(
        data.path("messageID").asString(""),
        data.path("seq").asLong(0),
        data.path("duplicate").asBoolean(false));
  }

  /** Returns whether both speak of the same message at the same place. */
  boolean agrees(Receipt other) {
    return messageID.equals(other.messageID) && seq == other.seq;
  }
}
