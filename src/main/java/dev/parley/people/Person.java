package dev.parley.people;

import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Somebody as others see them.
 *
 * @param id the number, as a string
 * @param picture where their picture is, or null
 * @param online whether a socket of theirs is open, or was until a moment ago
 * @param deleted whether they are gone; they are then in no list any more
 */
public record Person(
    String id,
    UUID handle,
    String name,
    String fullName,
    String picture,
    boolean online,
    boolean deleted) {

  static final String COLUMNS = "a.id, a.handle, a.name, a.full_name, a.picture_id, a.deleted_at";

  /** A person whose presence is not known yet; see {@link #online(boolean)}. */
  static final Sql.Row<Person> ROW = Person::read;

  private static Person read(ResultSet row) throws SQLException {
    return new Person(
        row.getString("id"),
        row.getObject("handle", UUID.class),
        row.getString("name"),
        row.getString("full_name"),
        PictureAddress.of(row.getObject("picture_id", Long.class)),
        false,
        row.getObject("deleted_at") != null);
  }

  /** The same with this presence. */
  public Person online(boolean online) {
    return new Person(id, handle, name, fullName, picture, online, deleted);
  }
}
