package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A part of a list.
 *
 * @param items never null
 * @param next the cursor that gets the following part, or null when this was the last
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) String next) {

  /**
   * Cuts a list that was asked for with one item more than wanted.
   *
   * @param cursor makes the cursor of the last item that is kept
   */
  public static <T> Page<T> cut(
      List<T> items, int limit, java.util.function.Function<T, String> cursor) {
    if (items.size() <= limit) {
      return new Page<>(items, null);
    }
    List<T> kept = items.subList(0, limit);
    return new Page<>(kept, cursor.apply(kept.get(limit - 1)));
  }
}
