package dev.parley.bench;

/** One kind of load. */
interface Workload {
  /** Returns the name by which {@code --only} selects it. */
  String name();

  /** Returns what it does, in a few words. */
  String title();

  /** Runs it: sets up, warms up, measures, checks, and leaves no socket open. */
  Result run(Stage stage) throws Exception;
}
