package dev.parley.rest;

import dev.parley.accounts.SessionCookie;
import dev.parley.kernel.Origins;
import dev.parley.kernel.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Lets nobody's web page change something in its reader's name: a change needs an allowed origin
 * when a page asks for it, and any origin at all when the cookie is the proof.
 */
@Provider
public class OriginGuard implements ContainerRequestFilter {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Inject Origins origins;
  @Context HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    if (HARMLESS.contains(context.getMethod())) {
      return;
    }
    String origin = context.getHeaderString("Origin");
    boolean byCookie =
        SessionCookie.bearer(request).isEmpty() && SessionCookie.cookie(request).isPresent();
    if (origin == null ? byCookie : !origins.allows(request, origin)) {
      context.abortWith(Problem.of(Refusal.forbidden("this origin may not make changes here")));
    }
  }
}
