package dev.parley.posts;

import dev.parley.kernel.Refusal;

/** How long what people write here may be. */
final class Texts {

  static final int TITLE = 200;
  static final int BODY = 10_000;
  static final int COMMENT = 2_000;

  private Texts() {}

  /** A title without the space around it. */
  static String title(String given) {
    return check("title", "Title", given, TITLE);
  }

  /** The text of a post. */
  static String body(String given) {
    return check("body", "Text", given, BODY);
  }

  /** The text of a comment. */
  static String comment(String given) {
    return check("content", "Text", given, COMMENT);
  }

  private static String check(String field, String name, String given, int most) {
    String text = given == null ? "" : given.strip();
    if (text.isEmpty()) {
      throw Refusal.invalid(field, name + " is missing");
    }
    if (text.length() > most) {
      throw Refusal.invalid(field, name + " must have at most " + most + " characters");
    }
    return text;
  }
}
