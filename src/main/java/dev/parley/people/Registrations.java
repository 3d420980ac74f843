package dev.parley.people;

import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.attachments.PictureClaims;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** Registering together with a profile: both are there, or neither. */
@ApplicationScoped
@Transactional
public class Registrations {

  @Inject Accounts accounts;
  @Inject Logins logins;
  @Inject Profiles profiles;
  @Inject PictureClaims pictures;

  /** Makes an account with a profile, and no session: whoever registers this way logs in next. */
  public void register(String name, String password, String email, Profiles.Update profile) {
    register(name, password, email, profile, null);
  }

  /**
   * The same with a picture.
   *
   * @param picture uploads it, once there is somebody whose it is, and gives its id; or null
   */
  public void register(
      String name,
      String password,
      String email,
      Profiles.Update profile,
      Function<Caller, String> picture) {
    Logins.Opened opened = accounts.register(name, password, null, email, null);
    Caller caller =
        new Caller(
            Long.parseLong(opened.account().id()),
            Long.parseLong(opened.session().id()),
            opened.account().name(),
            Role.of(opened.account().role()));
    profiles.update(caller, profile);
    if (picture != null) {
      pictures.change(caller, picture.apply(caller), null);
    }
    logins.end(caller, caller.loginId());
  }
}
