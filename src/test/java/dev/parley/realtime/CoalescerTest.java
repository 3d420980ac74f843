package dev.parley.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoalescerTest {

  private static final long INTERVAL_MILLIS = 150;

  private record Told(String key, int value, long at) {}

  private final LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final Coalescer<String, Integer> coalescer =
      new Coalescer<>(
          INTERVAL_MILLIS,
          Integer::sum,
          (key, value) -> {
            told.add(new Told(key, value, System.nanoTime()));
            if (value == 13) {
              throw new IllegalStateException("unlucky");
            }
          });
  private final Thread thread = new Thread(coalescer);

  CoalescerTest() {
    // One of the tests fails on purpose.
    Logger.getLogger(Coalescer.class.getName()).setLevel(Level.OFF);
    thread.start();
  }

  @AfterEach
  void stops() throws InterruptedException {
    coalescer.stop();
    thread.join(5000);
    assertTrue(!thread.isAlive());
  }

  @Test
  void theFirstIsToldAtOnceAndTheRestTogetherAfterTheInterval() throws InterruptedException {
    coalescer.note("a", 1);
    Told first = next();
    assertEquals(1, first.value());
    coalescer.note("a", 2);
    coalescer.note("a", 3);
    Told second = next();
    assertEquals(5, second.value());
    assertTrue(second.at() - first.at() >= TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS) * 9 / 10);
  }

  @Test
  void keysDoNotWaitForEachOther() throws InterruptedException {
    coalescer.note("a", 1);
    next();
    coalescer.note("a", 2);
    coalescer.note("b", 7);
    assertEquals("b", next().key());
    assertEquals("a", next().key());
  }

  @Test
  void nothingIsLostAndNothingIsToldTooOften() throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < 2000; i++) {
      coalescer.note("a", 1);
    }
    int sum = 0;
    int times = 0;
    while (sum < 2000) {
      sum += next().value();
      times++;
    }
    double intervals = (System.nanoTime() - start) / (INTERVAL_MILLIS * 1e6);
    assertEquals(2000, sum);
    assertTrue(times <= 2 + intervals, times + " times in " + intervals);
  }

  @Test
  void oneThatFailsDoesNotEndTheTelling() throws InterruptedException {
    coalescer.note("a", 13);
    next();
    coalescer.note("b", 1);
    assertEquals("b", next().key());
  }

  private Told next() throws InterruptedException {
    Told next = told.poll(10, TimeUnit.SECONDS);
    assertNotNull(next);
    return next;
  }
}
