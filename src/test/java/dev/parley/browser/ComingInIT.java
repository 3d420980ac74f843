package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComingInIT extends BrowserTest {

  private Screen screen;

  @BeforeEach
  void somebodyNewHasAPhone() {
    screen = phone();
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
  }

  @Test
  void withoutASessionEveryPageLeadsToLogInAndBackAfterwards() {
    Person ann = parley.register(Parley.unique("ann"), Screen.PASSWORD);
    for (String path : List.of("/chat/1", "/people", "/settings/sessions")) {
      Screen fresh = desk();
      fresh.opens(path);
      assertThat(fresh.at("login-name")).isVisible();
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
    assertThat(screen.at("login-password-error")).containsText("nvalid name or password");
    assertThat(screen.at("login-password")).isFocused();
    // The browser itself writes down every 401.
    screen.forgetsLostConnections();
  }

  @Test
  void loggingOutEndsTheSession() {
    screen.registers(Parley.unique("ann"));
    screen.opens("/settings");
    screen.at("logout").click();
    assertThat(screen.at("login-name")).isVisible();
    // whoever comes next does not begin in the settings
    assertThat(screen.page()).hasURL(Pattern.compile("/login$"));
    screen.opens("/people");
    assertThat(screen.at("login-name")).isVisible();
  }

  @Test
  void aTakenNameAndAShortPasswordAreToldBesideThem() {
    Person ann = parley.person("ann");
    screen.opens("/join");
    screen.at("register-name").fill(ann.name().toUpperCase(Locale.ROOT));
    screen.at("register-password").fill("short");
    screen.at("register-submit").click();
    assertThat(screen.at("register-password-error")).hasText("At least 8 characters");
    screen.at("register-password").fill(Screen.PASSWORD);
    screen.at("register-submit").click();
    assertThat(screen.at("register-name-error")).containsText("taken");
    // The browser itself writes down every 409.
    screen.forgetsLostConnections();
  }

  @Test
  void aSessionEndedInTheListIsLoggedOutThere() {
    Person ann = parley.register(Parley.unique("ann"), Screen.PASSWORD);
    screen.entersAs(ann, "/people");
    Screen elsewhere = desk(parley.logIn(ann, Screen.PASSWORD), "/settings/sessions");
    assertThat(elsewhere.at("session")).hasCount(2);
    elsewhere.at("end-session").click();
    assertThat(screen.at("auth-notice")).isVisible();
    assertThat(elsewhere.at("session")).hasCount(1);

    screen.logsIn(ann.name(), Screen.PASSWORD);
    assertThat(screen.page()).hasURL(parley.root() + "/people");
    screen.isConnected();
  }

  @Test
  void aNewPasswordEndsAllOtherSessions() {
    Person ann = parley.register(Parley.unique("ann"), Screen.PASSWORD);
    screen.entersAs(ann, "/");
    Screen elsewhere = desk(parley.logIn(ann, Screen.PASSWORD), "/settings");
    elsewhere.at("old-password").fill(Screen.PASSWORD);
    elsewhere.at("new-password").fill("another long password");
    elsewhere.at("password-submit").click();
    assertThat(elsewhere.at("password-done")).containsText("Changed");
    assertThat(screen.at("auth-notice")).isVisible();
    screen.logsIn(ann.name(), "another long password");
    screen.isConnected();
    elsewhere.isConnected();
  }
}
