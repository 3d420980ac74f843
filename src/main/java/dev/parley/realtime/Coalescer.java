package dev.parley.realtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells something about each key at most once per interval: the first time at once, what comes
 * meanwhile together when the interval is over. Run by one thread.
 *
 * @param <K> what it is about
 * @param <V> what is told
 */
final class Coalescer<K, V> implements Runnable {

  private static final Logger LOG = Logger.getLogger(Coalescer.class.getName());

  private final long intervalNanos;
  private final BinaryOperator<V> merge;
  private final BiConsumer<K, V> tell;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<K, V> pending = new HashMap<>();

  /** When each key may be told again; all have the same interval, so the order is that of time. */
  private final Deque<Turn<K>> turns = new ArrayDeque<>();

  /** Keys that have a turn, now or later. */
  private final Set<K> waiting = new HashSet<>();

  private final Deque<K> now = new ArrayDeque<>();
  private volatile boolean stopped;

  private record Turn<K>(K key, long at) {}

  /**
   * A coalescer.
   *
   * @param merge puts what was noted before and what is noted now together
   * @param tell gets the key and all that was noted, on this coalescer's thread
   */
  Coalescer(long intervalMillis, BinaryOperator<V> merge, BiConsumer<K, V> tell) {
    this.intervalNanos = TimeUnit.MILLISECONDS.toNanos(intervalMillis);
    this.merge = merge;
    this.tell = tell;
  }

  /** Notes something; from any thread. */
  void note(K key, V value) {
    lock.lock();
    try {
      pending.merge(key, value, merge);
      if (waiting.add(key)) {
        now.add(key);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    stopped = true;
    lock.lock();
    try {
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        K key = null;
        V value = null;
        lock.lock();
        try {
          key = next();
          value = key == null ? null : pending.remove(key);
          if (key != null && value == null) {
            waiting.remove(key); // Nothing came within the interval.
          } else if (key != null) {
            turns.add(new Turn<>(key, System.nanoTime() + intervalNanos));
          }
        } finally {
          lock.unlock();
        }
        if (value != null) {
          attempt(key, value);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(K key, V value) {
    try {
      tell.accept(key, value);
    } catch (RuntimeException e) {
      // What is told here is told again with the next change; the others must go on hearing.
      LOG.log(Level.WARNING, "Something could not be told", e);
    }
  }

  /** A key whose turn it is, or null after a wait. */
  private K next() throws InterruptedException {
    if (!now.isEmpty()) {
      return now.poll();
    }
    if (turns.isEmpty()) {
      changed.awaitNanos(intervalNanos);
      return now.poll();
    }
    long left = turns.peek().at() - System.nanoTime();
    if (left > 0) {
      changed.awaitNanos(left);
      return now.poll();
    }
    return turns.poll().key();
  }

  /** Of what is said of the same id, the later one. */
  static <V> Map<Long, V> later(Map<Long, V> before, Map<Long, V> now) {
    Map<Long, V> both = new HashMap<>(before);
    both.putAll(now);
    return both;
  }
}
