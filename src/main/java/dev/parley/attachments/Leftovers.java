package dev.parley.attachments;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes what nobody needs any more: uploads that were in no message after a day, and the bytes of
 * attachments that are gone.
 */
@ApplicationScoped
public class Leftovers {

  private static final Logger LOG = Logger.getLogger(Leftovers.class.getName());
  private static final long EVERY_SECONDS = 5;

  @Resource ManagedScheduledExecutorService executor;
  @Inject UploadRecords records;
  @Inject BlobRemovals removals;
  @Inject AttachmentStores stores;

  private ScheduledFuture<?> running;

  /** Begins; to be called once, when the database is ready. */
  public void start() {
    running =
        executor.scheduleWithFixedDelay(
            this::remove, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends. */
  @PreDestroy
  public void stop() {
    if (running != null) {
      running.cancel(false);
    }
  }

  private void remove() {
    try {
      records.removeUnclaimed();
      List<UUID> gone = new ArrayList<>();
      for (UUID blob : removals.due()) {
        for (AttachmentStore store : stores.all()) {
          store.remove(blob);
        }
        gone.add(blob);
      }
      removals.forget(gone);
    } catch (IOException | RuntimeException e) {
      // It is tried again; an exception that got out would be the last round.
      LOG.log(Level.FINE, "Attachments could not be removed", e);
    }
  }
}
