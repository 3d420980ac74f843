package dev.parley.kernel;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Session;

/**
 * Plain SQL on the connection of the current transaction, for what is read or written as sets:
 * lists, pages, batches. Single things are entities.
 */
@ApplicationScoped
public class Sql {

  @PersistenceContext EntityManager entities;

  /** Not shareable: a connection that is would be kept until the request ends. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  DataSource database;

  /** Makes a value of the row on which the result set stands. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done with the connection. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * All rows of a query. Parameters are given in order; a collection of {@link Long} becomes a
   * {@code bigint[]}, an array of strings a {@code text[]}, an {@link Instant} a {@code
   * timestamptz}.
   */
  public <T> List<T> list(Row<T> row, String sql, Object... parameters) {
    return with(connection -> list(connection, row, sql, parameters));
  }

  /**
   * All rows of a statement that commits by itself: one round trip, where a transaction takes two.
   * It sees nothing of what a transaction around it has written.
   */
  public <T> List<T> listAlone(Row<T> row, String sql, Object... parameters) {
    try (Connection connection = database.getConnection()) {
      return list(connection, row, sql, parameters);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private static <T> List<T> list(
      Connection connection, Row<T> row, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    }
  }

  /** The first row of a query, if there is one. */
  public <T> Optional<T> first(Row<T> row, String sql, Object... parameters) {
    return list(row, sql, parameters).stream().findFirst();
  }

  /** Runs an INSERT, UPDATE or DELETE and tells how many rows it met. */
  public int update(String sql, Object... parameters) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
          }
        });
  }

  /** Lends the transaction's connection, after writing out what the entity manager still holds. */
  public <T> T with(Work<T> work) {
    if (entities.isJoinedToTransaction()) {
      entities.flush();
    }
    return entities.unwrap(Session.class).doReturningWork(work::with);
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        bind(connection, statement, i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value instanceof Collection<?> ids) {
      statement.setArray(at, connection.createArrayOf("bigint", ids.toArray()));
    } else if (value instanceof String[] texts) {
      statement.setArray(at, connection.createArrayOf("text", texts));
    } else if (value instanceof Instant instant) {
      statement.setObject(at, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else {
      statement.setObject(at, value);
    }
  }

  /**
   * The patterns of texts that contain this one: {@code name ILIKE ANY (?)}. Several, because a
   * database may know upper and lower case of ASCII only.
   */
  public static String[] containing(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of(text, lower, text.toUpperCase(Locale.ROOT), capitalised(lower))
        .distinct()
        .map(part -> part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
        .map(part -> "%" + part + "%")
        .toArray(String[]::new);
  }

  private static String capitalised(String lower) {
    StringBuilder capitalised = new StringBuilder();
    lower
        .codePoints()
        .forEach(
            c -> {
              boolean within =
                  !capitalised.isEmpty()
                      && Character.isLetter(capitalised.codePointBefore(capitalised.length()));
              capitalised.appendCodePoint(within ? c : Character.toTitleCase(c));
            });
    return capitalised.toString();
  }

  /** A {@code timestamptz} column, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
