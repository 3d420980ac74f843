package dev.parley.bench;

/**
 * A histogram of durations in nanoseconds, exact to about 3 %. Not thread-safe: one per thread,
 * merged at the end.
 */
final class Latencies {
  /** Each power of two is cut into this many steps, hence the 3 %. */
  private static final int STEPS = 32;

  private static final int STEP_BITS = 5;

  private final long[] counts = new long[64 * STEPS];
  private long total;

  /** Counts one duration; less than nothing counts as nothing. */
  void record(long nanos) {
    counts[slot(Math.max(0, nanos))]++;
    total++;
  }

  /** Adds all of another histogram. */
  void add(Latencies other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  /** Returns how many durations were counted. */
  long count() {
    return total;
  }

  /**
   * Returns the duration in milliseconds that the given part of all stayed within.
   *
   * @param part between 0 and 1, such as 0.99
   */
  double millis(double part) {
    long wanted = (long) Math.ceil(part * total);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return highest(i) / 1e6;
      }
    }
    return Double.NaN;
  }

  private static int slot(long nanos) {
    int exponent = 63 - Long.numberOfLeadingZeros(nanos | STEPS);
    int shift = exponent - STEP_BITS;
    return shift * STEPS + (int) (nanos >>> shift);
  }

  /** The longest duration a slot holds; the inverse of {@link #slot}. */
  private static long highest(int slot) {
    int shift = Math.max(0, slot / STEPS - 1);
    return ((long) (slot - shift * STEPS + 1) << shift) - 1;
  }
}
