package dev.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public handles of accounts, by which other systems know them. A handle never changes, so what
 * was read once is kept: giving it takes no transaction.
 */
@ApplicationScoped
public class AccountHandles {

  /** Past so many, all are forgotten: that is 50 MB. */
  private static final int MOST_KEPT = 500_000;

  @Inject AccountChanges accounts;

  private final Map<Long, UUID> kept = new ConcurrentHashMap<>();

  /** The account of a handle, a deleted one included. */
  public Optional<Long> account(UUID handle) {
    return accounts.byHandle(handle);
  }

  /** The handles of accounts; those that do not exist have none. */
  public Map<Long, UUID> of(Collection<Long> accountIds) {
    Map<Long, UUID> known = new HashMap<>();
    for (Long id : accountIds) {
      UUID handle = kept.get(id);
      if (handle != null) {
        known.put(id, handle);
      }
    }
    List<Long> unknown = accountIds.stream().filter(id -> !known.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      if (kept.size() > MOST_KEPT) {
        kept.clear();
      }
      Map<Long, UUID> found = accounts.handles(unknown);
      kept.putAll(found);
      known.putAll(found);
    }
    return known;
  }

  /** The handle of an account. */
  public UUID of(long accountId) {
    UUID handle = kept.get(accountId);
    return handle == null ? of(List.of(accountId)).get(accountId) : handle;
  }
}
