package dev.parley.bench;

import dev.parley.testing.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cores the server (with its PostgreSQL) and the load keep to, so that neither takes from the
 * other.
 *
 * @param cores how many the machine has
 * @param server cores of the server as {@code taskset} writes them, such as {@code 0,1}; empty for
 *     all
 * @param load cores of this program; empty for all
 */
record Pinning(int cores, String server, String load) {
  private static final int ENOUGH_CORES = 4;

  /** Reads the options; without them the first two and the next two of at least four cores. */
  static Pinning of(Options options) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean chosen = cores >= ENOUGH_CORES && taskset("-V");
    // A server that runs already keeps its cores; this program can still leave it two.
    String server = options.has("server") || !chosen ? "" : "0,1";
    String load = chosen ? "2,3" : "";
    return new Pinning(
        cores, given(options.text("server-cpus", server)), given(options.text("load-cpus", load)));
  }

  /** Returns the command to run the server under; empty when it is not pinned. */
  List<String> prefix() {
    return server.isEmpty() ? List.of() : List.of("taskset", "-c", server);
  }

  /** Pins this program, all threads that run already included. */
  void apply() throws IOException, InterruptedException {
    String pid = Long.toString(ProcessHandle.current().pid());
    if (!load.isEmpty() && !taskset("-a", "-c", "-p", load, pid)) {
      throw new IOException("taskset could not pin this program to " + load);
    }
  }

  /** Returns how many threads the load should have. */
  int loops() {
    return Math.min(Runtime.getRuntime().availableProcessors(), 2);
  }

  /** Returns a sentence for the report. */
  String description() {
    return "server and PostgreSQL on "
        + (server.isEmpty() ? "any core" : "cores " + server)
        + ", load on "
        + (load.isEmpty() ? "any core" : "cores " + load);
  }

  private static String given(String cores) {
    return cores.equals("none") ? "" : cores;
  }

  private static boolean taskset(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("taskset"));
    command.addAll(List.of(arguments));
    ProcessBuilder taskset = new ProcessBuilder(command).redirectErrorStream(true);
    try {
      return taskset.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      // Not every machine has it; then nothing is pinned, and the report says so.
      return false;
    }
  }
}
