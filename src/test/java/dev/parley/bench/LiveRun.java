package dev.parley.bench;

import dev.parley.testing.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;

/** Members with open sockets, from their connecting to the check that nobody misses a message. */
final class LiveRun implements AutoCloseable {
  private static final int DRAIN_SECONDS = 20;
  private static final String COMPLETE = "every message, once, in order";

  private final Stage stage;
  private final List<Tally> tallies = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Sender> senders = new ArrayList<>();
  private final Faults faults = new Faults();

  /** Prepares a run without anybody in it. */
  LiveRun(Stage stage) {
    this.stage = stage;
    stage.loops().forEach(loop -> tallies.add(new Tally()));
  }

  /** Adds a receiver, served by the loop with the given number (modulo how many there are). */
  Member receiver(Account account, String chat, int loop) {
    int l = loop % tallies.size();
    Member member = new Member(account, chat, stage.loops().get(l), tallies.get(l), faults);
    members.add(member);
    return member;
  }

  /** Adds a sender; {@link Sender#awaits} tells when a message is no longer in flight. */
  Sender sender(Account account, String chat, int loop, int window) {
    int l = loop % tallies.size();
    Sender sender = new Sender(account, chat, stage.loops().get(l), tallies.get(l), faults, window);
    members.add(sender);
    senders.add(sender);
    return sender;
  }

  /** Returns the senders added so far. */
  List<Sender> senders() {
    return senders;
  }

  /** Connects everybody, each with their conversation in front. */
  void open() throws Exception {
    List<CompletableFuture<Void>> opening = new ArrayList<>();
    Map<String, Long> seqs = new HashMap<>();
    for (Member member : members) {
      opening.add(member.open(stage.socket()));
    }
    Loops.await(opening);
    for (Member member : members) {
      if (!seqs.containsKey(member.chat)) {
        seqs.put(member.chat, stage.conversations().lastSeq(member.chat, member.account));
      }
    }
    Loops.forEach(members, member -> member.expectAfter(seqs.get(member.chat)));
  }

  /** Lets every sender send so many messages, as fast as the windows allow. */
  void start(long messages) throws InterruptedException, ExecutionException, TimeoutException {
    Loops.forEach(senders, sender -> sender.start(messages));
  }

  /** Warms up and counts for the times of the stage. */
  Result measure() throws InterruptedException, ExecutionException, TimeoutException {
    TimeUnit.SECONDS.sleep(stage.timing().warmUpSeconds());
    tallies.forEach(tally -> tally.measuring = true);
    long begin = System.nanoTime();
    long receipts = sum(tally -> tally.receipts.sum());
    long deliveries = sum(tally -> tally.deliveries.sum());
    TimeUnit.SECONDS.sleep(stage.timing().seconds());
    double seconds = (System.nanoTime() - begin) / 1e9;
    receipts = sum(tally -> tally.receipts.sum()) - receipts;
    deliveries = sum(tally -> tally.deliveries.sum()) - deliveries;
    tallies.forEach(tally -> tally.measuring = false);
    Loops.forEach(senders, Sender::stop);
    drain(DRAIN_SECONDS);
    Latencies latencies = new Latencies();
    // The loops have met this thread in drain() since they last wrote, so this reads all of it.
    tallies.forEach(tally -> latencies.add(tally.latencies));
    return new Result(
        receipts / seconds, deliveries / seconds, latencies, faults.summary(), COMPLETE);
  }

  /**
   * Waits until nothing is left to send or in flight and every member has the last message of their
   * conversation; after the seconds given that is a fault. Returns all faults so far.
   */
  String drain(int seconds) throws InterruptedException, ExecutionException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    String missing = missing();
    while (!missing.isEmpty() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
      missing = missing();
    }
    if (!missing.isEmpty()) {
      faults.add("not everything arrived", missing);
    }
    return faults.summary();
  }

  /** Disconnects everybody. */
  @Override
  public void close() throws InterruptedException, ExecutionException, TimeoutException {
    Loops.forEach(members, Member::close);
  }

  private String missing() throws InterruptedException, ExecutionException, TimeoutException {
    ConcurrentLinkedQueue<String> missing = new ConcurrentLinkedQueue<>();
    Map<String, Long> highest = new ConcurrentHashMap<>();
    Loops.forEach(
        senders,
        sender -> {
          highest.merge(sender.chat, sender.highestReceipt(), Math::max);
          if (!sender.idle()) {
            missing.add(sender.account.name() + " has messages in flight");
          }
        });
    Loops.forEach(
        members,
        member -> {
          if (member.last() < highest.getOrDefault(member.chat, 0L)) {
            missing.add(member.account.name() + " got nothing after " + member.last());
          }
        });
    return missing.isEmpty() ? "" : missing.size() + " cases, such as " + missing.peek();
  }

  private long sum(ToLongFunction<Tally> count) {
    return tallies.stream().mapToLong(count).sum();
  }
}
