package dev.parley.accounts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
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
    changes.refuseTaken(kept, address);
    return changes.create(kept, full, address, guest ? null : passwords.hash(password), userAgent);
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
    Account account = changes.get(caller);
    if (newPassword == null || newPassword.isEmpty()) {
      throw Refusal.invalid("newPassword", "newPassword is missing");
    }
    passwords.check("newPassword", newPassword, account.name());
    if (!account.guest()) {
      String counted = Names.key(account.name());
      tries.count(counted);
      if (oldPassword == null || !passwords.matches(oldPassword, account.passwordHash())) {
        throw Refusal.invalid("oldPassword", "oldPassword is wrong");
      }
      tries.forget(counted);
    }
    return changes.setPassword(caller, passwords.hash(newPassword));
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
    return changes.get(caller).view();
  }
}
