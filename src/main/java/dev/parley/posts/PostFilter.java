package dev.parley.posts;

import java.util.List;

/**
 * Which posts are wanted, out of those that one may see. What is null does not matter.
 *
 * @param userId by this person
 * @param groupId in this group
 * @param category of this category, in any case of letters
 */
public record PostFilter(Long userId, Long groupId, String category) {

  /** All posts. */
  public static final PostFilter ALL = new PostFilter(null, null, null);

  /** A person's posts. */
  public static PostFilter by(long userId) {
    return new PostFilter(userId, null, null);
  }

  /** A group's posts. */
  public static PostFilter in(long groupId) {
    return new PostFilter(null, groupId, null);
  }

  /** That no post can fit: no text in the database has the character U+0000. */
  boolean impossible() {
    return category != null && category.indexOf('\0') >= 0;
  }

  /** Appends conditions on the view of visible posts, and their parameters. */
  void narrow(StringBuilder where, List<Object> parameters) {
    if (userId != null) {
      where.append(" AND author_id = ?");
      parameters.add(userId);
    }
    if (groupId != null) {
      where.append(" AND conversation_id = ?");
      parameters.add(groupId);
    }
    if (category != null && !category.isBlank()) {
      where.append(
          """
           AND EXISTS (
            SELECT FROM post_categories pc JOIN categories c ON c.id = pc.category_id
            WHERE pc.post_id = visible_posts.id AND c.name_key = ?)
          """);
      parameters.add(Category.key(category));
    }
  }
}
