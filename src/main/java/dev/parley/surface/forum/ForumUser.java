package dev.parley.surface.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.overview.Correspondents;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody to chat with.
 *
 * @param fullname the full name, or the name without one
 * @param lastmessage the last one that the two exchanged; {@code lastsender} who wrote it, {@code
 *     senttime} when, to be shown, and {@code time} when exactly
 * @param countunread how many of theirs one has not read
 */
public record ForumUser(
    long id,
    UUID uuid,
    String fullname,
    boolean online,
    Text lastmessage,
    Text lastsender,
    String senttime,
    Time time,
    Number messageid,
    long countunread) {

  /** A text that may not be there. */
  public record Text(@JsonProperty("String") String string, @JsonProperty("Valid") boolean valid) {
    static Text of(String text) {
      return new Text(text == null ? "" : text, text != null);
    }
  }

  /** A time that may not be there. */
  public record Time(@JsonProperty("Time") Instant time, @JsonProperty("Valid") boolean valid) {}

  /** A number that may not be there. */
  public record Number(@JsonProperty("Int64") long int64, @JsonProperty("Valid") boolean valid) {}

  static ForumUser of(Correspondents.View person) {
    Correspondents.Last last = person.last();
    return last == null
        ? withoutMessages(
            person.id(), person.handle(), person.name(), person.online(), person.unread())
        : new ForumUser(
            person.id(),
            person.handle(),
            person.name(),
            person.online(),
            Text.of(last.content()),
            Text.of(last.senderName()),
            Stamp.of(last.time()),
            new Time(last.time(), true),
            new Number(last.id(), true),
            person.unread());
  }

  /** Somebody as all are told of them, whatever they have exchanged with each. */
  static ForumUser of(Known.Person person, boolean online) {
    return withoutMessages(person.id(), person.uuid(), person.fullname(), online, 0);
  }

  private static ForumUser withoutMessages(
      long id, UUID uuid, String fullname, boolean online, long unread) {
    return new ForumUser(
        id,
        uuid,
        fullname,
        online,
        Text.of(null),
        Text.of(null),
        "",
        new Time(null, false),
        new Number(0, false),
        unread);
  }
}
