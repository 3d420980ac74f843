package dev.parley.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Which web pages may act for their reader: those of this server, and those that were named. */
@ApplicationScoped
public class Origins {

  /** What browsers send for sandboxed and local pages: whoever is allowed, they are not. */
  private static final String NOBODY = "null";

  @Inject Settings settings;

  /**
   * Whether a request may come from pages of that origin.
   *
   * @param origin the header as the browser sent it; the text {@code null} is nobody's
   */
  public boolean allows(HttpServletRequest request, String origin) {
    String given = origin.strip().toLowerCase(Locale.ROOT);
    return !given.equals(NOBODY)
        && (given.equals(own(request))
            || settings.list(Setting.PARLEY_ALLOWED_ORIGINS).stream()
                .anyMatch(allowed -> allowed.toLowerCase(Locale.ROOT).equals(given)));
  }

  /** The origin under which the client reached us, as a browser writes it. */
  private static String own(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = request.isSecure() ? port == 443 : port == 80;
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    return (request.isSecure() ? "https://" : "http://") + host + (usual ? "" : ":" + port);
  }
}
