package dev.parley.testing;

import java.io.IOException;

/** The server answered, and the answer was an error. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Tells what was refused.
   *
   * @param status the HTTP status, or 0 for an answer on a WebSocket
   * @param code the protocol's error code, empty when the answer had none
   */
  public RefusedException(String request, int status, String code) {
    super(request + " was refused: " + (status == 0 ? code : status + " " + code));
    this.code = code;
  }

  /** Returns the protocol's error code, such as {@code rateLimited}; empty when there was none. */
  public String code() {
    return code;
  }
}
