package dev.parley.realtime;

import dev.parley.realtime.Publication.ToConversation;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Puts the changes of each conversation into the order of their numbers. Two transactions commit
 * one after the other, but the threads that publish them may come here the other way round.
 *
 * <p>Handing on happens inside {@code compute}, which the map runs for one thread at a time per
 * conversation: that is what keeps "one after the other". The receiver only enqueues.
 */
final class InOrder {

  private final Consumer<ToConversation> next;
  private final long patienceNanos;
  private final Map<Long, Line> lines = new ConcurrentHashMap<>();

  private static final class Line {
    long lastEv;
    long touchedAt;
    final TreeMap<Long, ToConversation> early = new TreeMap<>();

    Line(long lastEv) {
      this.lastEv = lastEv;
    }
  }

  /**
   * A line per conversation.
   *
   * @param next gets the changes in order
   * @param patienceNanos how long a missing one is waited for
   */
  InOrder(Consumer<ToConversation> next, long patienceNanos) {
    this.next = next;
    this.patienceNanos = patienceNanos;
  }

  void accept(ToConversation change) {
    lines.compute(
        change.conversationId(),
        (id, known) -> {
          // Where the first one that comes is not the first one that happened, it has to wait.
          Line line =
              known == null ? new Line(change.fromEv() - (change.follows() ? 2 : 1)) : known;
          long now = System.nanoTime();
          if (change.fromEv() > line.lastEv + 1) {
            if (line.early.isEmpty()) {
              line.touchedAt = now;
            }
            line.early.put(change.fromEv(), change);
            return line;
          }
          line.touchedAt = now;
          handOn(line, change);
          while (!line.early.isEmpty() && line.early.firstKey() <= line.lastEv + 1) {
            handOn(line, line.early.pollFirstEntry().getValue());
          }
          return line;
        });
  }

  /**
   * Hands on what waited too long for a missing change, and forgets conversations in which nothing
   * happened for as long as {@code idleNanos}. To be called now and then.
   */
  void tick(long idleNanos) {
    for (Iterator<Long> ids = lines.keySet().iterator(); ids.hasNext(); ) {
      lines.computeIfPresent(
          ids.next(),
          (id, line) -> {
            long age = System.nanoTime() - line.touchedAt;
            if (line.early.isEmpty()) {
              return age > idleNanos ? null : line;
            }
            if (age > patienceNanos) {
              line.early.values().forEach(change -> handOn(line, change));
              line.early.clear();
            }
            return line;
          });
    }
  }

  private void handOn(Line line, ToConversation change) {
    line.lastEv = Math.max(line.lastEv, change.toEv());
    next.accept(change);
  }
}
