package dev.parley.rest;

import dev.parley.accounts.SessionCookie;
import dev.parley.accounts.SessionPrincipal;
import dev.parley.kernel.Metrics;
import dev.parley.kernel.Role;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Metrics in Prometheus' text format, for the holder of the token or an administrator. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Metrics metrics;
  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!mayRead(request)) {
      // Whoever may not read them need not know that they are there.
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    response.setContentType(writer.getContentType());
    writer.write(response.getOutputStream(), metrics.registry().scrape());
  }

  private boolean mayRead(HttpServletRequest request) {
    String token = settings.value(Setting.PARLEY_METRICS_TOKEN);
    boolean byToken =
        !token.isEmpty()
            && SessionCookie.bearer(request)
                .filter(given -> MessageDigest.isEqual(bytes(given), bytes(token)))
                .isPresent();
    return byToken
        || request.getUserPrincipal() instanceof SessionPrincipal principal
            && principal.caller().role() == Role.ADMINISTRATOR;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
