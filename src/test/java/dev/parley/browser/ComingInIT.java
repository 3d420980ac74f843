package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Response;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComingInIT extends ClientTest {

  private Browsers browsers;
  private Screen screen;

  @BeforeEach
  void open() {
    browsers = new Browsers();
    screen = browsers.phone(parley.root().toString());
  }

  @AfterEach
  void close() {
    browsers.expectQuietConsoles();
    browsers.close();
  }

  @Test
  void oneRegistersAndIsIn() {
    String name = Parley.unique("ann");
    screen.registers(name);
    assertThat(screen.at("me")).hasText(name);
    screen.fitsItsWidth();
  }

  @Test
  void aGuestNeedsOnlyANameAndCanSetAPasswordLater() {
    screen.opens("/join");
    screen.at("register-name").fill(Parley.unique("visitor"));
    screen.at("register-guest").check();
    screen.at("register-submit").click();
    screen.isConnected();
    screen.opens("/settings");
    assertThat(screen.at("account")).containsText("guest");
    screen.at("new-password").fill(Screen.PASSWORD);
    screen.at("password-submit").click();
    assertThat(screen.at("account")).not().containsText("guest");
    screen.isPictured("settings-phone");
  }

  @Test
  void withoutASessionEveryPageLeadsToLogInAndBackAfterwards() {
    Person ann = parley.register(Parley.unique("ann"), Screen.PASSWORD);
    for (String path : List.of("/chat/1", "/people", "/settings/sessions")) {
      Screen fresh = browsers.desk(parley.root().toString());
      fresh.opens(path);
      assertThat(fresh.at("login-name")).isVisible();
      fresh.isPictured("login-desk");
      fresh.logsIn(ann.name(), Screen.PASSWORD);
      assertThat(fresh.page()).hasURL(parley.root() + path);
      fresh.isConnected();
    }
  }

  @Test
  void aWrongPasswordIsToldBesideTheForm() {
    Person ann = parley.register(Parley.unique("ann"), Screen.PASSWORD);
    screen.opens("/login");
    screen.logsIn(ann.name(), "wrong password");
    assertThat(screen.page().getByText("invalid name or password")).isVisible();
    // The browser itself writes down every 401.
    screen.forgetsLostConnections();
  }

  @Test
  void loggingOutEndsTheSession() {
    screen.registers(Parley.unique("ann"));
    screen.opens("/settings");
    screen.at("logout").click();
    assertThat(screen.at("login-name")).isVisible();
    screen.opens("/people");
    assertThat(screen.at("login-name")).isVisible();
  }

  @Test
  void pagesComeWithAPolicyThatLetsNoForeignScriptRun() {
    Response page = screen.page().navigate(parley.root() + "/login");
    String policy = page.headerValue("Content-Security-Policy");
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", page.headerValue("X-Content-Type-Options"));
    assertEquals(0, screen.page().locator("[style]").count());
  }
}
