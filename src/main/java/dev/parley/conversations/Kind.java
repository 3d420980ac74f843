package dev.parley.conversations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of conversation it is. */
public enum Kind {
  /** Two people; unique per pair. */
  PRIVATE,
  /** People whom its administrators chose. */
  GROUP,
  /** Like a group, for programs that call it so. */
  CHANNEL,
  /** The one room that everybody is a member of. */
  EVERYBODY;

  /** As it stands in the database and in JSON. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a {@link #code()}; in any case of letters, since people type it. */
  @JsonCreator
  public static Kind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
