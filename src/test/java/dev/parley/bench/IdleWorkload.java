package dev.parley.bench;

import dev.parley.testing.Account;
import dev.parley.testing.Parallel;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sockets on which nothing happens, to see what one costs the server in memory. Only for a server
 * that this program started, since it has to be looked into.
 *
 * @param name by which {@code --only} selects it
 * @param sockets how many
 */
record IdleWorkload(String name, int sockets) implements Workload {
  /** Fewer than one account may have open. */
  private static final int SOCKETS_PER_PERSON = 8;

  private static final int SETTLE_SECONDS = 5;

  @Override
  public String title() {
    return "%,d idle sockets".formatted(sockets);
  }

  @Override
  public Result run(Stage stage) throws Exception {
    long pid =
        stage.serverPid().orElseThrow(() -> new IOException(name + " needs a server of its own"));
    int count = (sockets + SOCKETS_PER_PERSON - 1) / SOCKETS_PER_PERSON;
    List<Account> people = stage.people(count);
    Faults faults = new Faults();
    JvmMemory before = JvmMemory.of(pid);
    List<Idler> idlers =
        Parallel.map(sockets, i -> new Idler(stage, i, people.get(i % count), faults));
    // Presence and the like are said soon after a socket opens; that is not what is measured.
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    JvmMemory after = JvmMemory.of(pid);
    for (Idler idler : idlers) {
      Loops.await(List.of(CompletableFuture.runAsync(idler.connection::close, idler.loop)));
    }
    String remark =
        String.format(
            Locale.ROOT,
            "%.1f KiB of live objects and %.1f KiB resident for each",
            (after.live() - before.live()) / 1024.0 / sockets,
            (after.resident() - before.resident()) / 1024.0 / sockets);
    return new Result(Double.NaN, Double.NaN, new Latencies(), faults.summary(), remark);
  }

  /** Somebody who only keeps the socket open. */
  private static final class Idler implements WsHandler {
    private final WsLoop loop;
    private final Faults faults;
    private final WsConnection connection;

    Idler(Stage stage, int number, Account account, Faults faults) throws IOException {
      this.faults = faults;
      loop = stage.loops().get(number % stage.loops().size());
      connection = WsConnection.open(stage.socket(), account.token(), loop, this);
    }

    @Override
    public void onText(byte[] bytes, int from, int to) {
      // Whatever it is, an idle client does not care.
    }

    @Override
    public void onClosed(int code) {
      faults.add("closed with " + code, "an idle socket");
    }
  }
}
