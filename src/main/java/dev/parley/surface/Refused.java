package dev.parley.surface;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds the refusal in what was thrown. */
public final class Refused {

  private static final Logger LOG = Logger.getLogger(Refused.class.getName());

  private Refused() {}

  /** The refusal; what is our fault is logged and not shown. */
  public static Refusal of(Throwable problem) {
    Refusal refusal = find(Refusal.class, problem);
    if (refusal != null) {
      return refusal;
    }
    LOG.log(Level.WARNING, "A request to a surface failed", problem);
    return Refusal.of(Code.INTERNAL, "something went wrong, try again");
  }

  /** The first of a type among a problem and its causes, or null. */
  static <T> T find(Class<T> type, Throwable problem) {
    Throwable at = problem;
    while (at != null && !type.isInstance(at)) {
      at = at.getCause();
    }
    return type.cast(at);
  }
}
