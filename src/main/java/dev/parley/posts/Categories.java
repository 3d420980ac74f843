package dev.parley.posts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of posts, which moderators keep and everybody uses. */
@ApplicationScoped
@Transactional
public class Categories {

  private static final int NAME = 50;
  private static final int MOST_OF_A_POST = 10;

  @Inject Sql sql;

  /** All by name, the retired ones only if they are asked for. */
  public List<Category> list(boolean retiredToo) {
    return sql.list(
        Category.ROW,
        "SELECT * FROM categories WHERE NOT retired OR ? ORDER BY retired, name_key",
        retiredToo);
  }

  /** Makes a new one. */
  public Category create(Caller caller, String name) {
    requireModerator(caller);
    String given = name(name);
    hold();
    return sql.first(
            Category.ROW,
            """
            INSERT INTO categories (name, name_key) VALUES (?, ?)
            ON CONFLICT (name_key) DO NOTHING RETURNING *
            """,
            given,
            Category.key(given))
        .orElseThrow(Categories::taken);
  }

  /**
   * Changes one, on all posts that have it. What is null stays.
   *
   * @param retired whether new posts can't have it
   */
  public Category change(Caller caller, long categoryId, String name, Boolean retired) {
    requireModerator(caller);
    String given = name == null ? null : name(name);
    hold();
    if (given != null
        && sql.first(
                row -> true,
                "SELECT 1 FROM categories WHERE name_key = ? AND id <> ?",
                Category.key(given),
                categoryId)
            .isPresent()) {
      throw taken();
    }
    return sql.first(
            Category.ROW,
            """
            UPDATE categories SET name = coalesce(?::text, name),
              name_key = coalesce(?::text, name_key), retired = coalesce(?::boolean, retired)
            WHERE id = ? RETURNING *
            """,
            given,
            given == null ? null : Category.key(given),
            retired,
            categoryId)
        .orElseThrow(() -> Refusal.notFound("category"));
  }

  /** Gives a post these categories and no others. It may keep those that were retired since. */
  void set(long postId, List<String> names) {
    Map<String, String> wanted = new LinkedHashMap<>();
    names.stream()
        .filter(name -> !name.isBlank())
        .forEach(name -> wanted.putIfAbsent(Category.key(name), name.strip()));
    if (wanted.size() > MOST_OF_A_POST) {
      throw Refusal.invalid("categories", "a post has at most " + MOST_OF_A_POST + " categories");
    }
    record Found(long id, String key) {}
    List<Found> found =
        sql.list(
            row -> new Found(row.getLong("id"), row.getString("name_key")),
            """
            SELECT id, name_key FROM categories c
            WHERE name_key = ANY (?) AND (NOT retired OR EXISTS (
              SELECT FROM post_categories pc WHERE pc.post_id = ? AND pc.category_id = c.id))
            """,
            wanted.keySet().toArray(String[]::new),
            postId);
    found.forEach(category -> wanted.remove(category.key()));
    if (!wanted.isEmpty()) {
      String unknown = wanted.values().iterator().next();
      throw Refusal.invalid(
          "categories",
          unknown.length() > NAME
              ? "there is no such category"
              : "there is no category " + unknown);
    }
    sql.update("DELETE FROM post_categories WHERE post_id = ?", postId);
    sql.update(
        "INSERT INTO post_categories (post_id, category_id) SELECT ?, unnest(?::bigint[])",
        postId,
        found.stream().map(Found::id).toList());
  }

  /** Nobody else takes a name between the look and the change. */
  private void hold() {
    sql.list(row -> true, "SELECT pg_advisory_xact_lock(hashtextextended('categories', 0))");
  }

  private static void requireModerator(Caller caller) {
    if (caller.role() == Role.USER) {
      throw Refusal.forbidden("only moderators may change categories");
    }
  }

  private static String name(String given) {
    String name = given == null ? "" : given.strip();
    if (name.isEmpty()) {
      throw Refusal.invalid("name", "name is missing");
    }
    if (name.length() > NAME) {
      throw Refusal.invalid("name", "name must have at most " + NAME + " characters");
    }
    return name;
  }

  private static Refusal taken() {
    return Refusal.conflict("name", "there is such a category already");
  }
}
