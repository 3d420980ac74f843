package dev.parley.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to Parley's database. The first one finds out which it is: the PostgreSQL that {@code
 * DATABASE_URL} names, or else an embedded one in the data directory, which is started then.
 */
public class ParleyDataSource implements DataSource {

  /** The server may make several data sources; the database behind them is one. */
  private static PGSimpleDataSource shared;

  /**
   * The database, located and if need be started.
   *
   * @throws SQLException if the embedded PostgreSQL can't be started; the message is a sentence for
   *     the person who runs the server
   */
  private static synchronized PGSimpleDataSource database() throws SQLException {
    if (shared == null) {
      String url = Environment.get("DATABASE_URL");
      shared = connectingTo(url.isEmpty() ? EmbeddedDatabase.start() : DatabaseUrl.parse(url));
    }
    return shared;
  }

  /** Stops the embedded PostgreSQL, if there is one; for a start that failed. */
  public static void abandon() throws InterruptedException {
    EmbeddedDatabase.stop();
  }

  static PGSimpleDataSource connectingTo(DatabaseUrl url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url.jdbc());
    if (url.user() != null) {
      source.setUser(url.user());
    }
    if (url.password() != null) {
      source.setPassword(url.password());
    }
    source.setApplicationName("parley");
    source.setConnectTimeout(5);
    source.setTcpKeepAlive(true);
    // A database that stopped answering must not hold its callers for ever. It is longer than any
    // pause that a sound database makes.
    source.setSocketTimeout(60);
    return source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database().getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return database().getConnection(user, password);
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // PostgreSQL's driver logs through java.util.logging.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The connect timeout above is the one that counts.
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("Not a wrapper for " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
