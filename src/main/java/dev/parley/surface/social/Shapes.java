package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.overview.OnlineUsers;
import java.time.Instant;
import java.util.List;

/**
 * How this system writes what Parley says otherwise. Empty lists are {@code null}, zeros are left
 * out where it does so, and what may be missing in a notification is an object of its own.
 */
final class Shapes {

  /** What it writes where it knows of no time. */
  static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  private Shapes() {}

  /** Somebody. */
  record User(String id, String userName) {}

  /**
   * Somebody who is online.
   *
   * @param dateOfBirth never told of others
   * @param lastMessageDate when one last wrote with them; left out when never
   */
  record Online(
      String id,
      String userName,
      Instant dateCreate,
      Instant dateOfBirth,
      int profileType,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant lastMessageDate) {}

  /** Data of any kind in this system's shape. What has none of its own stays as it is. */
  static Object of(Object data) {
    if (data instanceof List<?> list) {
      return list.isEmpty() ? null : list.stream().map(Shapes::of).toList();
    }
    if (data instanceof OnlineUsers.Acquaintance somebody) {
      return new Online(
          somebody.id(),
          somebody.userName(),
          somebody.dateCreate() == null ? NEVER : somebody.dateCreate(),
          NEVER,
          somebody.profileType(),
          somebody.lastMessageDate());
    }
    return data;
  }
}
