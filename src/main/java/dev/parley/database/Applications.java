package dev.parley.database;

import java.time.Duration;

/**
 * Which applications use the database, so that the embedded one is stopped after them. The JVM runs
 * its shutdown hooks side by side: without this, PostgreSQL would go while messages that the server
 * accepted still wait to be stored.
 */
public final class Applications {

  private static int running;

  private Applications() {}

  /** To be called when an application starts, before its first query. */
  public static synchronized void started() {
    running++;
  }

  /** To be called when an application has made its last query. */
  public static synchronized void stopped() {
    running--;
    Applications.class.notifyAll();
  }

  static synchronized void awaitStopped(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (running > 0) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      Applications.class.wait(left);
    }
  }
}
