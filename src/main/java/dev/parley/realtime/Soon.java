package dev.parley.realtime;

import dev.parley.messages.Receipts;
import dev.parley.people.OnlinePeople;
import dev.parley.people.People;
import dev.parley.people.Person;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is told soon instead of at once, because it comes often and only its latest state matters:
 * presence, other people's read marks, and new messages in the background.
 */
@ApplicationScoped
public class Soon {

  private static final long INTERVAL_MILLIS = 1000;
  private static final String EVERYBODY = "everybody";

  @Resource ManagedThreadFactory threads;
  @EJB Hub hub;
  @Inject Broker broker;
  @Inject Receipts receipts;
  @Inject OnlinePeople online;
  @Inject People people;

  private final Coalescer<String, Map<Long, Boolean>> presence =
      new Coalescer<>(INTERVAL_MILLIS, Soon::later, (key, changes) -> tellPresence(changes));
  private final Coalescer<Long, Map<Long, Long>> marks =
      new Coalescer<>(INTERVAL_MILLIS, Soon::later, this::tellMarks);
  private final Coalescer<Long, Desk.Background> background =
      new Coalescer<>(INTERVAL_MILLIS, Soon::both, this::tellBackground);

  @PostConstruct
  void start() {
    threads.newThread(presence).start();
    threads.newThread(marks).start();
    threads.newThread(background).start();
  }

  @PreDestroy
  void stop() {
    presence.stop();
    marks.stop();
    background.stop();
  }

  /** Somebody came or went. */
  void presence(long accountId, boolean here) {
    if (online.set(accountId, here)) {
      presence.note(EVERYBODY, Map.of(accountId, here));
    }
  }

  /** Somebody has read; for the others in the conversation. */
  void read(long conversationId, long accountId, long seq) {
    marks.note(conversationId, Map.of(accountId, seq));
  }

  /** There are new messages for those who keep the conversation in the background. */
  void background(long conversationId, Desk.Background news) {
    background.note(conversationId, news);
  }

  private void tellPresence(Map<Long, Boolean> changes) {
    List<Map<String, String>> came = new ArrayList<>();
    List<String> went = new ArrayList<>();
    changes.forEach(
        (id, here) -> {
          if (here) {
            Person person = people.get(id);
            came.add(
                Map.of("id", person.id(), "name", person.name(), "fullName", person.fullName()));
          } else {
            went.add(Long.toString(id));
          }
        });
    broker.publish(
        new Publication.ToEverybody(new Item("presence", Map.of("online", came, "offline", went))));
  }

  private void tellMarks(long conversationId, Map<Long, Long> read) {
    read.forEach(
        (accountId, seq) ->
            hub.toOthers(
                conversationId,
                Set.of(accountId),
                new Item(
                    "readMark",
                    Map.of(
                        "chatID", Long.toString(conversationId),
                        "userID", Long.toString(accountId),
                        "seq", seq))));
  }

  private void tellBackground(long conversationId, Desk.Background news) {
    Map<Long, Long> unread = receipts.unreadIn(conversationId, news.accountIds());
    unread.forEach(
        (accountId, count) -> {
          Map<String, Object> activity = new HashMap<>();
          activity.put("chatID", Long.toString(conversationId));
          activity.put("ev", news.ev());
          activity.put("unread", count);
          if (news.seq() > 0) {
            activity.put("seq", news.seq());
          }
          hub.activity(accountId, conversationId, new Item("chatActivity", activity));
        });
  }

  private static <V> Map<Long, V> later(Map<Long, V> before, Map<Long, V> now) {
    Map<Long, V> both = new HashMap<>(before);
    both.putAll(now);
    return both;
  }

  private static Desk.Background both(Desk.Background before, Desk.Background now) {
    Set<Long> accountIds = new HashSet<>(before.accountIds());
    accountIds.addAll(now.accountIds());
    return new Desk.Background(
        Math.max(before.seq(), now.seq()), Math.max(before.ev(), now.ev()), accountIds);
  }
}
