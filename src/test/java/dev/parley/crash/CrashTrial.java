package dev.parley.crash;

import dev.parley.testing.Options;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets people write while the installation is disturbed, again and again, and then looks whether
 * every acknowledged message is there exactly once and in order.
 *
 * <p>Ends with 0 when nothing was lost, doubled or reordered and every send got an answer, with 1
 * otherwise, with 2 for a wrong command line.
 */
public final class CrashTrial {
  private static final Set<String> OPTIONS =
      Set.of("install", "rounds", "clients", "conversations", "mode", "env");

  private static final String USAGE =
      """
      Kills a Parley server while people write, and counts what is lost.
        --install DIR        a built server (directory or zip) to start, with a database of its own
        --rounds 20          how often it is disturbed
        --clients 50         people who write, half of them over WebSocket, half over REST
        --conversations 20   groups of all of them
        --mode server        what is disturbed: server (kill -9), database (PostgreSQL stopped at
                             once), pause (PostgreSQL halted for 30 s); several, with commas, in
                             turn
        --env KEY=VALUE      for the server to start; may be repeated\
      """;

  /** Limits meant for people would be in the way of so many messages. */
  private static final Map<String, String> RAISED_LIMITS =
      Map.of("PARLEY_RATE_PER_10S", "100000000", "PARLEY_RATE_BURST", "100000000");

  private CrashTrial() {}

  /** Runs the program; without arguments it prints how to use it. */
  public static void main(String[] args) throws Exception {
    Options options;
    Plan plan;
    try {
      options = new Options(args, OPTIONS);
      plan = plan(options);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + USAGE);
      System.exit(2);
      return;
    }
    boolean clean;
    try (ServerProcess server = server(options.text("install", ""), options.pairs("env"))) {
      clean = new Trial(plan, server, System.out).run();
    }
    System.exit(clean ? 0 : 1);
  }

  /** Returns a server with limits raised, not started yet. */
  static ServerProcess server(String install, Map<String, String> further) throws IOException {
    Map<String, String> environment = new HashMap<>(RAISED_LIMITS);
    environment.putAll(further);
    return new ServerProcess(Path.of(install), List.of(), environment);
  }

  private static Plan plan(Options options) {
    if (!options.has("install")) {
      throw new IllegalArgumentException("give --install");
    }
    return new Plan(
        options.number("rounds", 20),
        options.number("clients", 50),
        options.number("conversations", 20),
        Stream.of(options.text("mode", "server").split(",")).map(CrashTrial::disturbance).toList());
  }

  private static Disturbance disturbance(String name) {
    try {
      return Disturbance.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("option --mode knows server, database and pause", e);
    }
  }
}
