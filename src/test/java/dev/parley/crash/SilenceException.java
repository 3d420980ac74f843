package dev.parley.crash;

import java.io.IOException;

/** A request to which neither an answer nor the end of the connection came. */
final class SilenceException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Tells how long was waited. */
  SilenceException(long seconds) {
    super("no answer for " + seconds + " s");
  }
}
