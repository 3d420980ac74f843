package dev.parley.bench;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Lets senders, in turn, send one message every so many nanoseconds, whatever becomes of them. */
final class Pacer implements AutoCloseable {
  private final Thread thread;
  private volatile boolean stopped;

  /** Starts the pace. */
  Pacer(List<Sender> senders, long nanos) {
    thread = new Thread(() -> run(senders, nanos), "pacer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  private void run(List<Sender> senders, long nanos) {
    long due = System.nanoTime();
    for (int turn = 0; !stopped; turn++) {
      Sender sender = senders.get(turn % senders.size());
      long at = due;
      sender.loop.execute(() -> sender.tick(at));
      due += nanos;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
