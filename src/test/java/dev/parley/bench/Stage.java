package dev.parley.bench;

import dev.parley.testing.Account;
import dev.parley.testing.Accounts;
import dev.parley.testing.Api;
import dev.parley.testing.Conversations;
import dev.parley.testing.Parallel;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;

/** What every workload plays on: the server, people, and the loops that carry their sockets. */
final class Stage implements AutoCloseable {
  private static final Duration REST_TIMEOUT = Duration.ofSeconds(60);

  private final URI server;
  private final OptionalLong serverPid;
  private final Accounts accounts;
  private final Conversations conversations;
  private final List<WsLoop> loops = new ArrayList<>();
  private final List<Account> people = new ArrayList<>();
  private final Timing timing;

  /**
   * How long a workload runs.
   *
   * @param warmUpSeconds load before anything is counted
   * @param seconds load that counts
   */
  record Timing(int warmUpSeconds, int seconds) {}

  /** Prepares a stage with as many loops as the load may use cores. */
  Stage(URI server, OptionalLong serverPid, Timing timing, int loops)
      throws IOException, InterruptedException {
    Api api = new Api(server, REST_TIMEOUT);
    this.server = server;
    this.serverPid = serverPid;
    this.timing = timing;
    // Base 36 of the time keeps names short and lets a running server be used again and again.
    String prefix = "load" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "x";
    this.accounts = new Accounts(api, prefix);
    this.conversations = new Conversations(api);
    for (int i = 0; i < loops; i++) {
      this.loops.add(new WsLoop("load-" + i));
    }
  }

  /** Returns the first so many people, registering who is missing. */
  List<Account> people(int count) throws InterruptedException, ExecutionException {
    int known = people.size();
    if (known < count) {
      people.addAll(Parallel.map(count - known, i -> accounts.register(known + i)));
    }
    return people.subList(0, count);
  }

  /** Returns the conversations over REST. */
  Conversations conversations() {
    return conversations;
  }

  /** Returns the loops; work is dealt out to them evenly. */
  List<WsLoop> loops() {
    return loops;
  }

  /** Returns how long a workload runs. */
  Timing timing() {
    return timing;
  }

  /** Returns the server's address. */
  URI server() {
    return server;
  }

  /** Returns the process of a server that this program started. */
  OptionalLong serverPid() {
    return serverPid;
  }

  /** Returns the address of the WebSocket, with the scheme http. */
  URI socket() {
    return server.resolve("/ws");
  }

  @Override
  public void close() throws InterruptedException {
    for (WsLoop loop : loops) {
      loop.close();
    }
  }
}
