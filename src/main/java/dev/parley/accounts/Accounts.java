package dev.parley.accounts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Registering, logging in, and what one may change of one's own account. */
@ApplicationScoped
public class Accounts {

  @Inject Settings settings;
  @Inject Passwords passwords;
  @Inject AccountChanges changes;
  @Inject Logins logins;
  @Inject LoginTries tries;

  /**
   * Makes an account and opens its first session.
   *
   * @param password null for a guest
   * @param fullName may be null
   * @param email may be null
   * @param userAgent what the device calls itself, for the list of sessions
   */
  public Logins.Opened register(
      String name, String password, String fullName, String email, String userAgent) {
    if (!settings.on(Setting.PARLEY_REGISTRATION)) {
      throw Refusal.forbidden("registration is closed");
    }
    boolean guest = password == null || password.isEmpty();
    if (guest && !settings.on(Setting.PARLEY_GUESTS)) {
      throw Refusal.invalid("password", "password is missing");
    }
    String kept = Names.name(name);
    String full = Names.fullName(fullName);
    String address = Names.email(email);
    if (!guest) {
      passwords.check("password", password, kept);
    }
    changes.refuseTaken(0, kept, address);
    return changes.create(kept, full, address, guest ? null : passwords.hash(password), userAgent);
  }

  /** Refuses an e-mail address that somebody has. */
  public void requireFree(String email) {
    changes.refuseTaken(0, null, Names.email(email));
  }

  /**
   * Opens a session for a name (or e-mail address) and its password.
   *
   * @throws Refusal {@code forbidden} with one text for an unknown name and a wrong password,
   *     {@code rateLimited} after too many tries
   */
  public Logins.Opened logIn(String name, String password, String userAgent) {
    if (name == null || name.isBlank()) {
      throw Refusal.invalid("name", "name is missing");
    }
    if (password == null || password.isEmpty()) {
      throw Refusal.invalid("password", "password is missing");
    }
    Optional<Account> account = changes.find(name);
    // Name and address of one account share one count.
    String counted = account.map(a -> Names.key(a.name())).orElse(Names.key(name));
    tries.count(counted);
    if (!passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
      throw Refusal.of(Code.NOT_LOGGED_IN, "invalid name or password");
    }
    tries.forget(counted);
    return logins.open(account.orElseThrow(), userAgent);
  }

  /**
   * Sets a new password and ends all other sessions. A guest, who has none, becomes a full account.
   *
   * @param oldPassword ignored for a guest
   */
  public Account.View changePassword(Caller caller, String oldPassword, String newPassword) {
    Account account = changes.get(caller.accountId());
    if (newPassword == null || newPassword.isEmpty()) {
      throw Refusal.invalid("newPassword", "newPassword is missing");
    }
    passwords.check("newPassword", newPassword, account.name());
    prove(account, "oldPassword", oldPassword);
    return change(caller, account, new Account.Update(null, null, null, null, newPassword));
  }

  /**
   * Changes one's own account. Address and password need the current password.
   *
   * @throws Refusal {@code conflict} with the field when somebody has that name or address
   */
  public Account.View updateOwn(Caller caller, Account.Update update) {
    Account account = changes.get(caller.accountId());
    if (update.email() != null || update.newPassword() != null) {
      prove(account, "currentPassword", update.currentPassword());
    }
    return change(caller, account, update);
  }

  /**
   * Changes an account on the strength of the session alone: anybody's for an administrator, one's
   * own where the system that is spoken has no place for the current password.
   */
  public Account.View update(Caller caller, long accountId, Account.Update update) {
    return change(caller, reach(caller, accountId), update);
  }

  /**
   * Deletes one's own account: it forgets who it was, its sessions end, and it leaves all groups.
   * What it wrote stays.
   *
   * @param password ignored for a guest
   */
  public void deleteOwn(Caller caller, String password) {
    Account account = changes.get(caller.accountId());
    prove(account, "password", password);
    delete(caller, account.id());
  }

  /**
   * Deletes an account on the strength of the session alone; see {@link #update} for whose, and
   * {@link #deleteOwn} for what that means.
   */
  public void delete(Caller caller, long accountId) {
    Account account = reach(caller, accountId);
    changes.delete(accountId);
    tries.forget(Names.key(account.name())); // Which would keep the name.
  }

  /**
   * Changes settings; null leaves as it is.
   *
   * @param receipts whether others learn how far the caller has read
   */
  public Account.View updateSettings(Caller caller, Boolean receipts) {
    return receipts == null ? own(caller) : changes.setReceipts(caller, receipts);
  }

  /** The caller's own account. */
  public Account.View own(Caller caller) {
    return changes.get(caller.accountId()).view();
  }

  private Account.View change(Caller caller, Account account, Account.Update update) {
    String name = update.name() == null ? null : Names.name(update.name());
    String email = update.email() == null ? null : Names.email(update.email());
    String fullName = update.fullName() == null ? null : Names.fullName(update.fullName());
    String password = update.newPassword();
    if (password != null) {
      passwords.check("newPassword", password, name == null ? account.name() : name);
    }
    changes.refuseTaken(account.id(), name, email);
    return changes.change(
        caller,
        account.id(),
        new AccountChanges.Change(
            name,
            update.email() != null && email == null ? "" : email,
            fullName,
            password == null ? null : passwords.hash(password)));
  }

  /** The account of that id, if the caller may change it. */
  private Account reach(Caller caller, long accountId) {
    if (caller.accountId() != accountId && caller.role() != Role.ADMINISTRATOR) {
      throw Refusal.forbidden("only an administrator may change the accounts of others");
    }
    return changes.get(accountId);
  }

  /** Lets only those pass who know the account's password, if it has one. */
  private void prove(Account account, String field, String password) {
    if (account.guest()) {
      return;
    }
    String counted = Names.key(account.name());
    tries.count(counted);
    if (password == null || !passwords.matches(password, account.passwordHash())) {
      throw Refusal.invalid(field, field + " is wrong");
    }
    tries.forget(counted);
  }
}
