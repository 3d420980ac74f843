package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentilesAreExactToThreePercent() {
    Latencies latencies = new Latencies();
    for (int micros = 1; micros <= 100_000; micros++) {
      latencies.record(micros * 1_000L);
    }
    assertEquals(50, latencies.millis(0.5), 50 * 0.04);
    assertEquals(99, latencies.millis(0.99), 99 * 0.04);
    assertEquals(100, latencies.millis(1), 100 * 0.04);
  }

  @Test
  void theShortestAndTheLongestDurationFit() {
    Latencies latencies = new Latencies();
    latencies.record(-1);
    latencies.record(0);
    assertEquals(0, latencies.millis(0.5));
    latencies.record(Long.MAX_VALUE);
    assertTrue(latencies.millis(1) > 1e12);
  }

  @Test
  void mergedHistogramsCountTogether() {
    Latencies one = new Latencies();
    Latencies other = new Latencies();
    one.record(1_000_000);
    other.record(3_000_000);
    one.add(other);
    assertEquals(2, one.count());
    assertEquals(1, one.millis(0.5), 0.04);
    assertEquals(3, one.millis(0.99), 0.12);
  }
}
