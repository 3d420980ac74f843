package dev.parley.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives every answer its security headers, and the addresses of the web client's pages their one
 * document.
 */
@WebFilter(
    urlPatterns = "/*",
    // Forwarded requests, too: the order of filters is not fixed, and one may forward before this.
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD},
    asyncSupported = true)
public class PageFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** The addresses that the client's router knows; see {@code js/router.js}. */
  static final Pattern PAGE =
      Pattern.compile(
          "/(login|join|new|people(/\\d+)?|chat/\\d+(/(details|\\d+))?|invite/[\\w-]+|search|archive"
              + "|settings(/(sessions|blocked|friends))?"
              + "|feed|write|post/\\d+|profile/\\d+(/(followers|following))?|requests"
              + "|groups(/new)?|group/\\d+(/(members|events))?|event/\\d+|notifications)?");

  private static final String DOCUMENT = "/index.html";
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private String policy;

  @Override
  public void init() throws ServletException {
    // Browsers accept no import map from a file, so the one script that stands in the document is
    // allowed by its hash.
    String hash;
    try (InputStream document = getServletContext().getResourceAsStream(DOCUMENT)) {
      String html = new String(document.readAllBytes(), StandardCharsets.UTF_8);
      Matcher map = IMPORT_MAP.matcher(html);
      hash =
          map.find()
              ? " 'sha256-" + Shell.sha256(map.group(1).getBytes(StandardCharsets.UTF_8)) + "'"
              : "";
    } catch (IOException e) {
      throw new ServletException(e);
    }
    policy =
        "default-src 'none'; script-src 'self'"
            + hash
            + "; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self';"
            + " manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    // The paths of libraries carry their version; our own files are asked about each time.
    boolean library = path.startsWith("/webjars/");
    response.setHeader(
        "Cache-Control", library ? "public, max-age=31536000, immutable" : "no-cache");
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads && PAGE.matcher(path).matches()) {
      request.getRequestDispatcher(DOCUMENT).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
