package dev.parley.conversations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a member may do in a conversation. */
public enum MembershipRole {
  ADMIN,
  MEMBER;

  /** As it stands in the database and in JSON. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a {@link #code()}. */
  @JsonCreator
  public static MembershipRole of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
