package dev.parley.messages;

import dev.parley.kernel.Metrics;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the message path tells about itself. */
@ApplicationScoped
public class MessageMetrics {

  @Inject Metrics metrics;

  private Counter accepted;
  private Counter refused;
  private Histogram batchSize;
  private Histogram commitSeconds;

  @PostConstruct
  void register() {
    accepted =
        Counter.builder()
            .name("parley_messages_accepted_total")
            .help("Messages that were stored and acknowledged")
            .withoutExemplars()
            .register(metrics.registry());
    refused =
        Counter.builder()
            .name("parley_messages_refused_full_total")
            .help("Messages that were refused because the write queue was full")
            .register(metrics.registry());
    batchSize =
        Histogram.builder()
            .name("parley_message_batch_size")
            .help("Messages per transaction")
            .withoutExemplars()
            .classicOnly()
            .classicUpperBounds(1, 2, 4, 8, 16, 32, 64, 128, 256)
            .register(metrics.registry());
    commitSeconds =
        Histogram.builder()
            .name("parley_message_commit_seconds")
            .help("Seconds from the start of a storing transaction until it is committed")
            .withoutExemplars()
            .classicOnly()
            .classicUpperBounds(.0005, .001, .002, .005, .01, .02, .05, .1, .5, 1, 5)
            .register(metrics.registry());
  }

  /** A transaction stored so many messages in so many nanoseconds. */
  void stored(int messages, long nanos) {
    accepted.inc(messages);
    batchSize.observe(messages);
    commitSeconds.observe(nanos / 1e9);
  }

  /** The queue was full. */
  void refused() {
    refused.inc();
  }

  /** Lets the depth of the queue be read. */
  void watch(SendQueue queue) {
    metrics.gauge("parley_message_queue", "Messages that wait for the database", queue::size);
  }
}
