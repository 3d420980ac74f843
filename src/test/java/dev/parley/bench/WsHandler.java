package dev.parley.bench;

/** What a connection tells its owner, always on the thread of the connection's loop. */
interface WsHandler {
  /**
   * A whole text message of the WebSocket arrived, that is one or more JSON messages.
   *
   * @param bytes UTF-8 in {@code from} (inclusive) to {@code to} (exclusive); valid during the call
   */
  void onText(byte[] bytes, int from, int to);

  /**
   * The connection ended and {@link WsConnection#close} was not asked for.
   *
   * @param code the close code, 1006 when there was none
   */
  void onClosed(int code);
}
