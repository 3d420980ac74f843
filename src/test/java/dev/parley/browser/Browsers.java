package dev.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    return screen(root, 1280, 800, ColorScheme.LIGHT);
  }

  /** A browser on somebody's phone, in the dark. */
  Screen phone(String root) {
    return screen(root, 390, 844, ColorScheme.DARK);
  }

  /** A desk in a part of the world, such as {@code Asia/Tokyo}. */
  Screen deskIn(String root, String zone) {
    return screen(
        root, new Browser.NewContextOptions().setViewportSize(1280, 800).setTimezoneId(zone));
  }

  /** A phone that knows that it is one: it is touched. */
  Screen finger(String root) {
    return screen(
        root,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setColorScheme(ColorScheme.DARK)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  private Screen screen(String root, int width, int height, ColorScheme scheme) {
    return screen(
        root,
        new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
  }

  private Screen screen(String root, Browser.NewContextOptions kind) {
    Screen screen = new Screen(chromium, root, kind);
    screens.add(screen);
    return screen;
  }

  /** Fails when a console has shown an error or a warning. */
  void expectQuietConsoles() {
    screens.forEach(Screen::expectQuietConsole);
  }

  /** Pictures of all screens, numbered as they were opened. */
  void arePictured(String name) {
    for (int i = 0; i < screens.size(); i++) {
      screens.get(i).isPictured(name + "-" + (i + 1));
    }
  }

  /** Closes all screens; fails when a console has shown an error or a warning. */
  void closeScreens() {
    try {
      expectQuietConsoles();
    } finally {
      screens.forEach(Screen::close);
      screens.clear();
    }
  }

  @Override
  public void close() {
    screens.forEach(Screen::close);
    chromium.close();
    playwright.close();
  }

  /** The one that the property {@code parley.chromium} names, otherwise the first on the PATH. */
  private static Path executable() {
    Stream<Path> onPath =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(
                dir ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(dir, name)));
    Stream<Path> named = Stream.ofNullable(System.getProperty("parley.chromium")).map(Path::of);
    return Stream.concat(named, onPath)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
  }
}
