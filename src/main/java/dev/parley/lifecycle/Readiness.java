package dev.parley.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether Parley can serve: migrated, not stopping, and the database answers. */
@ApplicationScoped
public class Readiness {

  private static final int SECONDS = 2;

  @Resource(lookup = "jdbc/parley")
  DataSource database;

  private volatile boolean started;
  private volatile boolean stopping;

  void start() {
    started = true;
  }

  void stop() {
    stopping = true;
  }

  /** Whether the database has the form that this Parley knows. */
  boolean started() {
    return started;
  }

  boolean ready() {
    return started && !stopping && answers();
  }

  private boolean answers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
