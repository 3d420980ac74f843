package dev.parley.testing;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes by number; {@link ProcessHandle} only knows TERM and KILL. */
final class Signals {
  private Signals() {}

  /** Sends a signal such as {@code QUIT}; a process that is already gone is no error. */
  static void send(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Waits until a process is gone; returns false when it still runs after the seconds given. */
  static boolean awaitEnd(ProcessHandle process, int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    // Not onExit(): the process need not be our child, and polling is all that does for others.
    while (process.isAlive()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }
}
