package dev.parley.ws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ws.RateLimit.Verdict;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  @Test
  void aBurstPassesAndWhatIsBeyondItIsRefused() {
    RateLimit limit = new RateLimit(60, 0);
    assertEquals(60, passes(limit, 60));
    assertEquals(Verdict.REFUSE, limit.take());
    assertEquals(0, passes(limit, 1000));
  }

  @Test
  void tokensComeBackWithTime() {
    RateLimit limit = new RateLimit(1, 1_000_000);
    assertEquals(Verdict.PASS, limit.take());
    long end = System.nanoTime() + 5_000_000_000L;
    while (limit.take() != Verdict.PASS) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nothing came back");
      }
    }
  }

  private static long passes(RateLimit limit, int requests) {
    return IntStream.range(0, requests).filter(i -> limit.take() == Verdict.PASS).count();
  }
}
