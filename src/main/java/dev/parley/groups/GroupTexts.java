package dev.parley.groups;

import dev.parley.kernel.Refusal;

/** The texts of groups and events, as they are kept. */
final class GroupTexts {

  private GroupTexts() {}

  /** One line that is there. */
  static String title(String given, int longest) {
    if (given == null || given.isBlank()) {
      throw Refusal.invalid("title", "Title is missing");
    }
    String title = checked("title", given, longest);
    if (title.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("title", "title may not have control characters");
    }
    return title;
  }

  /** Any text; null is none. */
  static String description(String given, int longest) {
    return given == null ? "" : checked("description", given, longest);
  }

  private static String checked(String field, String given, int longest) {
    String text = given.strip();
    if (text.codePointCount(0, text.length()) > longest) {
      throw Refusal.invalid(field, field + " may have at most " + longest + " characters");
    }
    return text;
  }
}
