package dev.parley.search;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** How a word's form stands in the index: behind where it was written. */
final class Lexeme {

  /** Where posts are written; messages are written in a conversation, which has a number. */
  static final String POSTS = "post";

  /** More of a text's forms than this, in characters, are not indexed. */
  private static final int LONGEST = 250_000;

  private Lexeme() {}

  /** The form as PostgreSQL reads it, in a {@code tsvector} or a {@code tsquery}. */
  static String of(String place, String form) {
    return "'" + place + "/" + form.replace("'", "''") + "'";
  }

  /** All the forms of a text's words, as a {@code tsvector}. */
  static String vector(String place, Collection<String> words, Map<String, Set<String>> forms) {
    StringBuilder lexemes = new StringBuilder();
    for (String word : words) {
      for (String form : forms.get(word)) {
        if (lexemes.length() < LONGEST) {
          lexemes.append(of(place, form)).append(' ');
        }
      }
    }
    return lexemes.toString();
  }
}
