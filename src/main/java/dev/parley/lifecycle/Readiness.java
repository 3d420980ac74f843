package dev.parley.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Ready means: migrated, not stopping, and the database answers. */
@ApplicationScoped
@org.eclipse.microprofile.health.Readiness
public class Readiness implements HealthCheck {

  private static final int SECONDS = 2;

  @Resource(lookup = "jdbc/parley")
  DataSource database;

  private volatile boolean migrated;
  private volatile boolean stopping;

  void migrated() {
    migrated = true;
  }

  void stopping() {
    stopping = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(migrated && !stopping && answers()).build();
  }

  private boolean answers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Started means: migrated. */
  @Startup
  @ApplicationScoped
  public static class Started implements HealthCheck {

    @jakarta.inject.Inject @org.eclipse.microprofile.health.Readiness Readiness readiness;

    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.named("migrations").status(readiness.migrated).build();
    }
  }
}
