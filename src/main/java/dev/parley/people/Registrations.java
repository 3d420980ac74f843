package dev.parley.people;

import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Registering together with a profile: both are there, or neither. */
@ApplicationScoped
@Transactional
public class Registrations {

  @Inject Accounts accounts;
  @Inject Logins logins;
  @Inject Profiles profiles;

  /** Makes an account with a profile, and no session: whoever registers this way logs in next. */
  public void register(String name, String password, String email, Profiles.Update profile) {
    Logins.Opened opened = accounts.register(name, password, null, email, null);
    Caller caller =
        new Caller(
            Long.parseLong(opened.account().id()),
            Long.parseLong(opened.session().id()),
            opened.account().name(),
            Role.of(opened.account().role()));
    profiles.update(caller, profile);
    logins.end(caller, caller.loginId());
  }
}
