package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of the client looks in order, wide and narrow, light and dark. */
abstract class LooksTest extends BrowserTest {

  /**
   * A page that is looked at.
   *
   * @param name what its picture is called
   * @param sign what shows that it is there
   */
  record Look(String name, String path, String sign) {}

  /** Who looks. */
  abstract Person reader();

  /** What they look at. */
  abstract List<Look> looks();

  @Test
  void everyPageFitsADeskInLight() {
    everyPageFits(desk(reader(), "/"), "desk-light");
  }

  @Test
  void everyPageFitsADeskInTheDark() {
    Screen screen = desk(reader(), "/settings");
    screen.takesTheme("dark");
    everyPageFits(screen, "desk-dark");
  }

  @Test
  void everyPageFitsAPhoneInTheDark() {
    everyPageFits(phone(reader(), "/"), "phone-dark");
  }

  @Test
  void everyPageFitsAPhoneInLight() {
    Screen screen = phone(reader(), "/settings");
    screen.takesTheme("light");
    everyPageFits(screen, "phone-light");
  }

  private void everyPageFits(Screen screen, String name) {
    for (Look look : looks()) {
      screen.opens(look.path());
      screen.isConnected();
      assertThat(screen.at(look.sign()).first()).isVisible();
      isInOrder(screen);
      screen.isPictured(look.name() + "-" + name);
    }
  }

  /** No part of it scrolls sideways, and none brings a style of its own past the policy. */
  static void isInOrder(Screen screen) {
    screen.fitsItsWidth();
    assertEquals(0, screen.page().locator("[style], style").count(), screen.page().url());
  }
}
