package dev.parley.realtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who of a shard's accounts hears which conversation. Used by the shard's thread only.
 *
 * <p>An account's memberships are read from the database while changes of them may be on their way
 * here. What arrives meanwhile is noted and applied on top of what was read: the last word about
 * each conversation is then the newest one.
 */
final class Attendance {

  private final Map<Long, Attendant> attendants = new HashMap<>();
  private final Map<Long, Set<Attendant>> rooms = new HashMap<>();

  /** The account, if it is here. */
  Attendant get(long accountId) {
    return attendants.get(accountId);
  }

  /** Does something with an account, if it is here. */
  void ifHere(long accountId, Consumer<Attendant> then) {
    Attendant attendant = attendants.get(accountId);
    if (attendant != null) {
      then.accept(attendant);
    }
  }

  Collection<Attendant> all() {
    return attendants.values();
  }

  /** The account; new ones hear nothing until {@link #loaded}. */
  Attendant enter(long accountId) {
    return attendants.computeIfAbsent(
        accountId,
        id -> {
          Attendant attendant = new Attendant(id);
          attendant.meanwhile(new HashMap<>());
          return attendant;
        });
  }

  /** The memberships as they were read, some time after {@link #enter}. */
  void loaded(Attendant attendant, List<Long> conversationIds) {
    Set<Long> now = new HashSet<>(conversationIds);
    Map<Long, Boolean> meanwhile = attendant.meanwhile();
    if (meanwhile != null) {
      meanwhile.forEach((id, hears) -> change(now, id, hears));
    }
    attendant.meanwhile(null);
    for (Long id : List.copyOf(attendant.conversations())) {
      if (!now.contains(id)) {
        unsubscribe(attendant, id);
      }
    }
    now.forEach(id -> subscribe(attendant, id));
  }

  /** The account hears a conversation from now on. */
  void join(Attendant attendant, long conversationId) {
    if (attendant.meanwhile() != null) {
      attendant.meanwhile().put(conversationId, true);
    }
    subscribe(attendant, conversationId);
  }

  /** The account does not hear a conversation any more. */
  void part(Attendant attendant, long conversationId) {
    if (attendant.meanwhile() != null) {
      attendant.meanwhile().put(conversationId, false);
    }
    unsubscribe(attendant, conversationId);
  }

  /** Forgets an account. */
  void exit(Attendant attendant) {
    List.copyOf(attendant.conversations()).forEach(id -> unsubscribe(attendant, id));
    attendants.remove(attendant.accountId());
  }

  /** Those who hear a conversation. */
  Set<Attendant> in(long conversationId) {
    return rooms.getOrDefault(conversationId, Set.of());
  }

  private void subscribe(Attendant attendant, long conversationId) {
    if (attendant.conversations().add(conversationId)) {
      rooms.computeIfAbsent(conversationId, id -> new LinkedHashSet<>()).add(attendant);
    }
  }

  private void unsubscribe(Attendant attendant, long conversationId) {
    attendant.conversations().remove(conversationId);
    attendant
        .clients()
        .forEach(
            client -> {
              if (client.focus() != null && client.focus() == conversationId) {
                client.focus(null);
              }
            });
    Set<Attendant> room = rooms.get(conversationId);
    if (room != null && room.remove(attendant) && room.isEmpty()) {
      rooms.remove(conversationId);
    }
  }

  private static void change(Set<Long> ids, long id, boolean hears) {
    if (hears) {
      ids.add(id);
    } else {
      ids.remove(id);
    }
  }
}
