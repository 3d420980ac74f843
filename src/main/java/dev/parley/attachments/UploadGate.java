package dev.parley.attachments;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Bounds how many uploads are received at once: each has a thread and a temporary file. */
@ApplicationScoped
public class UploadGate {

  /** As many connections as a browser opens. */
  private static final int MOST_OF_ONE = 6;

  @Inject Settings settings;

  private final Map<Long, Integer> perPerson = new ConcurrentHashMap<>();
  private Semaphore all;

  @PostConstruct
  void readSettings() {
    all = new Semaphore(settings.number(Setting.PARLEY_UPLOADS));
  }

  /** A place for an upload; closing it gives the place back. */
  public interface Pass extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Lets an upload in.
   *
   * @param accountId whose it is, or 0 for those who are nobody yet
   * @throws Refusal {@code rateLimited} when there are too many
   */
  public Pass enter(long accountId) {
    if (!all.tryAcquire()) {
      throw tooMany();
    }
    if (perPerson.merge(accountId, 1, Integer::sum) > MOST_OF_ONE) {
      leave(accountId);
      throw tooMany();
    }
    return () -> leave(accountId);
  }

  private void leave(long accountId) {
    // Atomic in the map: nobody's count is lost, and nobody's is kept for ever.
    perPerson.computeIfPresent(accountId, (id, count) -> count == 1 ? null : count - 1);
    all.release();
  }

  private static Refusal tooMany() {
    return Refusal.of(Code.RATE_LIMITED, "too many uploads at once, try again");
  }
}
