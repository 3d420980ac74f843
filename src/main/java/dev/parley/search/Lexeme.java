package dev.parley.search;

/** How a word's form stands in the index: behind its conversation. */
final class Lexeme {

  private Lexeme() {}

  /** The form as PostgreSQL reads it, in a {@code tsvector} or a {@code tsquery}. */
  static String of(String conversation, String form) {
    return "'" + conversation + "/" + form.replace("'", "''") + "'";
  }
}
