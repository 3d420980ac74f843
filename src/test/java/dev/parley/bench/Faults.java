package dev.parley.bench;

import java.util.Map;
import java.util.TreeMap;

/** What went wrong in a workload, counted by kind, with the first case of each. Thread-safe. */
final class Faults {
  private static final int EXAMPLE_LENGTH = 300;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, String> examples = new TreeMap<>();

  /** Counts a fault; the example explains the kind by its first case. */
  synchronized void add(String kind, String example) {
    counts.merge(kind, 1, Integer::sum);
    examples.putIfAbsent(
        kind, example.substring(0, Math.min(EXAMPLE_LENGTH, example.length())).strip());
  }

  /** Returns one line of text for all faults; empty when there were none. */
  synchronized String summary() {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (kind, count) ->
            text.append(text.isEmpty() ? "" : "; ")
                .append(count + " × " + kind + ", first: " + examples.get(kind)));
    return text.toString();
  }
}
