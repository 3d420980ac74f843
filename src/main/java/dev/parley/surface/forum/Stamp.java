package dev.parley.surface.forum;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as this system shows it: {@code Nov 20 23:22:13}, in UTC. */
final class Stamp {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Stamp() {}

  static String of(Instant time) {
    return time == null ? "" : FORMAT.format(time);
  }
}
