package dev.parley.posts;

import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What somebody wrote, as a post or as a comment.
 *
 * @param userID who wrote it; {@code userName} their name now
 * @param likes two numbers: how many dislike it, and how many like it
 * @param userReaction the viewer's own: -1 none, 0 disliked, 1 liked
 * @param image where its picture is, or null
 */
public record Content(
    String userID,
    String userName,
    String text,
    Instant dateCreate,
    List<Integer> likes,
    int userReaction,
    String image) {

  /**
   * Columns of something written {@code w}, its author {@code a} and its votes {@code v}; see
   * {@link #joined}.
   */
  static final String COLUMNS =
      "w.id, w.author_id, w.body, w.created_at, w.edited_at, w.picture_id, a.name,"
          + " a.picture_id AS author_picture_id, v.likes, v.dislikes, v.own";

  /**
   * The author and the votes of the rows {@code w}, which have a {@code viewer_id}.
   *
   * @param table the table of votes
   * @param key its column that names what was voted on
   */
  static String joined(String table, String key) {
    return """
         JOIN accounts a ON a.id = w.author_id
        CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE liked) AS likes,
            count(*) FILTER (WHERE NOT liked) AS dislikes,
            bool_or(liked) FILTER (WHERE account_id = w.viewer_id) AS own
          FROM %s WHERE %s = w.id) v
        """
        .formatted(table, key);
  }

  static Content read(ResultSet row) throws SQLException {
    Boolean own = row.getObject("own", Boolean.class);
    return new Content(
        row.getString("author_id"),
        row.getString("name"),
        row.getString("body"),
        Sql.instant(row, "created_at"),
        List.of(row.getInt("dislikes"), row.getInt("likes")),
        reaction(own),
        PictureAddress.of(row.getObject("picture_id", Long.class)));
  }

  /** A vote as a number; null is none. */
  static int reaction(Boolean liked) {
    return liked == null ? -1 : liked ? 1 : 0;
  }
}
