package dev.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, and the screens that were opened in it. */
final class Browsers implements AutoCloseable {

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser chromium =
      playwright
          .chromium()
          .launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(QUIET));
  private final List<Screen> screens = new ArrayList<>();

  /** A browser window of somebody at a desk. */
  Screen desk(String root) {
    return screen(root, 1280, 800, "light");
  }

  /** A browser on somebody's phone, in the dark. */
  Screen phone(String root) {
    return screen(root, 390, 844, "dark");
  }

  private Screen screen(String root, int width, int height, String scheme) {
    Screen screen = new Screen(chromium, root, width, height, scheme);
    screens.add(screen);
    return screen;
  }

  /** Fails when a console has shown an error or a warning. */
  void expectQuietConsoles() {
    screens.forEach(Screen::expectQuietConsole);
  }

  @Override
  public void close() {
    screens.forEach(Screen::close);
    chromium.close();
    playwright.close();
  }

  private static Path executable() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            dir ->
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .map(n -> Path.of(dir, n)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
  }
}
