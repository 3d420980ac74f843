package dev.parley.ws;

import java.util.concurrent.TimeUnit;

/** A token bucket: so many requests at once, so many per ten seconds in the long run. */
final class RateLimit {

  /** Who goes on for so long after the bucket is empty is cut off. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final double burst;
  private final double perNano;
  private double tokens;
  private long filledAt = System.nanoTime();
  private long emptySince;

  /** What to do with a request. */
  enum Verdict {
    PASS,
    REFUSE,
    CUT_OFF
  }

  RateLimit(int burst, int perTenSeconds) {
    this.burst = burst;
    this.perNano = perTenSeconds / 10e9;
    this.tokens = burst;
  }

  /** Judges one request. Sockets are read by one thread at a time, but not always the same. */
  synchronized Verdict take() {
    long now = System.nanoTime();
    tokens = Math.min(burst, tokens + (now - filledAt) * perNano);
    filledAt = now;
    if (tokens >= burst / 2) {
      emptySince = 0; // Calm again.
    }
    if (tokens >= 1) {
      tokens--;
      return Verdict.PASS;
    }
    if (emptySince == 0) {
      emptySince = now;
    }
    return now - emptySince > PATIENCE_NANOS ? Verdict.CUT_OFF : Verdict.REFUSE;
  }
}
