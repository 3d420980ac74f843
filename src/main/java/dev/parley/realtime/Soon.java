package dev.parley.realtime;

import dev.parley.messages.Receipts;
import dev.parley.messages.Unread;
import dev.parley.people.Blocks;
import dev.parley.people.Follows;
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

  /** Whom presence is told when it is not one account alone; below it, minus an acquaintance. */
  private static final long EVERYBODY = 0;

  @Resource ManagedThreadFactory threads;
  @EJB Hub hub;
  @Inject Broker broker;
  @Inject Receipts receipts;
  @Inject Unread unread;
  @Inject OnlinePeople online;
  @Inject People people;
  @Inject Blocks blocks;
  @Inject Follows follows;

  private final Coalescer<Long, Map<Long, Boolean>> presence =
      new Coalescer<>(INTERVAL_MILLIS, Soon::later, this::tellPresence);

  /** By conversation: who has read, and whether they have just changed who may know. */
  private final Coalescer<Long, Map<Long, Boolean>> marks =
      new Coalescer<>(INTERVAL_MILLIS, Soon::either, this::tellMarks);

  private final Coalescer<Long, Background> background =
      new Coalescer<>(INTERVAL_MILLIS, Background::both, this::tellBackground);

  /** By conversation: up to which message somebody's unread ones were counted when they changed. */
  private final Coalescer<Long, Map<Long, Long>> counts =
      new Coalescer<>(INTERVAL_MILLIS, Soon::later, this::countAgain);

  @PostConstruct
  void start() {
    threads.newThread(presence).start();
    threads.newThread(marks).start();
    threads.newThread(background).start();
    threads.newThread(counts).start();
  }

  @PreDestroy
  void stop() {
    presence.stop();
    marks.stop();
    background.stop();
    counts.stop();
  }

  /** Somebody came or went. */
  void presence(long accountId, boolean here) {
    if (online.set(accountId, here)) {
      presence.note(EVERYBODY, Map.of(accountId, here));
    }
  }

  /**
   * Who may see whether somebody is here has changed. It is told by the thread that tells of all
   * coming and going, so that of the two the later one is told last.
   */
  void presence(long accountId, Set<Long> viewerIds) {
    viewerIds.forEach(id -> presence.note(id, Map.of(accountId, online.contains(accountId))));
  }

  /**
   * Two people follow each other, one way or both, or do so no more: each may now be somebody whose
   * coming and going the other hears of. It takes the same thread as that.
   */
  void acquainted(long accountId, long otherId) {
    presence.note(-accountId, Map.of(otherId, true));
    presence.note(-otherId, Map.of(accountId, true));
  }

  /** Somebody has read; for the others in the conversation. */
  void read(long conversationId, long accountId) {
    marks.note(conversationId, Map.of(accountId, false));
  }

  /** Somebody lets others know how far they have read, or not any more. */
  void switched(long conversationId, long accountId) {
    marks.note(conversationId, Map.of(accountId, true));
  }

  /**
   * Somebody was told what is unread, up to a message. Others may have been told of later ones
   * before that, and this person too: then they must hear it again.
   */
  void counted(long conversationId, long accountId, long seq) {
    counts.note(conversationId, Map.of(accountId, seq));
  }

  /** There are new messages for those who keep the conversation in the background. */
  void background(long conversationId, Background news) {
    background.note(conversationId, news);
  }

  private void tellPresence(long viewerId, Map<Long, Boolean> changes) {
    if (viewerId < EVERYBODY) {
      tellAcquaintance(-viewerId, changes.keySet());
      return;
    }
    if (viewerId != EVERYBODY) {
      Set<Long> hidden = blocks.blockersOf(viewerId, changes.keySet());
      Map<Long, Boolean> seen = new HashMap<>();
      changes.keySet().forEach(id -> seen.put(id, online.contains(id) && !hidden.contains(id)));
      Map<Long, Person> persons = persons(seen);
      broker.publish(new Publication.ToAccount(viewerId, presence(seen, persons)));
      seen.forEach((id, here) -> tellPassage(persons.get(id), here, viewerId, Set.of()));
      return;
    }
    // Who blocks somebody is told of apart, to all but those.
    Map<Long, Set<Long>> blocked = blocks.blockedBy(changes.keySet());
    Map<Long, Person> persons = persons(changes);
    blocked.forEach(
        (id, hidden) ->
            broker.publish(
                new Publication.ToEverybody(
                    presence(Map.of(id, changes.get(id)), persons), hidden)));
    Map<Long, Boolean> open = new HashMap<>(changes);
    open.keySet().removeAll(blocked.keySet());
    if (!open.isEmpty()) {
      broker.publish(new Publication.ToEverybody(presence(open, persons)));
    }
    Map<Long, Set<Long>> known = follows.acquaintances(changes.keySet(), online.ids());
    changes.forEach(
        (id, here) -> {
          Set<Long> except = new HashSet<>(blocked.getOrDefault(id, Set.of()));
          except.add(id);
          tellPassage(persons.get(id), here, null, except);
          tellAcquaintances(persons.get(id), here, known.getOrDefault(id, Set.of()));
        });
  }

  private void tellAcquaintance(long viewerId, Set<Long> ids) {
    Map<Long, Set<Long>> known = follows.acquaintances(ids, Set.of(viewerId));
    for (Person person : people.named(ids)) {
      long id = Long.parseLong(person.id());
      boolean here = known.containsKey(id) && online.contains(id);
      tellAcquaintances(person, here, Set.of(viewerId));
    }
  }

  private void tellAcquaintances(Person person, boolean here, Set<Long> accountIds) {
    if (person != null && !accountIds.isEmpty()) {
      broker.publish(new Publication.PassageOfAcquaintance(passage(person, here), accountIds));
    }
  }

  private void tellPassage(Person person, boolean here, Long viewerId, Set<Long> except) {
    if (person != null) {
      broker.publish(new Publication.Passage(passage(person, here), viewerId, except));
    }
  }

  private static Item passage(Person person, boolean here) {
    return new Item(here ? "newOnlineUser" : "offlineUser", new Passed(person.id(), person.name()));
  }

  private Map<Long, Person> persons(Map<Long, Boolean> changes) {
    Map<Long, Person> persons = new HashMap<>();
    people.named(changes.keySet()).forEach(p -> persons.put(Long.parseLong(p.id()), p));
    return persons;
  }

  private static Item presence(Map<Long, Boolean> changes, Map<Long, Person> persons) {
    List<Map<String, String>> came = new ArrayList<>();
    List<String> went = new ArrayList<>();
    changes.forEach(
        (id, here) -> {
          Person person = persons.get(id);
          if (here && person != null) {
            came.add(
                Map.of("id", person.id(), "name", person.name(), "fullName", person.fullName()));
          } else if (!here) {
            went.add(Long.toString(id));
          }
        });
    return new Item("presence", Map.of("online", came, "offline", went));
  }

  /** Reads the marks only now, so that they never go down and what is hidden by now stays so. */
  private void tellMarks(long conversationId, Map<Long, Boolean> accounts) {
    for (Receipts.Seen seen : receipts.seen(conversationId, accounts.keySet())) {
      boolean switched = accounts.get(seen.accountId());
      if (seen.seq() != null || switched) {
        Map<String, Object> mark = new HashMap<>();
        mark.put("chatID", Long.toString(conversationId));
        mark.put("userID", Long.toString(seen.accountId()));
        mark.put("seq", seen.seq());
        hub.toOthers(
            conversationId,
            switched ? Set.of() : Set.of(seen.accountId()),
            new Item("readMark", mark));
      }
    }
  }

  private void tellBackground(long conversationId, Background news) {
    unread
        .in(conversationId, news.accountIds())
        .forEach(
            (accountId, count) -> {
              Map<String, Object> activity = new HashMap<>();
              activity.put("chatID", Long.toString(conversationId));
              activity.put("ev", news.ev());
              activity.put("unread", count.unread());
              activity.put("mentions", count.mentions());
              activity.put("counted", count.counted());
              activity.put("ownRev", count.rev());
              if (news.seq() > 0) {
                activity.put("seq", news.seq());
              }
              hub.activity(
                  accountId, conversationId, news.recount(), new Item("chatActivity", activity));
            });
  }

  private void countAgain(long conversationId, Map<Long, Long> counted) {
    unread
        .last(conversationId)
        .ifPresent(
            last -> {
              Set<Long> behind = new HashSet<>(counted.keySet());
              behind.removeIf(accountId -> counted.get(accountId) >= last.seq());
              if (!behind.isEmpty()) {
                background.note(conversationId, new Background(0, last.ev(), false, behind));
              }
            });
  }

  private static <V> Map<Long, V> later(Map<Long, V> before, Map<Long, V> now) {
    Map<Long, V> both = new HashMap<>(before);
    both.putAll(now);
    return both;
  }

  private static Map<Long, Boolean> either(Map<Long, Boolean> before, Map<Long, Boolean> now) {
    Map<Long, Boolean> both = new HashMap<>(before);
    now.forEach((id, yes) -> both.merge(id, yes, Boolean::logicalOr));
    return both;
  }
}
