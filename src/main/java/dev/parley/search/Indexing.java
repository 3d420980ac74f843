package dev.parley.search;

import dev.parley.kernel.Metrics;
import dev.parley.messages.Message;
import dev.parley.messages.MessageEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the index up with the messages, on a thread of its own. It rests as long as it worked, so
 * that it never takes more than half a core of the database from those who send.
 */
@ApplicationScoped
public class Indexing {

  private static final Logger LOG = Logger.getLogger(Indexing.class.getName());

  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long COMPARISON_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long FAILURE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);

  /** So many conversations go together into one transaction. */
  private static final int MOST_CONVERSATIONS = 50;

  @Resource ManagedThreadFactory threads;
  @Inject SearchIndex index;
  @Inject PostIndex posts;
  @Inject Metrics metrics;

  /** The change up to which a conversation is known to need indexing. */
  private final Map<Long, Mark> marks = new ConcurrentHashMap<>();

  private Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** What is to be done in this round: conversations that go together. */
  private final Deque<List<Long>> round = new ArrayDeque<>();

  private long compared = System.nanoTime() - COMPARISON_NANOS;

  /** What was noted, and when. */
  private record Mark(long ev, long at) {
    static Mark later(Mark one, Mark other) {
      return one.ev >= other.ev ? one : other;
    }
  }

  /** Starts the thread; to be called once, when the database is ready. */
  public void start() {
    metrics.gauge("parley_search_behind", "Conversations with messages to index", marks::size);
    thread = threads.newThread(this::run);
    thread.setName("search-index");
    thread.start();
  }

  /** Ends the thread when it has done what it is at. */
  @PreDestroy
  public synchronized void stop() {
    stopping.countDown();
    try {
      if (thread != null) {
        thread.join(STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  /**
   * Notes what is about to be committed. It may be rolled back, or not be committed yet when it is
   * looked at: a mark stays until the index has come as far, or until the next comparison.
   */
  void observe(@Observes MessageEvent event) {
    if (event instanceof MessageEvent.Stored stored) {
      stored.conversations().forEach(messages -> mark(messages.get(messages.size() - 1)));
    } else if (event instanceof MessageEvent.Changed changed) {
      mark(changed.view());
    }
  }

  private void mark(Message.View last) {
    mark(Long.parseLong(last.chatID()), last.ev());
  }

  private void run() {
    try {
      long rest = 0;
      while (!stopping.await(rest, TimeUnit.NANOSECONDS)) {
        long began = System.nanoTime();
        boolean well = step();
        long worked = System.nanoTime() - began;
        // A step that was held up by the database has not worked all the time.
        long tired = Math.min(worked, FAILURE_NANOS);
        rest = !well ? FAILURE_NANOS : round.isEmpty() ? Math.max(tired, REST_NANOS) : tired;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it went well. */
  private boolean step() {
    List<Long> together = List.of();
    try {
      if (System.nanoTime() - compared >= COMPARISON_NANOS) {
        compare();
      }
      if (round.isEmpty()) {
        divide(List.copyOf(marks.keySet()));
      }
      if (!round.isEmpty()) {
        together = round.poll();
        index.advance(together).forEach(this::reached);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The search index could not be brought up to date", e);
      if (together.size() > 1) {
        // Should one of them be to blame, the others must not wait for it.
        together.forEach(id -> round.add(List.of(id)));
      }
      return false;
    }
  }

  private void divide(List<Long> ids) {
    for (int i = 0; i < ids.size(); i += MOST_CONVERSATIONS) {
      round.add(ids.subList(i, Math.min(ids.size(), i + MOST_CONVERSATIONS)));
    }
  }

  /** Finds what nobody noted: other nodes' work, changes of before the start. */
  private void compare() {
    long now = System.nanoTime();
    marks.values().removeIf(mark -> now - mark.at() >= COMPARISON_NANOS);
    index.behind().forEach(behind -> mark(behind.conversationId(), behind.ev()));
    while (stopping.getCount() > 0 && posts.catchUp() > 0) {
      continue; // So many go into one transaction.
    }
    compared = now;
  }

  private void reached(long conversationId, long ev) {
    marks.computeIfPresent(conversationId, (id, mark) -> mark.ev() <= ev ? null : mark);
  }

  private void mark(long conversationId, long ev) {
    marks.merge(conversationId, new Mark(ev, System.nanoTime()), Mark::later);
  }
}
