package dev.parley.messages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages that wait for the database, in one lane per conversation. A lane is served by one writer
 * at a time, which keeps the order within a conversation; the lanes take turns, so that a busy
 * conversation does not hold up the others.
 *
 * <p>One lock guards everything: it is held for a few map operations only, never while something is
 * stored.
 */
final class SendQueue {

  /** How long a lane rests when somebody else held its conversation's row. */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final Map<Long, Lane> lanes = new HashMap<>();
  private final Deque<Lane> turns = new ArrayDeque<>();
  private int size;

  private static final class Lane {
    final long conversationId;
    final Deque<PendingSend> waiting = new ArrayDeque<>();
    boolean resting;
    long restsUntil;

    Lane(long conversationId) {
      this.conversationId = conversationId;
    }
  }

  /** Messages that one writer stores together, and the lanes that are its own meanwhile. */
  static final class Batch {
    private final List<PendingSend> sends = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();

    List<PendingSend> sends() {
      return sends;
    }
  }

  /**
   * An empty queue.
   *
   * @param capacity the most messages that may wait, all lanes together
   */
  SendQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a message at the end of its lane; false when the queue is full. */
  boolean offer(PendingSend send) {
    lock.lock();
    try {
      if (size >= capacity) {
        return false;
      }
      size++;
      Lane lane = lanes.get(send.conversationId());
      if (lane == null) {
        lane = new Lane(send.conversationId());
        lanes.put(lane.conversationId, lane);
        turns.add(lane);
        ready.signal();
      }
      lane.waiting.add(send);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes what waits, up to so many messages, lane by lane. The lanes belong to the caller until
   * {@link #release}.
   *
   * @return an empty batch when nothing came for as long as the caller was ready to wait
   */
  Batch take(int most, long millis) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      Batch batch = new Batch();
      while (true) {
        long rest = fill(batch, most);
        if (!batch.sends.isEmpty() || left <= 0) {
          size -= batch.sends.size();
          return batch;
        }
        long pause = Math.min(left, rest);
        left -= pause - Math.max(0, ready.awaitNanos(pause));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Fills the batch from lanes that are ready; returns how long until another one will be. */
  private long fill(Batch batch, int most) {
    long now = System.nanoTime();
    long rest = Long.MAX_VALUE;
    for (int i = turns.size(); i > 0 && batch.sends.size() < most; i--) {
      Lane lane = turns.poll();
      long restsFor = lane.resting ? lane.restsUntil - now : 0;
      if (restsFor > 0) {
        rest = Math.min(rest, restsFor);
        turns.add(lane);
        continue;
      }
      lane.resting = false;
      batch.lanes.add(lane);
      while (batch.sends.size() < most && !lane.waiting.isEmpty()) {
        batch.sends.add(lane.waiting.poll());
      }
    }
    return rest;
  }

  /**
   * Gives the lanes of a batch back.
   *
   * @param postponed those of its messages that could not be stored yet, in their order; they come
   *     first in their lane again, which rests for a moment
   */
  void release(Batch batch, List<PendingSend> postponed) {
    lock.lock();
    try {
      long until = System.nanoTime() + REST_NANOS;
      for (int i = postponed.size() - 1; i >= 0; i--) {
        Lane lane = lanes.get(postponed.get(i).conversationId());
        lane.waiting.addFirst(postponed.get(i));
        lane.restsUntil = until;
        lane.resting = true;
      }
      size += postponed.size();
      for (Lane lane : batch.lanes) {
        if (lane.waiting.isEmpty()) {
          lanes.remove(lane.conversationId);
        } else {
          turns.add(lane);
          ready.signal();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many messages wait. */
  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }
}
