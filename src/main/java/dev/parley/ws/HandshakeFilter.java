package dev.parley.ws;

import dev.parley.accounts.SessionCookie;
import dev.parley.accounts.SessionMechanism;
import dev.parley.accounts.SessionPrincipal;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Origins;
import dev.parley.kernel.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a WebSocket handshake pass only with a good session, and, when a browser's cookie is the
 * proof, only from an allowed origin: a browser sends the cookie along whichever site asks. It
 * looks at every upgrade there is, so no endpoint can be forgotten.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient Origins origins;
  @Inject transient Surfaces surfaces;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && !request.getRequestURI().equals("/ws")) {
      chain.doFilter(request, response);
      return;
    }
    boolean program = SessionCookie.bearer(request).isPresent();
    String origin = request.getHeader("Origin");
    if (SessionMechanism.undecided(request)) {
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else if (request.getUserPrincipal() == null) {
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
    } else if (origin == null ? !program : !origins.allows(request, origin)) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN);
    } else {
      admit(request, response, chain);
    }
  }

  private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Map<String, List<String>> query = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> query.put(name, List.of(values)));
    try {
      Caller caller = ((SessionPrincipal) request.getUserPrincipal()).caller();
      surfaces
          .find(request.getRequestURI(), query)
          .ifPresent(surface -> surface.admit(caller, query));
    } catch (Refusal refusal) {
      refuse(response, refusal.code().status());
      return;
    }
    chain.doFilter(request, response);
  }

  /** Not by {@code sendError}: for a 403 the container has a page that shows how it is made. */
  private static void refuse(HttpServletResponse response, int status) throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().println("This can't be had here.");
  }
}
