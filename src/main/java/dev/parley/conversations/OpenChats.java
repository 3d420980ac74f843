package dev.parley.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who has which conversation in front of them. The realtime part knows; everybody may ask. It lies
 * here because features know nothing of sockets.
 */
@ApplicationScoped
public class OpenChats {

  private volatile Function<Collection<Long>, Map<Long, Set<Long>>> looks = ids -> Map.of();

  /** Says who knows. */
  public void ask(Function<Collection<Long>, Map<Long, Set<Long>>> whoKnows) {
    looks = whoKnows;
  }

  /**
   * Those who have a conversation open on one of their sockets, by conversation. It may take as
   * long as the deliveries that are on their way.
   */
  public Map<Long, Set<Long>> readers(Collection<Long> conversationIds) {
    return looks.apply(conversationIds);
  }
}
