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
}
