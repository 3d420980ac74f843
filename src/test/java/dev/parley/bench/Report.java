package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a Markdown table. */
final class Report {
  private final List<String> rows = new ArrayList<>();
  private boolean clean = true;

  /**
   * Adds a workload.
   *
   * @param raw one-row INSERT transactions a second around it, NaN when not measured
   */
  void add(Workload workload, Result result, double raw) {
    clean &= result.faults().isEmpty();
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %.1f | %.1f | %s | %s | %s |",
            workload.name(),
            workload.title(),
            count(result.operations()),
            result.deliveries() == 0 ? "" : count(result.deliveries()),
            result.latencies().millis(0.5),
            result.latencies().millis(0.99),
            Double.isNaN(raw) ? "" : count(raw),
            Double.isNaN(raw) ? "" : String.format(Locale.ROOT, "%.2f", result.operations() / raw),
            result.faults().isEmpty() ? "all once, in order" : "**" + result.faults() + "**"));
  }

  /** Adds a workload that could not be run to its end. */
  void failed(Workload workload, Exception failure) {
    clean = false;
    rows.add(
        "| %s | %s | | | | | | | **%s** |".formatted(workload.name(), workload.title(), failure));
  }

  /** Returns whether every workload ran to its end and nothing was lost, doubled or reordered. */
  boolean clean() {
    return clean;
  }

  /** Returns the table, under a line that says where the figures come from. */
  String markdown(String machine) {
    String head =
        """
        %s

        | | work | messages/s (W4: requests/s) | deliveries/s | p50 ms | p99 ms | raw INSERTs/s | ratio | received |
        |---|---|---|---|---|---|---|---|---|
        """;
    return head.formatted(machine) + String.join("\n", rows);
  }

  private static String count(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
