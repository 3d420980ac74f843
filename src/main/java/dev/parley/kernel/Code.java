package dev.parley.kernel;

/** Why something was refused: the closed list that programs read. */
public enum Code {
  INVALID("invalid", 400),
  NOT_FOUND("notFound", 404),
  FORBIDDEN("forbidden", 403),
  /** No session, or not the right name and password. */
  NOT_LOGGED_IN("forbidden", 401),
  CONFLICT("conflict", 409),
  TOO_LARGE("tooLarge", 413),
  RATE_LIMITED("rateLimited", 429),
  UNKNOWN_TYPE("unknownType", 404),
  INTERNAL("internal", 500),
  RESTARTING("restarting", 503);

  private final String text;
  private final int status;

  Code(String text, int status) {
    this.text = text;
    this.status = status;
  }

  /** As it stands in JSON. */
  public String text() {
    return text;
  }

  /** The HTTP status that says the same. */
  public int status() {
    return status;
  }
}
