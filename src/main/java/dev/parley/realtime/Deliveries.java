package dev.parley.realtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;

/**
 * The shards of this node, each for a part of the accounts: encodes what is published, once for all
 * sockets, and gives it to the shards that it concerns. May be used by many threads at once.
 */
final class Deliveries {

  private final List<Shard> shards = new ArrayList<>();
  private final LongAdder delivered = new LongAdder();
  private final Surroundings around;

  Deliveries(int number, ThreadFactory threads, Surroundings around) {
    this.around = around;
    for (int i = 0; i < number; i++) {
      Shard shard = new Shard(delivered, around);
      shards.add(shard);
      Thread thread = threads.newThread(shard);
      thread.setName("delivery-" + i);
      thread.start();
    }
  }

  /** The shard of an account. */
  Shard of(long accountId) {
    return shards.get((int) Math.floorMod(accountId, (long) shards.size()));
  }

  /** How many messages were sent to sockets. */
  long delivered() {
    return delivered.sum();
  }

  /** How much work waits for the delivering threads. */
  int backlog() {
    return shards.stream().mapToInt(Shard::backlog).sum();
  }

  void stop() {
    shards.forEach(Shard::stop);
  }

  /** Who has one of these conversations in front, by conversation. Not on a shard's thread. */
  Map<Long, Set<Long>> readers(Collection<Long> conversationIds) {
    Map<Long, Set<Long>> readers = new HashMap<>();
    for (Shard shard : shards) {
      shard
          .call(() -> shard.desk().readers(conversationIds))
          .join()
          .forEach((id, some) -> readers.computeIfAbsent(id, any -> new HashSet<>()).addAll(some));
    }
    return readers;
  }

  /** Takes what a broker brings; changes of one conversation must come in order. */
  void deliver(Publication publication) {
    if (publication instanceof Publication.ToConversation change) {
      deliver(change);
    } else if (publication instanceof Publication.ToAccount one) {
      Broadcast news = Broadcast.of(one.item());
      Shard shard = of(one.accountId());
      shard.execute(() -> shard.fanout().toAccount(one.accountId(), news));
    } else if (publication instanceof Publication.ToAccounts some) {
      Broadcast news = Broadcast.of(some.item());
      shards.forEach(
          s -> s.execute(() -> some.accountIds().forEach(id -> s.fanout().toAccount(id, news))));
    } else if (publication instanceof Publication.ToEverybody all) {
      Broadcast news = Broadcast.of(all.item());
      boolean droppable = all.item().type().equals("presence");
      shards.forEach(
          s -> s.execute(() -> s.fanout().toEverybody(news, droppable, all.exceptAccounts())));
    } else if (publication instanceof Publication.Passage passage) {
      Broadcast news = Broadcast.of(passage.item());
      shards.forEach(s -> s.execute(() -> s.fanout().passage(passage, news)));
    } else if (publication instanceof Publication.PassageOfAcquaintance passage) {
      Broadcast news = Broadcast.of(passage.item());
      shards.forEach(s -> s.execute(() -> s.fanout().passage(passage, news)));
    } else if (publication instanceof Publication.Typing typing) {
      Broadcast news =
          Broadcast.of(
              new Item(
                  "typing",
                  Map.of(
                      "chatID", Long.toString(typing.conversationId()),
                      "userID", Long.toString(typing.accountId()))));
      shards.forEach(s -> s.execute(() -> s.fanout().typing(typing, news)));
    } else if (publication instanceof Publication.Own own) {
      deliver(own);
    } else if (publication instanceof Publication.ReceiptsSwitched switched) {
      around.receiptsSwitched(switched.accountId());
    } else if (publication instanceof Publication.LoginsEnded ended) {
      Shard shard = of(ended.accountId());
      shard.execute(() -> shard.desk().end(ended));
    }
  }

  private void deliver(Publication.ToConversation change) {
    Broadcast news = Broadcast.of(change.items());
    Broadcast gone =
        change.left().isEmpty()
            ? null
            : Broadcast.of(
                new Item(
                    "conversationGone", Map.of("chatID", Long.toString(change.conversationId()))));
    shards.forEach(s -> s.execute(() -> s.fanout().deliver(change, news, gone)));
  }

  private void deliver(Publication.Own own) {
    Broadcast news = Broadcast.of(own.item());
    Shard shard = of(own.accountId());
    shard.execute(() -> shard.fanout().toAccount(own.accountId(), news));
    around.own(own);
  }

  /** To everybody who hears a conversation, but for some accounts. */
  void toOthers(long conversationId, Set<Long> exceptAccounts, Item item) {
    Broadcast news = Broadcast.of(item);
    shards.forEach(s -> s.execute(() -> s.fanout().toOthers(conversationId, exceptAccounts, news)));
  }

  /**
   * What is unread: to an account's sockets.
   *
   * @param all whether also to those that get the messages in full, and count for themselves
   */
  void activity(long accountId, long conversationId, boolean all, Item item) {
    Broadcast news = Broadcast.of(item);
    Shard shard = of(accountId);
    shard.execute(() -> shard.fanout().activity(accountId, conversationId, all, news));
  }
}
