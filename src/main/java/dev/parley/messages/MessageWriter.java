package dev.parley.messages;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One of the threads that store messages: takes what waits, stores it in one transaction, answers.
 */
final class MessageWriter implements Runnable {

  private static final Logger LOG = Logger.getLogger(MessageWriter.class.getName());

  /** Beyond this a bigger batch gains nothing, and its first message waits longer. */
  private static final int MOST = 256;

  private static final long POLL_MILLIS = 500;

  private final SendQueue queue;
  private final MessageBatches batches;
  private final MessageMetrics metrics;
  private volatile boolean stopping;

  MessageWriter(SendQueue queue, MessageBatches batches, MessageMetrics metrics) {
    this.queue = queue;
    this.batches = batches;
    this.metrics = metrics;
  }

  /** Lets the thread end as soon as nothing waits any more. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    try {
      while (true) {
        SendQueue.Batch batch = queue.take(MOST, POLL_MILLIS);
        if (!batch.sends().isEmpty()) {
          queue.release(batch, store(batch.sends()));
        } else if (stopping) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what has to be tried again; everything else is answered. */
  private List<PendingSend> store(List<PendingSend> sends) {
    List<PendingSend> firsts = withoutRepeats(sends);
    try {
      long start = System.nanoTime();
      MessageBatches.Result result = batches.store(firsts);
      metrics.stored(result.outcomes().size(), System.nanoTime() - start);
      answer(firsts, result);
      return result.postponed();
    } catch (RuntimeException e) {
      return sends.size() == 1 ? failed(sends.get(0), e) : oneByOne(firsts, e);
    }
  }

  /**
   * A key that another node stores at this very moment makes the whole batch fail, and so does an
   * attachment that can't be attached. Alone, each message shows what it is: stored, stored before,
   * refused, or in trouble.
   */
  private List<PendingSend> oneByOne(List<PendingSend> sends, RuntimeException cause) {
    LOG.log(Level.FINE, "A batch of messages is tried one by one", cause);
    if (!isUniqueViolation(cause) && !(cause instanceof Refusal)) {
      sends.forEach(send -> failed(send, cause));
      return List.of();
    }
    List<PendingSend> postponed = new ArrayList<>();
    for (PendingSend send : sends) {
      postponed.addAll(store(List.of(send)));
    }
    return postponed;
  }

  private static boolean isUniqueViolation(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof java.sql.SQLException sql && "23505".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static List<PendingSend> failed(PendingSend send, RuntimeException cause) {
    if (isUniqueViolation(cause)) {
      return List.of(send); // The other one is committed now: the next try finds it.
    }
    if (cause instanceof Refusal) {
      send.answer().completeExceptionally(cause);
      return List.of();
    }
    LOG.log(Level.WARNING, "Messages could not be stored: {0}", rootMessage(cause));
    LOG.log(Level.FINE, "Messages could not be stored", cause);
    send.answer()
        .completeExceptionally(
            Refusal.of(Code.INTERNAL, "the message could not be stored, try again"));
    return List.of();
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  /**
   * The statement compares with what is stored, not with the rest of the batch: the second of two
   * sends with one key therefore waits for the outcome of the first.
   */
  private static List<PendingSend> withoutRepeats(List<PendingSend> sends) {
    record Named(long senderId, String key) {}
    Map<Named, PendingSend> named = new HashMap<>();
    List<PendingSend> firsts = new ArrayList<>(sends.size());
    for (PendingSend send : sends) {
      PendingSend first =
          send.key() == null
              ? null
              : named.putIfAbsent(new Named(send.senderId(), send.key()), send);
      if (first == null) {
        firsts.add(send);
      } else {
        first.answer().whenComplete((receipt, refusal) -> repeat(first, send, receipt, refusal));
      }
    }
    return firsts;
  }

  private static void repeat(
      PendingSend first, PendingSend send, Receipt receipt, Throwable refusal) {
    if (refusal != null) {
      send.answer().completeExceptionally(refusal);
    } else if (first.repeats(send)) {
      send.answer()
          .complete(
              new Receipt(
                  receipt.messageID(), receipt.seq(), receipt.ev(), receipt.dateCreate(), true));
    } else {
      send.answer().completeExceptionally(BatchNumbering.keyTaken());
    }
  }

  private static void answer(List<PendingSend> sends, MessageBatches.Result result) {
    for (PendingSend send : sends) {
      MessageBatches.Outcome outcome = result.outcomes().get(send);
      if (outcome != null && outcome.refusal() == null) {
        send.answer().complete(outcome.receipt());
      } else if (outcome != null) {
        send.answer().completeExceptionally(outcome.refusal());
      } else if (!result.postponed().contains(send)) {
        send.answer().completeExceptionally(Refusal.notFound("conversation"));
      }
    }
  }
}
