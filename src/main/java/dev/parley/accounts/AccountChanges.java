package dev.parley.accounts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The transactions of {@link Accounts}. They are apart from it because hashing a password takes a
 * twentieth of a second, and no connection to the database should wait for that.
 */
@ApplicationScoped
@Transactional
public class AccountChanges {

  /** The key of the lock under which the first account becomes administrator. */
  private static final long FIRST_ACCOUNT_LOCK = 7_265_001L;

  @PersistenceContext EntityManager entities;
  @Inject Sql sql;
  @Inject Logins logins;
  @Inject Event<AccountEvent> events;

  /** An account that is not deleted. */
  public Account get(long accountId) {
    Account account = entities.find(Account.class, accountId);
    if (account == null || account.deleted()) {
      throw Refusal.notFound("person");
    }
    return account;
  }

  /** The account of a public handle. */
  Optional<Long> byHandle(UUID handle) {
    return sql.first(row -> row.getLong("id"), "SELECT id FROM accounts WHERE handle = ?", handle);
  }

  /** The public handles of accounts. */
  Map<Long, UUID> handles(Collection<Long> accountIds) {
    return sql
        .list(
            row -> Map.entry(row.getLong("id"), row.getObject("handle", UUID.class)),
            "SELECT id, handle FROM accounts WHERE id = ANY (?)",
            accountIds)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The account of that name or e-mail address. */
  public Optional<Account> find(String nameOrEmail) {
    return entities
        .createQuery(
            "select a from Account a where a.nameKey = :key or a.email = :email", Account.class)
        .setParameter("key", Names.key(nameOrEmail))
        .setParameter("email", nameOrEmail.strip().toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  /** Stores a new account and opens its first session. */
  public Logins.Opened create(
      String name, String fullName, String email, String passwordHash, String userAgent) {
    Role role = passwordHash == null ? Role.USER : firstOrUser();
    Account account = new Account(name, fullName, email, passwordHash, role);
    unlessTaken(() -> entities.persist(account));
    events.fire(new AccountEvent.Registered(account.id()));
    return logins.open(account, userAgent);
  }

  /**
   * What an account becomes. What is null stays.
   *
   * @param email empty: none any more
   */
  record Change(String name, String email, String fullName, String passwordHash) {}

  /** Changes an account; with the password, all other sessions end. */
  Account.View change(Caller caller, long accountId, Change change) {
    Account account = lock(accountId);
    if (change.name() != null) {
      account.name(change.name());
    }
    if (change.email() != null) {
      account.email(change.email().isEmpty() ? null : change.email());
    }
    if (change.fullName() != null) {
      account.fullName(change.fullName());
    }
    if (change.passwordHash() != null) {
      account.passwordHash(change.passwordHash());
    }
    unlessTaken(entities::flush);
    if (change.passwordHash() != null) {
      logins.endOthers(caller, accountId);
    }
    events.fire(new AccountEvent.Changed(accountId, account.view()));
    return account.view();
  }

  /** Lets others learn how far the caller has read, or not any more. */
  public Account.View setReceipts(Caller caller, boolean shown) {
    Account account = lock(caller.accountId());
    if (account.receipts() != shown) {
      account.receipts(shown);
      events.fire(new AccountEvent.ReceiptsSwitched(account.id(), account.view()));
    }
    return account.view();
  }

  /** Empties an account and ends all its sessions. */
  public void delete(long accountId) {
    Account account = lock(accountId);
    account.delete();
    entities.flush();
    logins.endAll(accountId);
    events.fire(new AccountEvent.Leaving(accountId));
    // Not before, because it waits for whoever writes a row that refers to the account, and they
    // may wait for a conversation that is left on the way.
    account.free();
    entities.flush();
    events.fire(new AccountEvent.Deleted(accountId));
  }

  /**
   * The account as it is now, which nobody else changes before this transaction ends: all of its
   * columns are written, and none must come back after it was deleted.
   */
  private Account lock(long accountId) {
    sql.list(row -> true, "SELECT FROM accounts WHERE id = ? FOR NO KEY UPDATE", accountId);
    Account account = get(accountId);
    entities.refresh(account);
    if (account.deleted()) {
      throw Refusal.notFound("person");
    }
    return account;
  }

  private static void unlessTaken(Runnable write) {
    try {
      write.run();
    } catch (ConstraintViolationException e) {
      // Somebody was faster between the look and the write.
      throw taken(String.valueOf(e.getConstraintName()).contains("email") ? "email" : "name");
    }
  }

  /**
   * Refuses a name or address that somebody else has; either may be null.
   *
   * @param accountId whose they shall be, 0 for a new account
   */
  public void refuseTaken(long accountId, String name, String email) {
    String key = name == null ? null : Names.key(name);
    List<Boolean> taken =
        sql.list(
            row -> row.getBoolean("by_name"),
            """
            SELECT name_key IS NOT DISTINCT FROM ?::text AS by_name FROM accounts
            WHERE (name_key = ? OR email = ?) AND id <> ?
            """,
            key,
            key,
            email,
            accountId);
    if (!taken.isEmpty()) {
      throw taken(taken.contains(true) ? "name" : "email");
    }
  }

  private static Refusal taken(String field) {
    return Refusal.conflict(field, field + " is taken");
  }

  private Role firstOrUser() {
    if (existsAdministrator()) {
      return Role.USER;
    }
    // Two may register at once on an empty server: only one of them is the first.
    sql.list(row -> true, "SELECT pg_advisory_xact_lock(?)", FIRST_ACCOUNT_LOCK);
    return existsAdministrator() ? Role.USER : Role.ADMINISTRATOR;
  }

  private boolean existsAdministrator() {
    return sql.first(row -> true, "SELECT 1 FROM accounts WHERE role = 'administrator' LIMIT 1")
        .isPresent();
  }
}
