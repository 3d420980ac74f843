package dev.parley.surface;

import dev.parley.kernel.Origins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells browsers which other origins' pages may read the answers, with the session: exactly those
 * of the setting, never all.
 */
@ApplicationScoped
public class Cors {

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
  private static final String HEADERS = "Authorization, Content-Type";
  private static final String ONE_HOUR = "3600";

  @Inject Origins origins;

  /**
   * Marks an answer for the page that asks.
   *
   * @return true when the request was only the browser's question whether it may ask; it is then
   *     answered
   */
  boolean answers(HttpServletRequest request, HttpServletResponse response) {
    // Also for those without one: no cache may give an answer for one origin to another.
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (origin != null && origins.allows(request, origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
      if (preflight) {
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", HEADERS);
        response.setHeader("Access-Control-Max-Age", ONE_HOUR);
      }
    }
    if (preflight) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
    return preflight;
  }
}
