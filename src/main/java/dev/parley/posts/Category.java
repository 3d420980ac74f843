package dev.parley.posts;

import dev.parley.kernel.Sql;
import java.util.Locale;

/**
 * What posts can be about.
 *
 * @param id the number, as a string
 * @param retired whether it is not for new posts any more
 */
public record Category(String id, String name, boolean retired) {

  static final Sql.Row<Category> ROW =
      row -> new Category(row.getString("id"), row.getString("name"), row.getBoolean("retired"));

  /** A name as it is compared. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
