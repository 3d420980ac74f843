package dev.parley.bench;

import dev.parley.testing.Account;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody with one conversation in front of them, who checks that its messages come without a gap
 * and in order. After {@link #open} it lives on the thread of its loop.
 */
class Member implements WsHandler, MessageScan.Sink {
  private static final long ASLEEP = -1;

  final Account account;
  final String chat;
  final WsLoop loop;
  final Tally tally;
  final Faults faults;
  private final MessageScan scan = new MessageScan();
  private final CompletableFuture<Void> focused = new CompletableFuture<>();
  private Sender awaiting;
  private WsConnection connection;
  private long last = ASLEEP;
  private long now;
  private int arrived;

  /** Prepares a member; {@link #open} connects it. */
  Member(Account account, String chat, WsLoop loop, Tally tally, Faults faults) {
    this.account = account;
    this.chat = chat;
    this.loop = loop;
    this.tally = tally;
    this.faults = faults;
  }

  /** Connects and puts the conversation in front; done when the server has answered that. */
  CompletableFuture<Void> open(URI socket) throws IOException {
    connection = WsConnection.open(socket, account.token(), loop, this);
    String focus =
        "{\"type\":\"focus\",\"id\":\"f\",\"payload\":{\"chatID\":\"%s\"}}\n".formatted(chat);
    loop.execute(() -> connection.send(focus.getBytes(StandardCharsets.US_ASCII)));
    return focused;
  }

  /** From now on every message after the given number must arrive. */
  void expectAfter(long seq) {
    last = seq;
  }

  /** Returns the number of the last message that arrived. */
  long last() {
    return last;
  }

  /** Lets a sender know what arrives here. */
  void awaitedBy(Sender sender) {
    awaiting = sender;
  }

  /** Sends joined messages. */
  void send(byte[] messages) {
    connection.send(messages);
  }

  /** Disconnects. */
  void close() {
    connection.close();
  }

  @Override
  public void onText(byte[] bytes, int from, int to) {
    now = System.nanoTime();
    arrived = 0;
    scan.scan(bytes, from, to, this);
    if (arrived > 0) {
      tally.deliveries.add(arrived);
    }
  }

  @Override
  public void push(long seq, long sentAt) {
    if (last == ASLEEP) {
      return;
    }
    if (seq != last + 1) {
      faults.add("out of order", account.name() + " had " + last + " and got " + seq);
    }
    last = seq;
    arrived++;
    if (tally.measuring) {
      tally.latencies.record(now - sentAt);
    }
    if (awaiting != null) {
      awaiting.reached(seq);
    }
  }

  @Override
  public void receipt(long seq) {
    faults.add("receipt for nothing", account.name() + " got one for " + seq);
  }

  @Override
  public void focused() {
    focused.complete(null);
  }

  @Override
  public void refused(String message) {
    faults.add("refused", message);
    focused.completeExceptionally(new IOException(message));
  }

  @Override
  public void onClosed(int code) {
    faults.add("closed with " + code, account.name());
    focused.completeExceptionally(new IOException("closed with " + code));
  }
}
