package dev.parley.kernel;

/** How long a page may be. */
public final class Limits {

  private Limits() {}

  /** The limit that was asked for, or the usual one; out of range is refused. */
  public static int check(Integer limit, int usual, int largest) {
    if (limit == null) {
      return usual;
    }
    if (limit < 1 || limit > largest) {
      throw Refusal.invalid("limit", "limit must be from 1 to " + largest);
    }
    return limit;
  }
}
