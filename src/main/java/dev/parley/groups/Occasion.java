package dev.parley.groups;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An event of a group, in the shapes in which it is shown. */
public final class Occasion {

  private Occasion() {}

  /**
   * An event as a member sees it.
   *
   * @param going how many said that they come; {@code notGoing} that they don't
   * @param myOption the viewer's answer: 1 going, 0 not going, -1 none
   * @param mayChange whether the viewer may change and delete it
   * @param userOptions all answers; absent in lists
   */
  public record View(
      String id,
      String title,
      String description,
      String groupID,
      String creatorID,
      String creatorName,
      Instant dateEvent,
      Instant dateCreate,
      long going,
      long notGoing,
      int myOption,
      boolean mayChange,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Option> userOptions) {

    View with(List<Option> options) {
      return new View(
          id,
          title,
          description,
          groupID,
          creatorID,
          creatorName,
          dateEvent,
          dateCreate,
          going,
          notGoing,
          myOption,
          mayChange,
          options);
    }
  }

  /** Somebody's answer: 1 going, 0 not going. */
  public record Option(String userID, String userName, int option) {}

  /** What the members are told when something about an event is another; the same for all. */
  public record News(String groupID, String eventID, Change change, long going, long notGoing) {}

  /** What happened to an event. */
  public enum Change {
    CREATED,
    CHANGED,
    ANSWERED,
    DELETED;

    /** As it is written. */
    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What those who come are told when an event is near.
   *
   * @param hours how many hours before at the most: 24 or 1
   */
  public record Reminder(
      String groupID, String eventID, String title, Instant dateEvent, int hours) {}

  /**
   * What an event is to be. In a change, null leaves as it is.
   *
   * @param dateEvent RFC 3339
   */
  public record Draft(String title, String description, String dateEvent) {}
}
