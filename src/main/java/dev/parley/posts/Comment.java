package dev.parley.posts;

import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What somebody wrote under a post.
 *
 * @param id the number, as a string
 * @param edited when it was changed last, or null
 * @param userPicture where the author's picture is, or null
 * @param mine whether the viewer wrote it
 */
public record Comment(
    String id, String postID, Content content, Instant edited, String userPicture, boolean mine) {

  /** Of rows {@code w}: comments with the {@code viewer_id} of a post that is visible. */
  static final String COLUMNS = Content.COLUMNS + ", w.viewer_id, w.post_id";

  static final String JOINED = Content.joined("comment_votes", "comment_id");

  static final Sql.Row<Comment> ROW = Comment::read;

  private static Comment read(ResultSet row) throws SQLException {
    return new Comment(
        row.getString("id"),
        row.getString("post_id"),
        Content.read(row),
        Sql.instant(row, "edited_at"),
        PictureAddress.of(row.getObject("author_picture_id", Long.class)),
        row.getLong("author_id") == row.getLong("viewer_id"));
  }
}
