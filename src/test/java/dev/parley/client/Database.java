package dev.parley.client;

import dev.parley.testing.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The database of the server under test, behind the server's back: for what it does not tell, and
 * for what would take too long or too many steps to bring about.
 */
public final class Database {

  private Database() {}

  /** A connection of one's own. */
  public static Connection connect() throws SQLException {
    try {
      Path data = Path.of(System.getProperty("parley.test.data"));
      return DriverManager.getConnection(new EmbeddedDatabase(data).jdbcUrl());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes something; how many rows. */
  public static int change(String sql, Object... parameters) {
    try (Connection database = connect();
        PreparedStatement statement = prepare(database, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row, as text. */
  public static String asked(String sql, Object... parameters) {
    try (Connection database = connect();
        PreparedStatement statement = prepare(database, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new AssertionError("nothing found by " + sql);
      }
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is counted there. */
  public static long count(String sql, Object... parameters) {
    return Long.parseLong(asked(sql, parameters));
  }

  private static PreparedStatement prepare(Connection database, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = database.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
