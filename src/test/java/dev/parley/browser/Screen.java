package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import dev.parley.client.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser of one person, and what one does with it. */
final class Screen {

  static final String PASSWORD = "correct horse battery";

  private final BrowserContext context;
  private Page page;
  private final String root;
  private final List<String> complaints = new ArrayList<>();

  Screen(Browser browser, String root, Browser.NewContextOptions kind) {
    this(browser.newContext(kind), root);
  }

  private Screen(BrowserContext context, String root) {
    this.context = context;
    this.root = root;
    newPage();
  }

  private void newPage() {
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " " + message.location());
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

  /** Opens a page with a session of somebody's, as if they had logged in here. */
  Screen entersAs(Person person, String path) {
    context.addCookies(List.of(new Cookie("parley_session", person.token()).setUrl(root)));
    opens(path);
    isConnectedWithin(20); // a server that has just started takes its time for the first one
    return this;
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
    return withContent(page.locator("[data-testid=message]"), text);
  }

  /** A message of one's own that has this state. */
  Locator message(String text, String state) {
    return withContent(page.locator("[data-testid=message][data-state=" + state + "]"), text);
  }

  // Only the content: "number 22", written at 10:11, is not "number 221".
  private Locator withContent(Locator messages, String text) {
    Locator content =
        page.getByTestId("message-content").filter(new Locator.FilterOptions().setHasText(text));
    return messages.filter(new Locator.FilterOptions().setHas(content));
  }

  /** This conversation in the list. */
  Locator conversation(String chat) {
    return page.locator("[data-testid=conversation-item][data-chat-id='" + chat + "']");
  }

  /** This person in the list. */
  Locator person(Person person) {
    return page.locator("[data-testid=person-item][data-user-id='" + person.id() + "']");
  }

  /** Chooses this person for a group. */
  void picks(Person person) {
    page.locator("[data-testid=pick-person][data-user-id='" + person.id() + "']").click();
  }

  /** The texts of all messages, from the top. */
  List<String> messages() {
    return page.getByTestId("message-content").allInnerTexts();
  }

  /** Chooses {@code light}, {@code dark} or {@code system} on the page of settings. */
  void takesTheme(String theme) {
    at("theme-" + theme).locator("xpath=..").click();
    assertThat(at("theme-" + theme)).isChecked();
  }

  /** Nothing scrolls sideways, and nothing that one can use hangs over the edge. */
  void fitsItsWidth() {
    Object wide =
        page.evaluate(
            """
            () => {
              const all = [...document.querySelectorAll('html, body *')];
              const scrolls = (each) => each === document.documentElement
                || ['auto', 'scroll'].includes(getComputedStyle(each).overflowX);
              const tooWide = (each) => each.scrollWidth > each.clientWidth && scrolls(each);
              const outside = (each) => each.matches('button, a, input, textarea')
                && each.checkVisibility()
                && (each.getBoundingClientRect().left < 0
                  || each.getBoundingClientRect().right > innerWidth);
              return all.filter((each) => tooWide(each) || outside(each))
                .map((each) => each.outerHTML.slice(0, 100));
            }
            """);
    assertEquals(List.of(), wide, page.url());
  }

  void isPictured(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }

  /** The service worker has all files: from now on the program opens without a network. */
  void keepsTheProgram() {
    page.waitForFunction("() => navigator.serviceWorker.controller");
  }

  /** The network is gone. */
  void goesOffline() {
    context.setOffline(true);
    connectionIs("offline");
  }

  /** The network is there again. */
  void comesBack() {
    context.setOffline(false);
  }

  /** One more page of the same browser. */
  Screen tab() {
    return new Screen(context, root);
  }

  /** Everything that this browser keeps, as text. */
  String keeps() {
    return (String)
        page.evaluate(
            """
            async () => {
              const answer = (request) => new Promise((done, failed) => {
                request.onsuccess = () => done(request.result);
                request.onerror = () => failed(request.error);
              });
              const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
              for (const { name } of await indexedDB.databases()) {
                const db = await answer(indexedDB.open(name));
                for (const store of db.objectStoreNames) {
                  const all = db.transaction(store).objectStore(store).getAll();
                  kept.push(`${store}: ${JSON.stringify(await answer(all))}`);
                }
                db.close();
              }
              for (const name of await caches.keys()) {
                const requests = await (await caches.open(name)).keys();
                kept.push(...requests.map(({ url }) => url));
              }
              return kept.join('\\n');
            }
            """);
  }

  /** Waits until the browser keeps this text. */
  void isKept(String text) {
    page.waitForCondition(() -> keeps().contains(text));
  }

  /** Waits until the browser keeps this text no more. */
  void isForgotten(String text) {
    page.waitForCondition(() -> !keeps().contains(text));
  }

  /** Closes the page and has an empty one, in the same browser. */
  void closesItsPage() {
    Page closed = page;
    newPage();
    closed.close();
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
