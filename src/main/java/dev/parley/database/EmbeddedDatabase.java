package dev.parley.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A PostgreSQL of Parley's own, in the data directory, with durable settings. It survives the JVM
 * that started it: after a {@code kill -9} the next start finds it running and goes on with it.
 */
final class EmbeddedDatabase {

  private static final String DATABASE = "parley";
  private static final String USER = "postgres";
  private static final String ACCESS =
      """
      # Written by Parley: only from this machine, only with the password.
      local all all scram-sha-256
      host  all all 127.0.0.1/32 scram-sha-256
      host  all all ::1/128      scram-sha-256
      """;

  /** Held for as long as the JVM lives; see {@link DataDirectory}. */
  private static DataDirectory held;

  private EmbeddedDatabase() {}

  /**
   * Starts the database, or finds it running.
   *
   * @throws SQLException with a sentence for the person who runs the server
   */
  static DatabaseUrl start() throws SQLException {
    Path root = DataDirectory.configured();
    try {
      DataDirectory data = DataDirectory.open(root);
      held = data;
      Optional<Postmaster> running = Postmaster.of(data.postgres());
      int port = running.isPresent() ? running.get().port() : launch(data);
      Runtime.getRuntime().addShutdownHook(new Thread(EmbeddedDatabase::stopLast, "postgres-stop"));
      prepare(data, port);
      return url(port, DATABASE, data.password());
    } catch (DataDirectory.Unusable e) {
      throw new SQLException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw new SQLException(
          "the embedded PostgreSQL in " + root + " can't be started: " + e.getMessage(), e);
    }
  }

  private static DatabaseUrl url(int port, String database, String password) {
    return new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
  }

  @SuppressWarnings("resource") // It is to go on running; stop() ends it.
  private static int launch(DataDirectory data) throws IOException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.postgres())
            // Not in /tmp, which others write to and which is swept while PostgreSQL runs.
            .setOverrideWorkingDirectory(data.programs().toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setConnectConfig("password", data.password())
            .setPgBinaryResolver(EmbeddedDatabase::binaries)
            // Recovery after a crash can take its time.
            .setPGStartupWait(Duration.ofMinutes(2))
            // The library means to serve throw-away tests and says -F, which is fsync=off; the last
            // word counts, and prepare() checks it.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("timezone", "UTC")
            // A week of logs, each day's file overwritten a week later.
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_filename", "postgres-%a.log")
            .setServerConfig("log_truncate_on_rotation", "on")
            .setServerConfig("log_rotation_age", "1d")
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();
    return postgres.getPort();
  }

  /** The server's class loaders find each file twice, which the library's own search refuses. */
  private static InputStream binaries(String system, String machine) throws IOException {
    String name =
        "/postgres-%s-%s.txz"
            .formatted(system.toLowerCase(Locale.ROOT), ArchUtils.normalize(machine));
    InputStream found = EmbeddedPostgres.class.getResourceAsStream(name);
    if (found == null) {
      throw new IOException(
          "there is none for " + system + " on " + machine + "; set DATABASE_URL instead");
    }
    return found;
  }

  /** Closes the door that initdb leaves open, makes the database, checks. Safe to repeat. */
  private static void prepare(DataDirectory data, int port) throws SQLException, IOException {
    DataSource maintenance = ParleyDataSource.connectingTo(url(port, "postgres", data.password()));
    try (Connection connection = maintenance.getConnection();
        Statement statement = connection.createStatement()) {
      for (String durable : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        refuseOff(statement, durable);
      }
      Path access = data.postgres().resolve("pg_hba.conf");
      if (!Files.readString(access).equals(ACCESS)) {
        // The password is hexadecimal, so it needs no quoting.
        statement.execute("ALTER USER postgres PASSWORD '" + data.password() + "'");
        Files.writeString(access, ACCESS);
        statement.execute("SELECT pg_reload_conf()");
      }
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + DATABASE + " ENCODING 'UTF8' TEMPLATE template0");
    }
  }

  /** Parley promises that what it acknowledged is stored; PostgreSQL must promise it, too. */
  private static void refuseOff(Statement statement, String setting) throws SQLException {
    try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
      shown.next();
      if (!shown.getString(1).equals("on")) {
        throw new SQLException(
            "the embedded PostgreSQL has %s=%s, so messages could be lost"
                .formatted(setting, shown.getString(1)));
      }
    }
  }

  private static void stopLast() {
    try {
      // The application finishes what it accepted first.
      Applications.awaitStopped(Duration.ofSeconds(15));
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops PostgreSQL, if it was started here or found running. */
  static synchronized void stop() throws InterruptedException {
    Optional<Postmaster> running = held == null ? Optional.empty() : Postmaster.of(held.postgres());
    try {
      if (running.isPresent()) {
        running.get().stop(10);
      }
    } catch (IOException e) {
      System.err.println("The embedded PostgreSQL could not be stopped: " + e.getMessage());
    }
  }
}
