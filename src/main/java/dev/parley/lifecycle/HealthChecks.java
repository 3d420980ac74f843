package dev.parley.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/** What {@code /health/live}, {@code /health/ready} and {@code /health/started} ask. */
@ApplicationScoped
public class HealthChecks {

  @Inject Readiness readiness;

  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.up("parley");
  }

  @Produces
  @org.eclipse.microprofile.health.Readiness
  HealthCheck ready() {
    return () -> HealthCheckResponse.named("database").status(readiness.ready()).build();
  }

  @Produces
  @Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.named("migrations").status(readiness.started()).build();
  }
}
