package dev.parley.bench;

import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

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
        --idle 2000         sockets of W3
        --server-cpus 0,1   --load-cpus 2,3   cores to keep to ("none" for any)
        --env KEY=VALUE     for the server to start; may be repeated
      Workloads: W2 pairs; W1a room of 100, W1b all of them send, W1c room of 500, W1d paced; W4
      history over REST; and only when asked for by name, W3 idle sockets.\
      """;

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
    boolean clean;
    try {
      settings.pinning().apply();
      clean =
          settings.server() == null
              ? startAndMeasure(settings)
              : measure(settings, OptionalLong.empty());
    } catch (IOException | SQLException e) {
      System.err.println(e);
      clean = false;
    }
    System.exit(clean ? 0 : 1);
  }

  private static boolean startAndMeasure(Settings settings) throws Exception {
    try (ServerProcess server =
        new ServerProcess(
            settings.install(), settings.pinning().prefix(), settings.environment())) {
      System.err.println("starting " + settings.install());
      server.start();
      boolean own = settings.database() == null;
      String database = own ? server.database().jdbcUrl() : settings.database();
      OptionalLong pid = OptionalLong.of(server.jvm().pid());
      return measure(settings.running(server.address(), database), pid);
    }
  }

  private static boolean measure(Settings settings, OptionalLong pid) throws Exception {
    Report report = new Report();
    try (RawInserts raw = settings.database() == null ? null : new RawInserts(settings.database());
        Stage stage =
            new Stage(settings.server(), pid, settings.timing(), settings.pinning().loops())) {
      double before = inserts(raw, settings);
      for (Workload workload : settings.workloads()) {
        System.err.println(workload.name() + ": " + workload.title());
        Result result = Result.of(workload, stage);
        double after = inserts(raw, settings);
        report.add(workload, result, (before + after) / 2);
        before = after;
      }
      System.out.println(report.markdown(machine(settings, raw)));
    }
    return report.clean();
  }

  private static double inserts(RawInserts raw, Settings settings) throws Exception {
    return raw == null ? Double.NaN : raw.measure(settings.rawSeconds());
  }

  private static String machine(Settings settings, RawInserts raw) {
    return "%s, %d cores (%s), Java %s, %s; %s. %d s each after %d s of warm-up."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            settings.pinning().cores(),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            raw == null ? "database not measured" : raw.settings(),
            settings.pinning().description(),
            settings.timing().seconds(),
            settings.timing().warmUpSeconds());
  }
}
