package dev.parley.surface.channels;

import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Coming in: as somebody new, or again with a password. */
@ApplicationScoped
public class Entrance {

  @Inject Accounts accounts;

  /**
   * Who wants to come in.
   *
   * @param password none for a guest
   */
  public record Guest(String username, String password) {}

  /**
   * Somebody who came in.
   *
   * @param created whether they are new here
   */
  record Entered(Logins.Opened opened, boolean created) {}

  /** Creates an account or, when there is one of the name, logs in with the password. */
  Entered enter(Guest guest, String userAgent) {
    try {
      return new Entered(
          accounts.register(guest.username(), guest.password(), null, null, userAgent), true);
    } catch (Refusal refusal) {
      // Where nobody new may come in, those who are known still may.
      boolean known = refusal.code() == Code.CONFLICT || refusal.code() == Code.FORBIDDEN;
      if (!known || guest.password() == null || guest.password().isEmpty()) {
        throw refusal;
      }
      return new Entered(accounts.logIn(guest.username(), guest.password(), userAgent), false);
    }
  }
}
