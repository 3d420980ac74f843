package dev.parley.surface.forum;

import dev.parley.accounts.AccountEvent;
import dev.parley.accounts.AccountHandles;
import dev.parley.conversations.ConversationEvent;
import dev.parley.conversations.ConversationHandles;
import dev.parley.conversations.Kind;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.overview.Correspondents;
import dev.parley.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is who and who chats with whom, so that telling of a message need not wait for the database.
 * What changes is forgotten before the change is committed, and again when it is told.
 */
@ApplicationScoped
public class Known {

  /** Past so many, all are forgotten. */
  private static final int MOST_KEPT = 200_000;

  /** So long after somebody registered this is news. */
  private static final long NEWS_NANOS = Duration.ofMinutes(1).toNanos();

  private static final Pair NONE = new Pair(0, 0);

  @Inject People people;
  @Inject AccountHandles handles;
  @Inject ConversationHandles conversations;
  @Inject Memberships memberships;

  private final Map<Long, Person> persons = new ConcurrentHashMap<>();
  private final Map<Long, Pair> pairs = new ConcurrentHashMap<>();
  private final Map<Long, Long> newcomers = new ConcurrentHashMap<>();

  /**
   * Somebody.
   *
   * @param fullname the full name, or the name without one
   */
  record Person(long id, UUID uuid, String fullname) {

    static Person of(dev.parley.people.Person person) {
      return new Person(
          Long.parseLong(person.id()),
          person.handle(),
          person.fullName().isEmpty() ? person.name() : person.fullName());
    }
  }

  /** The two of a private conversation. */
  record Pair(long one, long other) {

    long otherThan(long id) {
      return id == one ? other : one;
    }
  }

  /** Somebody who exists. */
  Person person(long id) {
    Person kept = persons.get(id);
    return kept == null ? note(Person.of(people.get(id))) : kept;
  }

  /** The two of a conversation, if it is a private one that has two. */
  Optional<Pair> pair(long conversationId) {
    Pair kept = pairs.get(conversationId);
    if (kept == null) {
      kept = read(conversationId);
      keep(pairs, conversationId, kept);
    }
    return kept == NONE ? Optional.empty() : Optional.of(kept);
  }

  private Pair read(long conversationId) {
    boolean isPrivate =
        conversations.of(List.of(conversationId)).values().stream()
            .anyMatch(conversation -> conversation.kind() == Kind.PRIVATE);
    List<Long> members = isPrivate ? memberships.accountsIn(conversationId) : List.of();
    return members.size() == 2 ? new Pair(members.get(0), members.get(1)) : NONE;
  }

  /** The account that a client names: by handle or by number. */
  Optional<Long> account(String name) {
    String given = name == null ? "" : name.strip();
    try {
      return given.length() < 20 && given.matches("\\d+")
          ? Optional.of(Long.parseLong(given)).filter(id -> id > 0)
          : handles.account(UUID.fromString(given));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Notes what a list of people says. */
  void note(Caller caller, Correspondents.View person) {
    note(new Person(person.id(), person.handle(), person.name()));
    if (person.conversationId() != null) {
      note(person.conversationId(), caller.accountId(), person.id());
    }
  }

  /** Notes who chats in a conversation. */
  void note(long conversationId, long one, long other) {
    keep(pairs, conversationId, new Pair(one, other));
  }

  /** Notes what somebody is called now. */
  Person note(Person person) {
    keep(persons, person.id(), person);
    return person;
  }

  /** Whether somebody has just registered; true once. */
  boolean isNews(long accountId) {
    Long since = newcomers.remove(accountId);
    return since != null && System.nanoTime() - since < NEWS_NANOS;
  }

  /** What a conversation is may be another now. */
  void forget(long conversationId) {
    pairs.remove(conversationId);
  }

  void observe(@Observes AccountEvent event) {
    persons.remove(event.accountId());
    if (event instanceof AccountEvent.Registered registered) {
      keep(newcomers, registered.accountId(), System.nanoTime());
    }
  }

  void observe(@Observes ConversationEvent event) {
    forget(event.conversationId());
  }

  private static <T> void keep(Map<Long, T> kept, long key, T value) {
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    kept.put(key, value);
  }
}
