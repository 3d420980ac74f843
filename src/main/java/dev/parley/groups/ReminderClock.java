package dev.parley.groups;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every few seconds whether somebody is to be reminded of an event. */
@ApplicationScoped
public class ReminderClock {

  private static final Logger LOG = Logger.getLogger(ReminderClock.class.getName());
  private static final long EVERY_SECONDS = 5;

  @Resource ManagedScheduledExecutorService executor;
  @Inject Reminders reminders;

  private ScheduledFuture<?> running;

  /** Begins; to be called once, when the database is ready. */
  public void start() {
    running =
        executor.scheduleWithFixedDelay(
            this::remind, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends. */
  @PreDestroy
  public void stop() {
    if (running != null) {
      running.cancel(false);
    }
  }

  private void remind() {
    try {
      reminders.remind();
    } catch (RuntimeException e) {
      // It is tried again; an exception that got out would be the last round.
      LOG.log(Level.FINE, "Nobody could be reminded of events", e);
    }
  }
}
