package dev.parley.messages;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Binds whole columns to a statement, one after the other, each as an array. */
final class Columns {

  private final Connection connection;
  private final PreparedStatement statement;
  private int bound;

  Columns(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  void bigints(Stream<Long> values) throws SQLException {
    statement.setArray(++bound, connection.createArrayOf("bigint", values.toArray()));
  }

  void texts(Stream<String> values) throws SQLException {
    statement.setArray(++bound, connection.createArrayOf("text", values.toArray()));
  }
}
