package dev.parley.realtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * The loop of one delivering thread. Others put work into its inbox; it runs all that is there, and
 * only then sends: what gathered for a socket meanwhile goes out as one frame.
 *
 * <p>The inbox is bounded. When it is full, whoever publishes waits: that is the writer of
 * messages, who then takes less from the senders.
 */
final class Shard implements Runnable {

  private static final int INBOX = 65_536;
  private static final int ROUND = 1024;
  private static final long TICK_MILLIS = 500;
  private static final int LONGEST_CALL_SECONDS = 10;

  private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>(INBOX);

  /** Work that the thread has for itself: it must never wait for its own inbox. */
  private final ArrayDeque<Runnable> own = new ArrayDeque<>();

  private final List<Client> dirty = new ArrayList<>();
  private final Joiner joiner = new Joiner();
  private final LongAdder delivered;
  private final Desk desk;
  private final Fanout fanout;
  private volatile Thread thread;
  private volatile boolean stopped;

  /**
   * A loop that is to be run by one thread.
   *
   * @param delivered counts messages that were sent
   */
  Shard(LongAdder delivered, Surroundings around) {
    this.delivered = delivered;
    this.desk = new Desk(around);
    this.fanout = new Fanout(this, desk, around);
  }

  Desk desk() {
    return desk;
  }

  Fanout fanout() {
    return fanout;
  }

  /** Lets the shard's thread do something; from any thread. */
  void execute(Runnable work) {
    if (Thread.currentThread() == thread) {
      own.add(work);
      return;
    }
    try {
      // After the end nobody takes from the inbox any more, so nobody may wait for it either.
      while (!stopped && !inbox.offer(work, 100, TimeUnit.MILLISECONDS)) {
        // Full: wait on, that is the back-pressure.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the shard's thread do something and tells the outcome; not to be joined by itself. */
  <T> CompletableFuture<T> call(Supplier<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    execute(
        () -> {
          try {
            outcome.complete(work.get());
          } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
          }
        });
    // A loop that has been stopped runs nothing any more, and nobody may wait for it for ever.
    return outcome.orTimeout(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
  }

  int backlog() {
    return inbox.size();
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    List<Runnable> round = new ArrayList<>(ROUND);
    long tickAt = System.nanoTime();
    try {
      while (!stopped) {
        Runnable first = own.isEmpty() ? inbox.poll(TICK_MILLIS, TimeUnit.MILLISECONDS) : null;
        if (first != null) {
          round.add(first);
          inbox.drainTo(round, ROUND);
        }
        round.forEach(this::attempt);
        round.clear();
        for (int i = own.size(); i > 0; i--) {
          attempt(own.poll());
        }
        desk.endOfRound();
        fanout.endOfRound();
        flush();
        if (System.nanoTime() - tickAt > TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)) {
          tickAt = System.nanoTime();
          attempt(desk::tick);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // One bad delivery must not end the delivering of all others.
      desk.failed(e);
    }
  }

  /** Sends a frame to a client, at the end of this round. On the shard's thread. */
  void send(Client client, Frame frame) {
    if (client.gone()) {
      return;
    }
    boolean fits = client.egress().offer(frame);
    if (fits) {
      dirty.add(client);
    } else {
      desk.tooSlow(client);
    }
  }

  private void flush() {
    if (dirty.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    for (Client client : dirty) {
      if (!client.gone() && client.egress().ready()) {
        String text = client.egress().take(joiner, now);
        delivered.add(client.egress().takenMessages());
        client.socket().send(text, () -> execute(() -> written(client)));
      }
    }
    dirty.clear();
  }

  private void written(Client client) {
    client.egress().written();
    client.heard();
    if (client.egress().ready()) {
      dirty.add(client);
    }
  }
}
