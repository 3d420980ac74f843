package dev.parley.crash;

import dev.parley.testing.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Writes one message after the other, and tries each until the server has acknowledged it. */
final class Writer implements Runnable {
  /** Refusals that say something about the moment; any other one says the message is wrong. */
  private static final Set<String> TRY_AGAIN = Set.of("", "internal", "rateLimited", "restarting");

  private static final long GIVE_UP_SECONDS = 300;
  private static final int PAUSE_MILLIS = 20;
  private static final int RETRY_MILLIS = 300;

  /** One message in so many is sent again after its receipt. */
  private static final int ECHO = 20;

  private final Wire wire;
  private final List<String> chats;
  private final Ledger ledger;
  private volatile boolean stopped;

  /** Writes to any of the conversations, at random. */
  Writer(Wire wire, List<String> chats, Ledger ledger) {
    this.wire = wire;
    this.chats = chats;
    this.ledger = ledger;
  }

  /** Lets the message in hand be the last. */
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        write();
        TimeUnit.MILLISECONDS.sleep(random(PAUSE_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      wire.drop();
    }
  }

  private void write() throws InterruptedException {
    String chat = chats.get(random(chats.size()));
    String key = UUID.randomUUID().toString();
    // The content begins with the key: a reader of the history sees nothing else of the sender.
    String content = key + " " + "x".repeat(random(200));
    ledger.begin(key);
    long begun = System.nanoTime();
    Receipt receipt = persist(chat, content, key, begun);
    if (receipt == null) {
      return;
    }
    ledger.acknowledge(new Ledger.Entry(chat, key, receipt, begun, System.nanoTime()));
    if (random(ECHO) == 0) {
      Receipt second = persist(chat, content, key, System.nanoTime());
      if (second != null && !(second.agrees(receipt) && second.duplicate())) {
        ledger.broken("sent again, " + receipt + " became " + second);
      }
    }
  }

  /** Tries until there is a receipt; null when there will be none. */
  private Receipt persist(String chat, String content, String key, long begun)
      throws InterruptedException {
    while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS)) {
      try {
        return wire.send(chat, content, key);
      } catch (RefusedException e) {
        if (!TRY_AGAIN.contains(e.code())) {
          ledger.broken(e.getMessage());
          return null;
        }
        ledger.retry(e.code().isEmpty() ? e.getMessage() : e.code());
      } catch (SilenceException e) {
        ledger.broken(e.getMessage());
        wire.drop();
      } catch (IOException e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        ledger.retry(reason.getClass().getSimpleName());
        wire.drop();
      }
      TimeUnit.MILLISECONDS.sleep(random(RETRY_MILLIS));
    }
    ledger.broken("not stored within " + GIVE_UP_SECONDS + " s");
    return null;
  }

  private static int random(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }
}
