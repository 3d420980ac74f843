package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * One thread that serves many connections. Handlers run on it and tasks can be given to it, so what
 * belongs to the connections of one loop needs no locks.
 */
final class WsLoop implements Executor, AutoCloseable {
  /** More than the 64 KiB a frame of the protocol may have. */
  private static final int BUFFER = 256 * 1024;

  private final Selector selector;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Queue<WsConnection> unsent = new ArrayDeque<>();
  private final byte[] buffer = new byte[BUFFER];
  private volatile boolean closed;

  /** Starts the thread. */
  WsLoop(String name) throws IOException {
    selector = Selector.open();
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs a task on the loop's thread, soon. */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** Takes over an upgraded connection; the handler hears of it from now on. */
  void add(WsConnection connection) {
    execute(() -> connection.register(selector));
  }

  /** Notes that a connection has something to write; written when all input was seen. */
  void unsent(WsConnection connection) {
    unsent.add(connection);
  }

  /** Ends the thread and drops all connections. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    selector.wakeup();
    thread.join();
  }

  private void run() {
    try (selector) {
      while (!closed) {
        selector.select();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        for (SelectionKey key : selector.selectedKeys()) {
          ((WsConnection) key.attachment()).ready(buffer);
        }
        selector.selectedKeys().clear();
        // Writing last joins everything the input of this turn led to into one frame.
        for (WsConnection c = unsent.poll(); c != null; c = unsent.poll()) {
          c.flush();
        }
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
