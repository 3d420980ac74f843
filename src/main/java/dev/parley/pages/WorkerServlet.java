package dev.parley.pages;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The service worker's script: the one of the web client, with the list of files that it keeps
 * before it. A browser compares the text with the one it has, so that each build replaces the last.
 */
@WebServlet(urlPatterns = WorkerServlet.PATH, asyncSupported = true)
public class WorkerServlet extends HttpServlet {

  static final String PATH = "/sw.js";

  private static final long serialVersionUID = 1L;

  /** While somebody works on the client, its files change under a running server. */
  private static final long RIGHT_FOR_NANOS = 10_000_000_000L;

  private transient String script;
  private transient long made;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/javascript; charset=utf-8");
    response.getOutputStream().write(script().getBytes(StandardCharsets.UTF_8));
  }

  private synchronized String script() throws IOException {
    if (script == null || System.nanoTime() - made > RIGHT_FOR_NANOS) {
      Shell shell = Shell.of(getServletContext());
      try (InputStream worker = getServletContext().getResourceAsStream(PATH)) {
        script =
            "self.SHELL = {\nversion: \"%s\",\npages: String.raw`%s`,\nfiles: %s};\n"
                    .formatted(shell.version(), PageFilter.PAGE.pattern(), shell.json())
                + new String(worker.readAllBytes(), StandardCharsets.UTF_8);
      }
      made = System.nanoTime();
    }
    return script;
  }
}
