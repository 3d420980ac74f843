package dev.parley.bench;

import java.util.concurrent.atomic.LongAdder;

/** What the members served by one loop count together. */
final class Tally {
  /** Messages that reached a receiver, from the start. */
  final LongAdder deliveries = new LongAdder();

  /** Messages of which their sender knows that they are stored, from the start. */
  final LongAdder receipts = new LongAdder();

  /** From sending to arrival at a receiver, while measuring; only on the loop's thread. */
  final Latencies latencies = new Latencies();

  /** Whether durations are noted now. */
  volatile boolean measuring;
}
