package dev.parley.groups;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** An event in the form that calendars read (iCalendar, RFC 5545). */
final class Ics {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** A line may have so many bytes; what is longer goes on in the next one, after a space. */
  private static final int LONGEST_LINE = 75;

  private Ics() {}

  /**
   * A calendar of one event.
   *
   * @param handle by which a calendar knows that it has an older state of the event
   */
  static String of(Occasion.View event, UUID handle, Instant changedAt) {
    StringBuilder ics = new StringBuilder();
    line(ics, "BEGIN:VCALENDAR");
    line(ics, "VERSION:2.0");
    line(ics, "PRODID:-//Parley//Parley//EN");
    line(ics, "BEGIN:VEVENT");
    line(ics, "UID:" + handle);
    line(ics, "DTSTAMP:" + TIME.format(changedAt));
    line(ics, "LAST-MODIFIED:" + TIME.format(changedAt));
    line(ics, "DTSTART:" + TIME.format(event.dateEvent()));
    line(ics, "SUMMARY:" + escaped(event.title()));
    if (!event.description().isEmpty()) {
      line(ics, "DESCRIPTION:" + escaped(event.description()));
    }
    line(ics, "END:VEVENT");
    line(ics, "END:VCALENDAR");
    return ics.toString();
  }

  /** Text as a value: nothing in it can begin another line. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static void line(StringBuilder to, String line) {
    int bytes = 0;
    for (int at = 0; at < line.length(); ) {
      String next = Character.toString(line.codePointAt(at));
      int size = next.getBytes(UTF_8).length;
      if (bytes + size > LONGEST_LINE) {
        to.append("\r\n ");
        bytes = 1;
      }
      to.append(next);
      bytes += size;
      at += next.length();
    }
    to.append("\r\n");
  }
}
