package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser of one person, and what one does with it. */
final class Screen {

  static final String PASSWORD = "correct horse battery";

  private final BrowserContext context;
  private final Page page;
  private final String root;
  private final List<String> complaints = new ArrayList<>();

  Screen(Browser browser, String root, int width, int height, String scheme) {
    this.root = root;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** The element with this test id. */
  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  void opens(String path) {
    page.navigate(root + path);
  }

  /** Registers and lands in the application. */
  void registers(String name) {
    opens("/join");
    at("register-name").fill(name);
    at("register-password").fill(PASSWORD);
    at("register-submit").click();
    isConnected();
  }

  void logsIn(String name, String password) {
    at("login-name").fill(name);
    at("login-password").fill(password);
    at("login-submit").click();
  }

  void isConnected() {
    connectionIs("online");
  }

  /** Connects again by itself, sooner or later. */
  void isConnectedWithin(int seconds) {
    assertThat(page.locator("[data-testid=connection-state][data-state=online]").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0));
  }

  void connectionIs(String state) {
    assertThat(page.locator("[data-testid=connection-state][data-state=" + state + "]").first())
        .isVisible();
  }

  /** Opens the chat with somebody from the list of people. */
  void opensChatWith(String userId) {
    opens("/people/" + userId);
    assertThat(at("composer")).isVisible();
  }

  void writes(String text) {
    at("composer").fill(text);
    at("composer").press("Enter");
  }

  /** The message with this text. */
  Locator message(String text) {
    return page.locator("[data-testid=message]")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  /** A message of one's own that has this state. */
  Locator message(String text, String state) {
    return page.locator("[data-testid=message][data-state=" + state + "]")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  /** The texts of all messages, from the top. */
  List<String> messages() {
    return page.getByTestId("message-content").allInnerTexts();
  }

  /** Nothing hangs over the edge. */
  void fitsItsWidth() {
    assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
  }

  void isPictured(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }

  /** The server is away for a while: the browser itself writes down what it could not reach. */
  void forgetsLostConnections() {
    complaints.removeIf(
        text ->
            text.contains("WebSocket connection to")
                || text.contains("Failed to load resource")
                || text.contains("ERR_"));
  }

  void expectQuietConsole() {
    assertEquals(List.of(), complaints);
  }

  void close() {
    context.close();
  }
}
