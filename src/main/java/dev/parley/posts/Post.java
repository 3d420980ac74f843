package dev.parley.posts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A post as somebody sees it who may see it.
 *
 * @param id the number, as a string
 * @param theme its title
 * @param categories their names, in alphabetical order
 * @param commentsQuantity how many comments there are, also when not all of them are here
 * @param groupID the group that it is in, or empty
 * @param image where its picture is, or null
 * @param postType outside of groups who may see it: 0 everybody, 1 followers, 2 close friends
 * @param edited when it was changed last, or null
 * @param userPicture where the author's picture is, or null
 * @param mine whether the viewer wrote it
 * @param comments the oldest first; in lists of posts there are none, and the member is missing
 */
public record Post(
    String id,
    String theme,
    Content content,
    List<String> categories,
    int commentsQuantity,
    String groupID,
    String image,
    int postType,
    Instant edited,
    String userPicture,
    boolean mine,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Comment> comments) {

  /** Of rows {@code w} of the view of visible posts. */
  static final String COLUMNS =
      Content.COLUMNS
          + """
          , w.viewer_id, w.title, w.visibility, w.conversation_id,
            ARRAY(SELECT c.name FROM post_categories pc JOIN categories c ON c.id = pc.category_id
              WHERE pc.post_id = w.id ORDER BY c.name) AS categories,
            (SELECT count(*) FROM comments c
              WHERE c.post_id = w.id AND c.deleted_at IS NULL) AS comments
          """;

  static final String JOINED = Content.joined("post_votes", "post_id");

  static final Sql.Row<Post> ROW = Post::read;

  private static Post read(ResultSet row) throws SQLException {
    Content content = Content.read(row);
    String group = row.getString("conversation_id");
    return new Post(
        row.getString("id"),
        row.getString("title"),
        content,
        List.of((String[]) row.getArray("categories").getArray()),
        row.getInt("comments"),
        group == null ? "" : group,
        content.image(),
        row.getInt("visibility"),
        Sql.instant(row, "edited_at"),
        PictureAddress.of(row.getObject("author_picture_id", Long.class)),
        row.getLong("author_id") == row.getLong("viewer_id"),
        null);
  }

  /** The same with comments. */
  Post with(List<Comment> comments) {
    return new Post(
        id,
        theme,
        content,
        categories,
        commentsQuantity,
        groupID,
        image,
        postType,
        edited,
        userPicture,
        mine,
        comments);
  }
}
