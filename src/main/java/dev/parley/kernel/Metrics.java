package dev.parley.kernel;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Where everything that is counted is registered; see {@code /metrics}. */
@ApplicationScoped
public class Metrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();

  public PrometheusRegistry registry() {
    return registry;
  }

  /** Registers a count that only rises and is read when somebody looks. */
  public void counter(String name, String help, LongSupplier value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsLong()))
        .register(registry);
  }

  /** Registers a number that is read when somebody looks. */
  public void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsInt()))
        .register(registry);
  }
}
