package dev.parley.kernel;

import java.util.Locale;

/** What an account may do on the whole installation. */
public enum Role {
  USER,
  MODERATOR,
  ADMINISTRATOR;

  /** As it stands in the database and in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a {@link #code()}. */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
