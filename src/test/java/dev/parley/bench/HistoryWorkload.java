package dev.parley.bench;

import dev.parley.testing.Account;
import dev.parley.testing.Parallel;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients that read the last messages of a big room over REST, each on its own kept connection.
 *
 * @param name by which {@code --only} selects it
 * @param messages how many messages the room holds
 * @param clients how many read at the same time
 */
record HistoryWorkload(String name, int messages, int clients) implements Workload {
  private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
  private static final int PAGE = 50;
  private static final int WRITERS = 20;
  private static final int WINDOW = 16;
  private static final int FILL_SECONDS = 300;

  @Override
  public String title() {
    return "last %d of %,d over REST, %d clients".formatted(PAGE, messages, clients);
  }

  @Override
  public Result run(Stage stage) throws Exception {
    List<Account> people = stage.people(Math.max(WRITERS, clients));
    String room = stage.conversations().group("load " + name, people);
    fill(stage, room, people.subList(0, WRITERS));
    long last = stage.conversations().lastSeq(room, people.get(0));
    String path = "/api/v1/conversations/%s/messages?limit=%d".formatted(room, PAGE);
    URI address = stage.server().resolve(path);
    Faults faults = new Faults();
    List<Reader> readers =
        Parallel.map(clients, i -> new Reader(address, people.get(i).token(), last, faults));
    long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(stage.timing().warmUpSeconds());
    long end = begin + TimeUnit.SECONDS.toNanos(stage.timing().seconds());
    List<Thread> threads =
        readers.stream().map(reader -> new Thread(() -> reader.run(begin, end))).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    Latencies latencies = new Latencies();
    for (Reader reader : readers) {
      latencies.add(reader.latencies);
      reader.http.close();
    }
    double rate = (double) latencies.count() / stage.timing().seconds();
    return new Result(rate, Double.NaN, latencies, faults.summary(), "every page complete");
  }

  private void fill(Stage stage, String room, List<Account> writers) throws Exception {
    try (LiveRun run = new LiveRun(stage)) {
      for (int i = 0; i < WRITERS; i++) {
        Sender sender = run.sender(writers.get(i), room, i, WINDOW);
        sender.awaits(sender);
      }
      run.open();
      run.start(messages / WRITERS);
      String faults = run.drain(FILL_SECONDS);
      if (!faults.isEmpty()) {
        throw new IOException("filling the room: " + faults);
      }
    }
  }

  private static final class Reader {
    private final KeepAliveHttp http;
    private final long last;
    private final Faults faults;
    private final Latencies latencies = new Latencies();

    Reader(URI address, String token, long last, Faults faults) throws IOException {
      this.http = new KeepAliveHttp(address, token);
      this.last = last;
      this.faults = faults;
    }

    void run(long begin, long end) {
      try {
        for (long asked = System.nanoTime(); asked < end; asked = System.nanoTime()) {
          int status = http.get();
          long answered = System.nanoTime();
          if (status != 200 || !complete()) {
            faults.add("wrong answer", status + " " + text());
          } else if (asked >= begin) {
            latencies.record(answered - asked);
          }
        }
      } catch (IOException e) {
        faults.add("connection lost", e.toString());
      }
    }

    /** The page must hold the last messages, each once and ascending. */
    private boolean complete() {
      int at = 0;
      for (long seq = last - PAGE + 1; seq <= last; seq++) {
        at = MessageScan.find(SEQ, http.body(), at, http.length(), at);
        if (at < 0 || MessageScan.decimal(http.body(), at + SEQ.length) != seq) {
          return false;
        }
        at += SEQ.length;
      }
      return MessageScan.find(SEQ, http.body(), at, http.length(), at) < 0;
    }

    private String text() {
      return new String(http.body(), 0, http.length(), StandardCharsets.UTF_8);
    }
  }
}
