package dev.parley.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of a table.
 *
 * @param file where it stands
 * @param thing what it is about; null when it touches nothing of others
 * @param way how the operation comes to the thing
 * @param changes whether it changes something
 * @param operations types of the socket, or methods and paths of REST
 * @param cells only of kinds that the thing has
 */
record Row(
    String file,
    Thing thing,
    Way way,
    boolean changes,
    List<String> operations,
    Map<Kind, Cell> cells) {

  /** How an operation comes to a thing. */
  enum Way {
    /** It names the thing. */
    DONE,
    /** It names whose the thing is, and shows the thing. */
    OWNERS,
    /** It names nothing, and shows the thing. */
    LISTS,
    /** Touches nothing of others. */
    NOTHING,
    /** The same, and needs no session. */
    OPEN
  }

  /** What becomes of it. */
  enum Outcome {
    SUCCESS,
    FORBIDDEN,
    /** As if there were no such thing. */
    MISSING
  }

  /**
   * Who may.
   *
   * @param know those who may not, but know that the thing is there
   * @param code if even those who may get a refusal, as to follow oneself
   */
  record Cell(Set<Viewer> may, Set<Viewer> know, String code) {

    Outcome of(Viewer viewer) {
      return may.contains(viewer)
          ? Outcome.SUCCESS
          : know.contains(viewer) ? Outcome.FORBIDDEN : Outcome.MISSING;
    }
  }

  /** What of an operation the server would recognise. */
  static String known(String operation) {
    return operation.replaceFirst("\\?.*", "");
  }

  static boolean isRest(String operation) {
    return operation.contains(" ");
  }
}
