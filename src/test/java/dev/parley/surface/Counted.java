package dev.parley.surface;

import dev.parley.kernel.Json;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Ids, which differ from run to run, as numbers that don't: each sort of thing counts up from a
 * number of its own, in the order in which its ids are met.
 */
public final class Counted {

  /** Ids above stand for what does not exist. */
  private static final long LAST = 99_999_990;

  private final Map<String, Integer> firsts;
  private final Map<String, Map<Long, Integer>> known = new HashMap<>();

  /** Takes for each sort the number it starts from. */
  public Counted(Map<String, Integer> firsts) {
    this.firsts = firsts;
  }

  /** Whether a value can be an id. */
  public static boolean canBe(JsonNode value) {
    return value.isIntegralNumber() || value.isString() && value.asString().matches("\\d{1,9}");
  }

  /** The number of an id, as a value of the same type. */
  public JsonNode of(String sort, JsonNode id) {
    int number = of(sort, id.isString() ? Long.parseLong(id.asString()) : id.asLong());
    return id.isString()
        ? Json.MAPPER.getNodeFactory().stringNode(Integer.toString(number))
        : Json.MAPPER.getNodeFactory().numberNode(number);
  }

  /** The number of an id. */
  public int of(String sort, long id) {
    if (id < 1 || id > LAST) {
      return (int) id;
    }
    Map<Long, Integer> sorts = known.computeIfAbsent(sort, s -> new HashMap<>());
    return sorts.computeIfAbsent(id, i -> firsts.get(sort) + sorts.size());
  }

  /** Whether an id has been met. */
  public boolean knows(String sort, long id) {
    return known.getOrDefault(sort, Map.of()).containsKey(id);
  }
}
