package dev.parley.conversations;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What sort of conversation each is. That never changes, so what was read once is kept: who tells
 * many people of a message need not look it up, if it was {@link #remember remembered} before.
 */
@ApplicationScoped
public class ConversationKinds {

  /** Past so many, all are forgotten: that is 50 MB. */
  private static final int MOST_KEPT = 500_000;

  @Inject Reading reading;

  private final Map<Long, Kind> kept = new ConcurrentHashMap<>();

  /** The kind of a conversation; empty when there is none. */
  public Optional<Kind> of(long conversationId) {
    if (!kept.containsKey(conversationId)) {
      remember(List.of(conversationId));
    }
    return Optional.ofNullable(kept.get(conversationId));
  }

  /** Reads the kinds of these, as far as they are not known. */
  public void remember(Collection<Long> conversationIds) {
    List<Long> unknown = conversationIds.stream().filter(id -> !kept.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      if (kept.size() > MOST_KEPT) {
        kept.clear();
      }
      kept.putAll(reading.of(unknown));
    }
  }

  void observe(@Observes ConversationEvent event) {
    if (event instanceof ConversationEvent.Created created) {
      kept.put(created.conversationId(), Kind.of(created.view().kind()));
    } else if (event instanceof ConversationEvent.Deleted) {
      kept.remove(event.conversationId());
    }
  }

  /** The part that needs a transaction. */
  @ApplicationScoped
  @Transactional
  static class Reading {

    @Inject Sql sql;

    Map<Long, Kind> of(Collection<Long> conversationIds) {
      Map<Long, Kind> found = new ConcurrentHashMap<>();
      sql.list(
              row -> Map.entry(row.getLong("id"), Kind.of(row.getString("kind"))),
              "SELECT id, kind FROM conversations WHERE id = ANY (?)",
              conversationIds)
          .forEach(one -> found.put(one.getKey(), one.getValue()));
      return found;
    }
  }
}
