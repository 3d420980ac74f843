package dev.parley.accounts;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public handles of accounts, by which other systems know them. A handle never changes, so what
 * was read once is kept.
 */
@ApplicationScoped
@Transactional
public class AccountHandles {

  /** Past so many, all are forgotten: 50 MB are enough for this. */
  private static final int MOST_KEPT = 500_000;

  @Inject Sql sql;

  private final Map<Long, UUID> kept = new ConcurrentHashMap<>();

  private record Found(long accountId, UUID handle) {}

  /** The account of a handle, deleted ones included. */
  public Optional<Long> account(UUID handle) {
    return sql.first(row -> row.getLong("id"), "SELECT id FROM accounts WHERE handle = ?", handle);
  }

  /** The handles of accounts; those that do not exist have none. */
  public Map<Long, UUID> of(Collection<Long> accountIds) {
    Map<Long, UUID> known = new HashMap<>();
    List<Long> unknown =
        accountIds.stream()
            .filter(id -> known.computeIfAbsent(id, kept::get) == null)
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      if (kept.size() > MOST_KEPT) {
        kept.clear();
      }
      for (Found found :
          sql.list(
              row -> new Found(row.getLong("id"), row.getObject("handle", UUID.class)),
              "SELECT id, handle FROM accounts WHERE id = ANY (?)",
              unknown)) {
        kept.put(found.accountId(), found.handle());
        known.put(found.accountId(), found.handle());
      }
    }
    return known;
  }

  /** The handle of an account. */
  public UUID of(long accountId) {
    return of(List.of(accountId)).get(accountId);
  }
}
