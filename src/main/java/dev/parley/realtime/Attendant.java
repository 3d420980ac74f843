package dev.parley.realtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * An account that is here or was a moment ago: its sockets, the conversations it hears, and in
 * which of them it is active. Used by its shard's thread only.
 */
final class Attendant {

  /** Who did something in a conversation gets its messages in full for so long. */
  private static final long ACTIVE_NANOS = TimeUnit.MINUTES.toNanos(15);

  private final long accountId;
  private final List<Client> clients = new ArrayList<>();
  private final Set<Long> conversations = new HashSet<>();
  private final Map<Long, Long> activeAt = new HashMap<>();

  /** What happened to its memberships while they were being read; null when that is done. */
  private Map<Long, Boolean> meanwhile;

  /** When the last socket went; 0 while there is one. */
  private long leftAt;

  Attendant(long accountId) {
    this.accountId = accountId;
  }

  long accountId() {
    return accountId;
  }

  List<Client> clients() {
    return clients;
  }

  Set<Long> conversations() {
    return conversations;
  }

  Map<Long, Boolean> meanwhile() {
    return meanwhile;
  }

  void meanwhile(Map<Long, Boolean> changes) {
    meanwhile = changes;
  }

  long leftAt() {
    return leftAt;
  }

  void leftAt(long now) {
    leftAt = now;
  }

  void active(long conversationId, long now) {
    activeAt.put(conversationId, now);
  }

  /** Whether a socket gets a conversation's messages in full, or only hears that there are some. */
  boolean wantsBodies(Client client, long conversationId, long now) {
    Long focus = client.focus();
    if (client.dialect().takesAll() || focus != null && focus == conversationId) {
      return true;
    }
    Long active = activeAt.get(conversationId);
    return active != null && now - active < ACTIVE_NANOS;
  }
}
