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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** The caller's account. */
  public Account get(Caller caller) {
    return entities.find(Account.class, caller.accountId());
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
    try {
      entities.persist(account);
      entities.flush();
    } catch (ConstraintViolationException e) {
      // Somebody was faster between the look and the write.
      throw taken(String.valueOf(e.getConstraintName()).contains("email") ? "email" : "name");
    }
    events.fire(new AccountEvent.Registered(account.id()));
    return logins.open(account, userAgent);
  }

  /** Sets the password and ends all other sessions. */
  public Account.View setPassword(Caller caller, String passwordHash) {
    Account account = entities.find(Account.class, caller.accountId());
    account.passwordHash(passwordHash);
    logins.endOthers(caller);
    return account.view();
  }

  /** Lets others learn how far the caller has read, or not any more. */
  public Account.View setReceipts(Caller caller, boolean shown) {
    Account account = entities.find(Account.class, caller.accountId());
    if (account.receipts() != shown) {
      account.receipts(shown);
      events.fire(new AccountEvent.ReceiptsSwitched(account.id(), account.view()));
    }
    return account.view();
  }

  /** Refuses a name or address that somebody has. */
  public void refuseTaken(String name, String email) {
    List<Boolean> taken =
        sql.list(
            row -> row.getBoolean("by_name"),
            "SELECT name_key = ? AS by_name FROM accounts WHERE name_key = ? OR email = ?",
            Names.key(name),
            Names.key(name),
            email);
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
