package dev.parley.bench;

import dev.parley.testing.ServerProcess;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts load on a built server and prints a Markdown table: messages a second, how long they take,
 * and the rate of one-row INSERT transactions that the same PostgreSQL reaches in the same run.
 *
 * <p>Ends with 0 when every receiver got every message once and in order, with 1 otherwise, with 2
 * for a wrong command line.
 */
public final class LoadBenchmark {
  private static final String USAGE =
      """
      Load on a Parley server. Give one of
        --install DIR       a built server (directory or zip) to start, with a database of its own
        --server URL        a server that runs already, with its rate limits raised
      and, if you like,
        --database JDBC     the database behind --server, for the raw rate of INSERTs
        --only W2,W1a       only these workloads
        --seconds 10        how long each counts        --warm-up 3      seconds before that
        --raw-seconds 3     how long INSERTs are counted, before and after each workload
        --history 20000     messages in the room of W4
        --server-cpus 0,1   --load-cpus 2,3   cores to keep to ("none" for any)
        --env KEY=VALUE     for the server to start; may be repeated
      Workloads: W2 pairs; W1a room of 100, W1b all of them send, W1c room of 500, W1d paced; W4
      history over REST.\
      """;

  /** Limits meant for people would be all that is measured. */
  private static final Map<String, String> RAISED_LIMITS =
      Map.of(
          "PARLEY_RATE_PER_10S", "100000000",
          "PARLEY_RATE_BURST", "100000000",
          "PARLEY_EGRESS_FRAMES", "4096",
          "PARLEY_EGRESS_BYTES", "8388608");

  private LoadBenchmark() {}

  /** Runs the program; without arguments it prints how to use it. */
  public static void main(String[] args) throws Exception {
    Settings settings;
    try {
      settings = Settings.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + USAGE);
      System.exit(2);
      return;
    }
    settings.pinning().apply();
    Report report = new Report();
    if (settings.server() == null) {
      try (ServerProcess server =
          new ServerProcess(
              settings.install(), settings.pinning().prefix(), environment(settings))) {
        System.err.println("starting " + settings.install());
        server.start();
        run(settings, server.address(), server.database().jdbcUrl(), report);
      }
    } else {
      run(settings, settings.server(), settings.database(), report);
    }
    System.exit(report.clean() ? 0 : 1);
  }

  private static Map<String, String> environment(Settings settings) {
    Map<String, String> environment = new HashMap<>(RAISED_LIMITS);
    environment.putAll(settings.environment());
    return environment;
  }

  private static void run(Settings settings, URI address, String database, Report report)
      throws Exception {
    String jdbcUrl = settings.database() == null ? database : settings.database();
    try (RawInserts raw = jdbcUrl == null ? null : new RawInserts(jdbcUrl);
        Stage stage = new Stage(address, settings.timing(), settings.pinning().loops())) {
      double before = inserts(raw, settings);
      for (Workload workload : settings.workloads()) {
        System.err.println(workload.name() + ": " + workload.title());
        Result result = null;
        Exception failure = null;
        try {
          result = workload.run(stage);
        } catch (Exception e) {
          failure = e;
        }
        double after = inserts(raw, settings);
        if (failure == null) {
          report.add(workload, result, (before + after) / 2);
        } else {
          report.failed(workload, failure);
        }
        before = after;
      }
      System.out.println(report.markdown(machine(settings, raw)));
    }
  }

  private static double inserts(RawInserts raw, Settings settings) throws Exception {
    return raw == null ? Double.NaN : raw.measure(settings.rawSeconds());
  }

  private static String machine(Settings settings, RawInserts raw) {
    return "%s, %d cores (%s), Java %s, %s; %s. %d s each after %d s of warm-up."
        .formatted(
            LocalDate.now(),
            settings.pinning().cores(),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            raw == null ? "database not measured" : raw.settings(),
            settings.pinning().description(),
            settings.timing().seconds(),
            settings.timing().warmUpSeconds());
  }
}
