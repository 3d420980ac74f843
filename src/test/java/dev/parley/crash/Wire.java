package dev.parley.crash;

import java.io.IOException;
import java.time.Duration;

/** A way for one person to send messages; used by one thread. */
interface Wire {
  /** How long a request may go without an answer; longer than the longest disturbance. */
  Duration PATIENCE = Duration.ofSeconds(90);

  /**
   * Sends a message and waits for the receipt.
   *
   * @param key the same for every try of the same message
   * @throws dev.parley.testing.RefusedException when the server answers with an error
   * @throws SilenceException when no answer comes although the connection lives
   * @throws IOException when the connection fails, and the outcome is unknown
   */
  Receipt send(String chat, String content, String key) throws IOException, InterruptedException;

  /** Drops the connection; the next message opens a new one. */
  void drop();
}
