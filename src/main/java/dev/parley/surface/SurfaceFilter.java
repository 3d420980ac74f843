package dev.parley.surface;

import dev.parley.kernel.Origins;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Leads the surfaces' root addresses to their trees, past the guards that all of them need. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SurfaceFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String NATIVE_TREE = "/api/v1/";
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Inject transient Cors cors;
  @Inject transient Origins origins;
  @Inject transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    Optional<String> target = RootPaths.target(path);
    if (target.isPresent()) {
      if (!cors.answers(request, response)) {
        lead(request, response, target.get());
      }
    } else if (path.startsWith(NATIVE_TREE)) {
      if (!cors.answers(request, response)) {
        chain.doFilter(request, response);
      }
    } else if (leadsToATree(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** However the address is written: the container decodes it before it looks for the tree. */
  private static boolean leadsToATree(HttpServletRequest request) {
    return (request.getServletPath() + "/").startsWith(RootPaths.TREES);
  }

  private void lead(HttpServletRequest request, HttpServletResponse response, String target)
      throws IOException, ServletException {
    if (!mayChange(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("text/plain");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getWriter().print("this origin may not make changes here");
      return;
    }
    request
        .getRequestDispatcher(target)
        .forward(new SurfaceRequest(request, limit(request.getRequestURI())), response);
  }

  /** The most bytes of a body: files stand in it as Base64, which makes four of three. */
  private long limit(String path) {
    long text = settings.number(Setting.PARLEY_FRAME_BYTES);
    return RootPaths.takesFiles(path)
        ? text + settings.number(Setting.PARLEY_ATTACHMENT_BYTES) * 4L / 3
        : text;
  }

  /**
   * Whether a request may change something. Programs say nothing of where they come from and may;
   * what a browser sends must come from a page of ours or of an allowed origin.
   */
  private boolean mayChange(HttpServletRequest request) {
    if (HARMLESS.contains(request.getMethod()) && !RootPaths.changes(request.getRequestURI())) {
      return true;
    }
    String origin = request.getHeader("Origin");
    String site = request.getHeader("Sec-Fetch-Site");
    return origin == null
        ? site == null || site.equals("same-origin")
        : origins.allows(request, origin);
  }
}
