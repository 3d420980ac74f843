package dev.parley.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is online, by account. The realtime part writes it; everybody may read it. It lies here
 * because features know nothing of sockets.
 */
@ApplicationScoped
public class OnlinePeople {

  private final Set<Long> online = ConcurrentHashMap.newKeySet();

  public boolean contains(long accountId) {
    return online.contains(accountId);
  }

  /** Says that somebody came or went; true when that is news. */
  public boolean set(long accountId, boolean here) {
    return here ? online.add(accountId) : online.remove(accountId);
  }

  /** All of them, as of now. */
  public Set<Long> ids() {
    return Set.copyOf(online);
  }
}
