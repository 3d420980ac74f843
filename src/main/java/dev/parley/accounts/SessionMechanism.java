package dev.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who a request is from. A bearer token counts before the cookie. Without a good session
 * the request goes on as nobody's: what needs somebody refuses it in its own words.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

  @Inject Logins logins;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<SessionPrincipal> principal =
        SessionCookie.bearer(request)
            .or(() -> SessionCookie.cookie(request))
            .flatMap(logins::find)
            .map(SessionPrincipal::new);
    if (principal.isEmpty()) {
      return context.doNothing();
    }
    Set<String> groups = Set.of(principal.get().caller().role().code());
    return context.notifyContainerAboutLogin(principal.get(), groups);
  }
}
