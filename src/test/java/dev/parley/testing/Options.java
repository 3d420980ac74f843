package dev.parley.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command line of {@code --name value} pairs; a name may be given several times. */
public final class Options {
  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * Reads the arguments.
   *
   * @param known the names that may occur, without the dashes
   * @throws IllegalArgumentException with a line for the user when a name is unknown or lacks a
   *     value
   */
  public Options(String[] args, Set<String> known) {
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].startsWith("--") ? args[i].substring(2) : "";
      if (!known.contains(name)) {
        throw new IllegalArgumentException("unknown option " + args[i]);
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException("option " + args[i] + " needs a value");
      }
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(args[i + 1]);
    }
  }

  /** Returns whether the option was given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Returns the last value given, or the default. */
  public String text(String name, String otherwise) {
    List<String> given = values.get(name);
    return given == null ? otherwise : given.get(given.size() - 1);
  }

  /** Returns the last value given as a number, or the default. */
  public int number(String name, int otherwise) {
    try {
      return Integer.parseInt(text(name, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("option --" + name + " needs a whole number", e);
    }
  }

  /** Returns all values of the form {@code KEY=VALUE}, in the order given. */
  public Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : values.getOrDefault(name, List.of())) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("option --" + name + " needs KEY=VALUE");
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }
}
