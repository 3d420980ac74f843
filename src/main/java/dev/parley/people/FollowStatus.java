package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody is to whom they may follow. */
public enum FollowStatus {
  /** Neither of the following. */
  NOT_FOLLOWING("not following"),
  /** Has asked to follow a private profile and waits for an answer. */
  REQUESTED("requested"),
  /** Follows. */
  FOLLOWING("following");

  private final String code;

  FollowStatus(String code) {
    this.code = code;
  }

  /** As it stands in the database and in JSON. */
  @JsonValue
  public String code() {
    return code;
  }

  /** The status of a {@link #code()}; of null, that there is nothing. */
  static FollowStatus of(String code) {
    for (FollowStatus status : values()) {
      if (status.code.equals(code)) {
        return status;
      }
    }
    return NOT_FOLLOWING;
  }
}
