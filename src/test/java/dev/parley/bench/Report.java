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
        "| "
            + String.join(
                " | ",
                workload.name(),
                workload.title(),
                count(result.operations()),
                count(result.deliveries()),
                figure("%.1f", result.latencies().millis(0.5)),
                figure("%.1f", result.latencies().millis(0.99)),
                count(raw),
                figure("%.2f", result.operations() / raw),
                result.faults().isEmpty() ? result.remark() : "**" + result.faults() + "**")
            + " |");
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

        | | work | messages/s (W4: requests/s) | deliveries/s | p50 ms | p99 ms | raw INSERTs/s | ratio | found |
        |---|---|---|---|---|---|---|---|---|
        """;
    return head.formatted(machine) + String.join("\n", rows);
  }

  private static String count(double number) {
    return figure("%,.0f", number);
  }

  /** What was not measured stays empty. */
  private static String figure(String format, double number) {
    return Double.isNaN(number) ? "" : String.format(Locale.ROOT, format, number);
  }
}
