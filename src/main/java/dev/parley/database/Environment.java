package dev.parley.database;

/** Settings that are needed before there is an application that could read them. */
final class Environment {

  private Environment() {}

  /**
   * An environment variable or, without it, the system property of that name; empty without both.
   */
  static String get(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      value = System.getProperty(name, "");
    }
    return value.strip();
  }
}
