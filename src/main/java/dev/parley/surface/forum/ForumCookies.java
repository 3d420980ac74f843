package dev.parley.surface.forum;

import dev.parley.accounts.ForeignCookie;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.surface.RootPaths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/**
 * The two cookies of this system. Its client's scripts read both, so the session in the one counts
 * nowhere else.
 */
@ApplicationScoped
public class ForumCookies implements ForeignCookie {

  /** The session's token. */
  static final String SESSION = "session";

  /** The number of the account, for the client only: it proves nothing. */
  private static final String USER = "user_id";

  @Inject Settings settings;
  @Inject Logins logins;

  @Override
  public Optional<String> nameAt(String path) {
    boolean here =
        path.equals(ForumSocket.PATH)
            || RootPaths.surface(path).filter("forum"::equals).isPresent();
    return here ? Optional.of(SESSION) : Optional.empty();
  }

  /** Makes a session one of this system's, and gives the cookies for it. */
  NewCookie[] of(Logins.Opened opened, boolean secure) {
    logins.confine(opened, SESSION);
    long age = Duration.ofDays(settings.number(Setting.PARLEY_SESSION_DAYS)).toSeconds();
    int seconds = (int) Math.min(age, Integer.MAX_VALUE);
    return new NewCookie[] {
      cookie(SESSION, opened.token(), seconds, secure),
      cookie(USER, opened.account().id(), seconds, secure)
    };
  }

  /** Makes the browser forget both. */
  NewCookie[] none(boolean secure) {
    return new NewCookie[] {cookie(SESSION, "", 0, secure), cookie(USER, "", 0, secure)};
  }

  private static NewCookie cookie(String name, String value, int seconds, boolean secure) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
