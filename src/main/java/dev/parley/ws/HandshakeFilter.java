package dev.parley.ws;

import dev.parley.accounts.SessionCookie;
import dev.parley.accounts.SessionMechanism;
import dev.parley.kernel.Origins;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets a WebSocket handshake pass only with a good session, and, when a browser's cookie is the
 * proof, only from an allowed origin: a browser sends the cookie along whichever site asks.
 */
@WebFilter("/ws")
public class HandshakeFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient Origins origins;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean program = SessionCookie.bearer(request).isPresent();
    String origin = request.getHeader("Origin");
    if (SessionMechanism.undecided(request)) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else if (request.getUserPrincipal() == null) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (origin == null ? !program : !origins.allows(request, origin)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }
}
