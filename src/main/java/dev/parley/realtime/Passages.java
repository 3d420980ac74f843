package dev.parley.realtime;

import dev.parley.people.Blocks;
import dev.parley.people.Follows;
import dev.parley.people.OnlinePeople;
import dev.parley.people.People;
import dev.parley.people.Person;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
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
 * Tells who comes and goes, all of an interval at once. One thread tells it all, so that of two
 * states of somebody the later one is told last.
 */
@ApplicationScoped
public class Passages {

  private static final long INTERVAL_MILLIS = 1000;

  @Resource ManagedThreadFactory threads;
  @Inject Broker broker;
  @Inject OnlinePeople online;
  @Inject People people;
  @Inject Blocks blocks;
  @Inject Follows follows;

  /** Whom it is told; a viewer's acquaintances are told to those sockets that know no others. */
  private enum Whom {
    EVERYBODY,
    ONE,
    ACQUAINTANCE
  }

  private record Audience(Whom whom, long viewerId) {
    static final Audience EVERYBODY = new Audience(Whom.EVERYBODY, 0);
  }

  private final Coalescer<Audience, Map<Long, Boolean>> changes =
      new Coalescer<>(INTERVAL_MILLIS, Coalescer::later, this::tell);

  @PostConstruct
  void start() {
    threads.newThread(changes).start();
  }

  @PreDestroy
  void stop() {
    changes.stop();
  }

  /** Somebody came or went. */
  void presence(long accountId, boolean here) {
    if (online.set(accountId, here)) {
      changes.note(Audience.EVERYBODY, Map.of(accountId, here));
    }
  }

  /**
   * Who may see whether somebody is here has changed. It is told by the thread that tells of all
   * coming and going, so that of the two the later one is told last.
   */
  void presence(long accountId, Set<Long> viewerIds) {
    viewerIds.forEach(
        id ->
            changes.note(
                new Audience(Whom.ONE, id), Map.of(accountId, online.contains(accountId))));
  }

  /**
   * Two people follow each other, one way or both, or do so no more: each may now be somebody whose
   * coming and going the other hears of. It takes the same thread as that.
   */
  void acquainted(long accountId, long otherId) {
    changes.note(new Audience(Whom.ACQUAINTANCE, accountId), Map.of(otherId, true));
    changes.note(new Audience(Whom.ACQUAINTANCE, otherId), Map.of(accountId, true));
  }

  private void tell(Audience audience, Map<Long, Boolean> changed) {
    switch (audience.whom()) {
      case EVERYBODY -> tellEverybody(changed);
      case ONE -> tellOne(audience.viewerId(), changed.keySet());
      case ACQUAINTANCE -> tellAcquaintance(audience.viewerId(), changed.keySet());
    }
  }

  private void tellOne(long viewerId, Set<Long> ids) {
    Set<Long> hidden = blocks.blockersOf(viewerId, ids);
    Map<Long, Boolean> seen = new HashMap<>();
    ids.forEach(id -> seen.put(id, online.contains(id) && !hidden.contains(id)));
    Map<Long, Person> persons = persons(seen);
    broker.publish(new Publication.ToAccount(viewerId, presence(seen, persons)));
    seen.forEach((id, here) -> tellPassage(persons.get(id), here, viewerId, Set.of()));
  }

  private void tellEverybody(Map<Long, Boolean> changed) {
    // Who blocks somebody is told of apart, to all but those.
    Map<Long, Set<Long>> blocked = blocks.blockedBy(changed.keySet());
    Map<Long, Person> persons = persons(changed);
    blocked.forEach(
        (id, hidden) ->
            broker.publish(
                new Publication.ToEverybody(
                    presence(Map.of(id, changed.get(id)), persons), hidden)));
    Map<Long, Boolean> open = new HashMap<>(changed);
    open.keySet().removeAll(blocked.keySet());
    if (!open.isEmpty()) {
      broker.publish(new Publication.ToEverybody(presence(open, persons)));
    }
    Map<Long, Set<Long>> known = follows.acquaintances(changed.keySet(), online.ids());
    changed.forEach(
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
}
