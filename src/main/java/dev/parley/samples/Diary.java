package dev.parley.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is said to have happened when; written in any order. */
final class Diary {

  /**
   * Something that is done.
   *
   * @param when it is said to have been done
   */
  record Entry(Instant when, Runnable what) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Instant now = Instant.now();
  private final ZoneId zone = ZoneId.systemDefault();

  /**
   * On an earlier day.
   *
   * @param daysAgo at least 1
   * @param time as {@code 18:05}, where the server stands
   */
  void on(int daysAgo, String time, Runnable what) {
    LocalDate day = LocalDate.ofInstant(now, zone).minusDays(daysAgo);
    entries.add(new Entry(day.atTime(LocalTime.parse(time)).atZone(zone).toInstant(), what));
  }

  /** Not long ago, and perhaps still yesterday. */
  void minutesAgo(int minutes, Runnable what) {
    entries.add(new Entry(now.minusSeconds(60L * minutes), what));
  }

  /** A time that lies ahead. */
  String ahead(int days, String time) {
    LocalDate day = LocalDate.ofInstant(now, zone).plusDays(days);
    return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant().toString();
  }

  /** All of it, the earliest first; what is of the same minute as it was written. */
  List<Entry> inOrder() {
    return entries.stream().sorted(Comparator.comparing(Entry::when)).toList();
  }
}
