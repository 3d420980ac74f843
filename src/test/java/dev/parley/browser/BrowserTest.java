package dev.parley.browser;

import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test that sits in front of the client. An error or a warning in a browser's console fails it,
 * and whatever fails it leaves pictures of all screens in {@code target/screenshots}.
 */
abstract class BrowserTest extends ClientTest {

  private static Browsers browsers;

  @RegisterExtension
  final AfterTestExecutionCallback pictured =
      test -> {
        if (test.getExecutionException().isPresent()) {
          browsers.arePictured("failed-" + test.getRequiredTestMethod().getName());
        }
      };

  @BeforeAll
  static void start() {
    browsers = new Browsers();
  }

  @AfterEach
  void close() {
    browsers.closeScreens();
  }

  @AfterAll
  static void end() {
    browsers.close();
  }

  /** A browser window of somebody at a desk, whom nobody knows yet. */
  final Screen desk() {
    return browsers.desk(parley.root().toString());
  }

  /** A browser on somebody's phone, in the dark. */
  final Screen phone() {
    return browsers.phone(parley.root().toString());
  }

  /** Somebody's phone that is used with a finger, with their session, on this page. */
  final Screen finger(Person person, String path) {
    return browsers.finger(parley.root().toString()).entersAs(person, path);
  }

  /** Somebody's desk, with their session, on this page. */
  final Screen desk(Person person, String path) {
    return desk().entersAs(person, path);
  }

  /** Somebody's desk in a part of the world, such as {@code Asia/Tokyo}. */
  final Screen deskIn(String zone, Person person, String path) {
    return browsers.deskIn(parley.root().toString(), zone).entersAs(person, path);
  }

  /** Somebody's phone, with their session, on this page. */
  final Screen phone(Person person, String path) {
    return phone().entersAs(person, path);
  }
}
