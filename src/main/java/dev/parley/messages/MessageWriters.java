package dev.parley.messages;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The queue of messages to store and the threads that serve it. */
@ApplicationScoped
public class MessageWriters {

  private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);

  @Resource ManagedThreadFactory threads;
  @Inject Settings settings;
  @Inject MessageBatches batches;
  @Inject MessageMetrics metrics;

  private SendQueue queue;
  private final List<MessageWriter> writers = new ArrayList<>();
  private final List<Thread> running = new ArrayList<>();
  private volatile boolean stopping;

  /** Starts the threads; to be called once, when the database is ready. */
  public void start() {
    queue = new SendQueue(settings.number(Setting.PARLEY_WRITE_QUEUE));
    metrics.watch(queue);
    for (int i = 0; i < settings.number(Setting.PARLEY_WRITERS); i++) {
      MessageWriter writer = new MessageWriter(queue, batches, metrics);
      Thread thread = threads.newThread(writer);
      thread.setName("message-writer-" + i);
      writers.add(writer);
      running.add(thread);
      thread.start();
    }
  }

  /**
   * Takes a message on. Its answer comes when it is committed.
   *
   * @throws Refusal {@code rateLimited} when too many wait already, {@code restarting} when the
   *     server stops
   */
  void accept(PendingSend send) {
    if (stopping) {
      throw Refusal.of(Code.RESTARTING, "the server is restarting, try again");
    }
    if (!queue.offer(send)) {
      metrics.refused();
      throw Refusal.of(Code.RATE_LIMITED, "too many messages at once, try again");
    }
  }

  /** Takes no more, stores what was accepted, and ends the threads. */
  @PreDestroy
  public synchronized void stop() {
    stopping = true;
    writers.forEach(MessageWriter::stop);
    try {
      for (Thread thread : running) {
        thread.join(STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.clear();
  }
}
