package dev.parley.bench;

import dev.parley.testing.Account;

/**
 * A member who also writes, with a fixed number of messages in flight. A message is in flight until
 * its receipt has come and the awaited member (the sender's own socket in a room, the partner's in
 * a pair) has got it.
 */
final class Sender extends Member {
  private final SendTemplate template;
  private final long[] unreached;
  private int unreachedCount;
  private long lowest = Long.MAX_VALUE;
  private long reached;
  private int inFlight;
  private long budget;
  private long highestReceipt;

  /**
   * Prepares a sender.
   *
   * @param window the most messages in flight
   */
  Sender(Account account, String chat, WsLoop loop, Tally tally, Faults faults, int window) {
    super(account, chat, loop, tally, faults);
    this.template = new SendTemplate(chat);
    this.unreached = new long[window];
  }

  /** Names the member, on the same loop, whose getting a message takes it out of flight. */
  void awaits(Member member) {
    member.awaitedBy(this);
  }

  /** Sends as many messages as may be in flight, and goes on until the budget is used up. */
  void start(long messages) {
    budget = messages;
    while (inFlight < unreached.length && budget > 0) {
      write(System.nanoTime());
    }
  }

  /**
   * Sends one message beside the budget unless as many as may be are in flight.
   *
   * @param due when it should go out; a late start counts as part of its way
   */
  void tick(long due) {
    if (inFlight == unreached.length) {
      faults.add("behind the pace", account.name() + " still has messages in flight");
      return;
    }
    budget++;
    write(due);
  }

  /** Sends nothing more. */
  void stop() {
    budget = 0;
  }

  /** Returns whether nothing is in flight and nothing is left to send. */
  boolean idle() {
    return inFlight == 0 && budget == 0;
  }

  /** Returns the highest number a receipt told. */
  long highestReceipt() {
    return highestReceipt;
  }

  /** The awaited member got a message. */
  void reached(long seq) {
    reached = seq;
    if (seq >= lowest) {
      release();
    }
  }

  @Override
  public void receipt(long seq) {
    if (unreachedCount == unreached.length) {
      super.receipt(seq);
      return;
    }
    tally.receipts.increment();
    highestReceipt = Math.max(highestReceipt, seq);
    unreached[unreachedCount++] = seq;
    lowest = Math.min(lowest, seq);
    if (reached >= lowest) {
      release();
    }
  }

  @Override
  public void refused(String message) {
    super.refused(message);
    // What was refused is no longer in flight; going on at once would only repeat it.
    inFlight--;
    budget = 0;
  }

  private void release() {
    int kept = 0;
    lowest = Long.MAX_VALUE;
    for (int i = 0; i < unreachedCount; i++) {
      if (unreached[i] > reached) {
        unreached[kept++] = unreached[i];
        lowest = Math.min(lowest, unreached[i]);
      } else {
        inFlight--;
      }
    }
    unreachedCount = kept;
    while (inFlight < unreached.length && budget > 0) {
      write(System.nanoTime());
    }
  }

  private void write(long sentAt) {
    budget--;
    inFlight++;
    send(template.next(sentAt));
  }
}
