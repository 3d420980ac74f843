package dev.parley.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Database;

/** Lets time pass for one event; the clock that reminds looks every few seconds. */
public final class EventTime {

  private EventTime() {}

  /** From now on the event begins after this interval, or has begun, such as {@code -2 days}. */
  public static void begins(String event, String interval) {
    assertEquals(
        1,
        Database.change(
            "UPDATE events SET starts_at = now() + ?::interval WHERE id = ?::bigint",
            interval,
            event));
  }
}
