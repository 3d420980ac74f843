package dev.parley.bench;

import dev.parley.testing.Parallel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The measure of all figures: how many transactions of one INSERT each the same PostgreSQL commits
 * a second, over several connections, into a table of its own that looks like a table of messages.
 * It has the primary key only, so the measure is rather too high than too low.
 */
final class RawInserts implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final String CONTENT = "x".repeat(200);
  private static final String TABLE =
      """
      create table parley_load.raw (
        conversation bigint not null, seq bigint not null, ev bigint not null,
        sender bigint not null, key uuid not null, kind text not null, content text not null,
        created timestamptz not null default now(), primary key (conversation, seq))
      """;
  private static final String INSERT =
      """
      insert into parley_load.raw (conversation, seq, ev, sender, key, kind, content)
      values (?, ?, ?, ?, ?, 'text', ?)
      """;

  private final List<Connection> connections = new ArrayList<>();
  private final String settings;
  private long seq;

  /** Connects and makes the table. */
  RawInserts(String jdbcUrl) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(DriverManager.getConnection(jdbcUrl));
    }
    try (Statement sql = connections.get(0).createStatement()) {
      sql.execute("drop schema if exists parley_load cascade");
      sql.execute("create schema parley_load");
      sql.execute(TABLE);
      StringBuilder found = new StringBuilder("PostgreSQL ").append(show(sql, "server_version"));
      for (String name : List.of("fsync", "synchronous_commit", "shared_buffers")) {
        found.append(", ").append(name).append(' ').append(show(sql, name));
      }
      settings = found.toString();
    }
  }

  /** Returns PostgreSQL's version and the settings that matter here, as found. */
  String settings() {
    return settings;
  }

  /** Measures for some seconds; returns transactions a second. */
  double measure(int seconds) throws InterruptedException, ExecutionException {
    long first = seq;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long begin = System.nanoTime();
    List<Long> counts = Parallel.map(CONNECTIONS, i -> insert(connections.get(i), i, first, end));
    double took = (System.nanoTime() - begin) / 1e9;
    seq += counts.stream().mapToLong(Long::longValue).max().orElse(0);
    return counts.stream().mapToLong(Long::longValue).sum() / took;
  }

  @Override
  public void close() throws SQLException {
    try (Statement sql = connections.get(0).createStatement()) {
      sql.execute("drop schema parley_load cascade");
    }
    for (Connection connection : connections) {
      connection.close();
    }
  }

  private static long insert(Connection connection, int number, long first, long end)
      throws SQLException {
    long count = 0;
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      while (System.nanoTime() < end) {
        count++;
        insert.setLong(1, number);
        insert.setLong(2, first + count);
        insert.setLong(3, first + count);
        insert.setLong(4, number);
        insert.setObject(5, new UUID(number, first + count));
        insert.setString(6, CONTENT);
        insert.executeUpdate();
      }
    }
    return count;
  }

  private static String show(Statement sql, String name) throws SQLException {
    try (ResultSet row = sql.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
