package dev.parley.crash;

import dev.parley.testing.Account;
import dev.parley.testing.Accounts;
import dev.parley.testing.Api;
import dev.parley.testing.Conversations;
import dev.parley.testing.Parallel;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One trial: people, rounds of disturbance, and the comparison at the end. */
final class Trial {
  /** How long the first message after a disturbance may take. */
  private static final int RECOVERY_SECONDS = 120;

  private static final int MAX_CALM_MILLIS = 4_000;

  private final Plan plan;
  private final ServerProcess server;
  private final PrintStream out;
  private final Ledger ledger = new Ledger();
  private final List<String> chats = new ArrayList<>();
  private final List<Writer> writers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private Account witness;
  private Conversations conversations;

  /**
   * Prepares a trial.
   *
   * @param server not started yet; the caller closes it
   * @param out where the progress and the verdict are told
   */
  Trial(Plan plan, ServerProcess server, PrintStream out) {
    this.plan = plan;
    this.server = server;
    this.out = out;
  }

  /** Runs the trial; returns whether everything was kept. */
  boolean run() throws IOException, InterruptedException, ExecutionException {
    server.start();
    gather();
    threads.forEach(Thread::start);
    for (int round = 0; round < plan.rounds(); round++) {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(MAX_CALM_MILLIS));
      Disturbance disturbance = plan.disturbances().get(round % plan.disturbances().size());
      int before = ledger.size();
      disturbance.strike(server);
      awaitProgress();
      out.printf(
          "round %d, %s: %d acknowledged before, %d now%n",
          round + 1, disturbance, before, ledger.size());
    }
    writers.forEach(Writer::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    return judge();
  }

  /** Registers people, makes the conversations, and gives everybody something to write with. */
  private void gather() throws IOException, InterruptedException, ExecutionException {
    Api api = new Api(server.address(), Wire.PATIENCE);
    Accounts accounts = new Accounts(api, "crash");
    List<Account> people = Parallel.map(plan.clients(), accounts::register);
    witness = people.get(0);
    conversations = new Conversations(api);
    for (int i = 0; i < plan.conversations(); i++) {
      chats.add(conversations.group("crash " + i, people));
    }
    HttpClient http = HttpClient.newHttpClient();
    for (Account person : people) {
      boolean socket = writers.size() % 2 == 0;
      Wire wire =
          socket ? new SocketWire(http, server.address(), person) : new RestWire(api, person);
      Writer writer = new Writer(wire, chats, ledger);
      writers.add(writer);
      threads.add(new Thread(writer, person.name()));
    }
  }

  private void awaitProgress() throws InterruptedException {
    int before = ledger.size();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
    while (ledger.size() == before) {
      if (System.nanoTime() > end) {
        ledger.broken("nothing was acknowledged for " + RECOVERY_SECONDS + " s");
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean judge() throws IOException, InterruptedException, ExecutionException {
    Verdict verdict =
        Parallel.map(
                chats.size(),
                i ->
                    Audit.of(
                        conversations.history(chats.get(i), witness),
                        conversations.lastSeq(chats.get(i), witness),
                        ledger.entries(chats.get(i)),
                        ledger))
            .stream()
            .reduce(Verdict.CLEAN, Verdict::and);
    out.printf(
        "%d rounds, %d people, %d conversations, %d messages acknowledged%n",
        plan.rounds(), plan.clients(), plan.conversations(), ledger.size());
    out.println("tries that failed: " + ledger.retried());
    out.println("tries without an answer that were stored: " + ledger.duplicates());
    ledger.broken().stream().limit(20).forEach(what -> out.println("broken: " + what));
    out.println(verdict);
    return verdict.equals(Verdict.CLEAN) && ledger.broken().isEmpty();
  }
}
