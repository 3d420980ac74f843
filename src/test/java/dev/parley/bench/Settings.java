package dev.parley.bench;

import dev.parley.testing.Options;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param install the server to start; null when {@code server} is given
 * @param server the address of a running server, or null
 * @param database JDBC address for the raw rate; null for that of the started server
 * @param workloads what to run, in this order
 * @param timing how long each runs
 * @param rawSeconds how long INSERTs are counted each time
 * @param environment variables for the server to start
 * @param pinning which cores to keep to
 */
record Settings(
    Path install,
    URI server,
    String database,
    List<Workload> workloads,
    Stage.Timing timing,
    int rawSeconds,
    Map<String, String> environment,
    Pinning pinning) {
  /** Limits meant for people would be all that is measured. */
  private static final Map<String, String> RAISED_LIMITS =
      Map.of(
          "PARLEY_RATE_PER_10S", "100000000",
          "PARLEY_RATE_BURST", "100000000",
          "PARLEY_EGRESS_FRAMES", "4096",
          "PARLEY_EGRESS_BYTES", "8388608");

  private static final Set<String> KNOWN =
      Set.of(
          "install",
          "server",
          "database",
          "only",
          "seconds",
          "warm-up",
          "raw-seconds",
          "history",
          "idle",
          "server-cpus",
          "load-cpus",
          "env");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a line for the user when it can't be understood
   */
  static Settings of(String[] args) throws InterruptedException {
    Options options = new Options(args, KNOWN);
    if (options.has("install") == options.has("server")) {
      throw new IllegalArgumentException("give either --install or --server");
    }
    return new Settings(
        options.has("install") ? Path.of(options.text("install", "")) : null,
        options.has("server") ? URI.create(options.text("server", "")) : null,
        options.text("database", null),
        workloads(options),
        new Stage.Timing(options.number("warm-up", 3), options.number("seconds", 10)),
        options.number("raw-seconds", 3),
        environment(options),
        Pinning.of(options));
  }

  /** Returns the same for a server that runs by now. */
  Settings running(URI address, String jdbcUrl) {
    return new Settings(
        install, address, jdbcUrl, workloads, timing, rawSeconds, environment, pinning);
  }

  private static Map<String, String> environment(Options options) {
    Map<String, String> environment = new HashMap<>(RAISED_LIMITS);
    environment.putAll(options.pairs("env"));
    return environment;
  }

  private static List<Workload> workloads(Options options) {
    List<Workload> all =
        List.of(
            new PairsWorkload("W2", 200),
            new RoomWorkload("W1a", 100, 10, 4),
            new RoomWorkload("W1b", 100, 100, 1),
            new RoomWorkload("W1c", 500, 10, 4),
            new PacedRoomWorkload("W1d", 100, 10, 50),
            new HistoryWorkload("W4", options.number("history", 20_000), 16),
            new IdleWorkload("W3", options.number("idle", 2_000)));
    if (!options.has("only")) {
      // Looking into the server's memory stops it for a while, so that is done on demand only.
      return all.subList(0, all.size() - 1);
    }
    List<String> names = Arrays.asList(options.text("only", "").split(","));
    List<Workload> chosen = all.stream().filter(w -> names.contains(w.name())).toList();
    if (chosen.size() < names.size()) {
      throw new IllegalArgumentException("option --only knows W2, W1a, W1b, W1c, W1d, W3 and W4");
    }
    return chosen;
  }
}
