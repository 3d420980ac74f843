package dev.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds out who a request is from. A bearer token counts before the cookie. Without a good session
 * the request goes on as nobody's: what needs somebody refuses it in its own words.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

  /** The attribute of a request whose session could not be looked up. */
  private static final String UNDECIDED = "parley.undecided";

  private static final Logger LOG = Logger.getLogger(SessionMechanism.class.getName());

  @Inject Logins logins;
  @Inject @Any Instance<ForeignCookie> foreign;

  /** Whether nobody knows if the request has a good session, because the database is silent. */
  public static boolean undecided(HttpServletRequest request) {
    return request.getAttribute(UNDECIDED) != null;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<SessionPrincipal> principal;
    try {
      String cookie = cookieAt(request.getRequestURI());
      principal =
          SessionCookie.bearer(request)
              .or(() -> SessionCookie.cookie(request, cookie))
              .flatMap(token -> logins.find(token, cookie))
              .map(SessionPrincipal::new);
    } catch (RuntimeException e) {
      // The database does not answer. That must not look like a session that has ended: clients
      // would send their people to the log-in. The server turns every failure of ours into a 401,
      // so
      // the request goes on, marked, and whoever needs the caller refuses it.
      LOG.log(Level.FINE, "A session could not be looked up", e);
      request.setAttribute(UNDECIDED, true);
      return context.doNothing();
    }
    if (principal.isEmpty()) {
      return context.doNothing();
    }
    Set<String> groups = Set.of(principal.get().caller().role().code());
    return context.notifyContainerAboutLogin(principal.get(), groups);
  }

  private String cookieAt(String path) {
    return foreign.stream()
        .flatMap(cookie -> cookie.nameAt(path).stream())
        .findFirst()
        .orElse(SessionCookie.NAME);
  }
}
