package dev.parley.realtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits to be sent to one socket, bounded in frames and bytes. At most one frame is in flight.
 * Used by one shard's thread only.
 */
final class Egress {

  /** The bounds. */
  record Limits(int frames, int bytes, int frameBytes) {}

  private final Limits limits;
  private final boolean joins;
  private final ArrayDeque<Frame> waiting = new ArrayDeque<>();
  private final List<Frame> taken = new ArrayList<>();
  private long bytes;
  private boolean inFlight;
  private long sentAt;

  /**
   * An empty queue.
   *
   * @param joins whether several messages may go into one frame
   */
  Egress(Limits limits, boolean joins) {
    this.limits = limits;
    this.joins = joins;
  }

  boolean joins() {
    return joins;
  }

  /** Adds a frame; false when it does not fit any more. */
  boolean offer(Frame frame) {
    if (joins || frame.messages().size() == 1) {
      waiting.add(frame);
    } else {
      frame.messages().forEach(message -> waiting.add(Frame.of(message)));
    }
    bytes += frame.bytes();
    return holds(waiting.size(), bytes);
  }

  /** Whether so much may wait. */
  boolean holds(int frames, long size) {
    return frames <= limits.frames() && size <= limits.bytes();
  }

  /** Whether so much waits that what is soon stale is better dropped. */
  boolean halfFull() {
    return waiting.size() * 2 > limits.frames() || bytes * 2 > limits.bytes();
  }

  /** Whether something can be sent now. */
  boolean ready() {
    return !inFlight && !waiting.isEmpty();
  }

  boolean idle() {
    return !inFlight && waiting.isEmpty();
  }

  /** Takes what goes out next, as one text, and counts it as in flight. */
  String take(Joiner joiner, long now) {
    inFlight = true;
    sentAt = now;
    taken.clear();
    int size = 0;
    do {
      Frame frame = waiting.poll();
      taken.add(frame);
      size += frame.bytes();
    } while (joins && !waiting.isEmpty() && size + waiting.peek().bytes() <= limits.frameBytes());
    bytes -= size;
    return joins ? joiner.join(taken) : taken.get(0).messages().get(0);
  }

  /** How many messages the last frame held. */
  int takenMessages() {
    int messages = 0;
    for (Frame frame : taken) {
      messages += frame.messages().size();
    }
    return messages;
  }

  /** What was in flight has gone out. */
  void written() {
    inFlight = false;
  }

  /** Whether a frame has been in flight for longer than this. */
  boolean stuck(long now, long longest) {
    return inFlight && now - sentAt > longest;
  }
}
