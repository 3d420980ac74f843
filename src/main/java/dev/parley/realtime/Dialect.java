package dev.parley.realtime;

/**
 * How one kind of client is told what happens. There is one object for all clients of a kind, so
 * that what many of them hear is encoded once.
 */
@FunctionalInterface
public interface Dialect {

  /** Parley's own: pushes in the envelope of its protocol. */
  Dialect NATIVE = Frame::encode;

  /** The text to send, or null when this kind of client has no word for it. */
  String encode(Item item);

  /**
   * Whether its clients get every message in full. The others only hear that there are some in
   * conversations in which their person does nothing.
   */
  default boolean takesAll() {
    return false;
  }

  /**
   * Whether the open chats of these clients have sockets of their own. They are then told in full
   * of every message that others write, unless their person has such a socket for the chat.
   */
  default boolean hasRooms() {
    return false;
  }

  /**
   * Whether these clients hear only of the coming and going of people who follow or are followed.
   */
  default boolean knowsAcquaintancesOnly() {
    return false;
  }
}
