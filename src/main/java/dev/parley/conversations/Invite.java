package dev.parley.conversations;

import dev.parley.kernel.Sql;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A link by which people take themselves into a group or channel; the page is {@code
 * /invite/<code>}.
 *
 * @param id the number, as a string; it proves nothing
 * @param code the secret of the link
 * @param expires when it ends by itself, or null
 * @param uses how many have joined by it
 * @param usesLeft how many still may, or null for any number
 */
public record Invite(
    String id,
    String chatID,
    String code,
    String creatorID,
    Instant dateCreate,
    Instant expires,
    int uses,
    Integer usesLeft) {

  static final String COLUMNS =
      "i.id, i.conversation_id, i.code, i.creator_id, i.created_at, i.expires_at, i.uses,"
          + " i.most_uses - i.uses AS uses_left";

  /**
   * That it has not ended. By the clock and not by the transaction's start: one may have waited.
   */
  static final String LIVE =
      "(i.expires_at IS NULL OR i.expires_at > clock_timestamp())"
          + " AND (i.most_uses IS NULL OR i.uses < i.most_uses)";

  static final Sql.Row<Invite> ROW = Invite::read;

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * 144 random bits, which is why nobody counts wrong guesses: a million a second for a million
   * years find none of a million links.
   */
  private static final int CODE_BYTES = 18;

  /** What a code looks like; the database is not asked for anything else. */
  static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{24}");

  /**
   * What a link tells before one joins: no member's name and no message.
   *
   * @param chatID only for members
   * @param picture only for members, since nobody else may fetch it
   * @param member whether the viewer is in it already
   */
  public record Info(
      String chatID, String name, String topic, String picture, long memberCount, boolean member) {}

  static String newCode() {
    byte[] bytes = new byte[CODE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Invite read(ResultSet row) throws SQLException {
    return new Invite(
        row.getString("id"),
        row.getString("conversation_id"),
        row.getString("code"),
        row.getString("creator_id"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "expires_at"),
        row.getInt("uses"),
        row.getObject("uses_left", Integer.class));
  }
}
