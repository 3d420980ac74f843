package dev.parley.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the database to the form that this Parley knows. */
final class Schema {

  private final DataSource database;

  Schema(DataSource database) {
    this.database = database;
  }

  /** Connects and migrates. */
  void prepare() throws StartupProblem {
    try (Connection connection = database.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 13) {
        throw new StartupProblem("it needs PostgreSQL 13 or newer, this is " + version, null);
      }
    } catch (SQLException e) {
      throw new StartupProblem(sentence(e), e);
    } catch (IllegalArgumentException e) {
      throw new StartupProblem(e.getMessage(), e);
    }
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration")
            .load();
    refuseNewer(flyway);
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StartupProblem("the database can't be migrated: " + oneLine(e.getMessage()), e);
    }
  }

  private static void refuseNewer(Flyway flyway) throws StartupProblem {
    try {
      for (MigrationInfo info : flyway.info().all()) {
        if (info.getState() == MigrationState.FUTURE_SUCCESS
            || info.getState() == MigrationState.FUTURE_FAILED) {
          throw new StartupProblem(
              "the database is of a newer Parley (it has migration "
                  + info.getVersion()
                  + "); start that one, or restore the backup from before its start",
              null);
        }
      }
    } catch (FlywayException e) {
      throw new StartupProblem(oneLine(e.getMessage()), e);
    }
  }

  /** What the database itself says comes with a state; what Parley says is a sentence already. */
  private static String sentence(SQLException e) {
    String said = oneLine(e.getMessage());
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("08")) {
      return "the database can't be reached: " + said;
    }
    if (state.startsWith("28")) {
      return "the database refuses user or password: " + said;
    }
    return state.isEmpty() ? said : "the database can't be used: " + said;
  }

  private static String oneLine(String text) {
    return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
