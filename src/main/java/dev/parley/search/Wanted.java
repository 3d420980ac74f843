package dev.parley.search;

import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked for, as the index is asked for it. Callers are in a transaction. */
@ApplicationScoped
class Wanted {

  /** It may have so many characters. */
  private static final int LONGEST = 200;

  @Inject WordForms wordForms;

  /** Refuses what is missing or too long. */
  static void check(String text) {
    if (text == null) {
      throw Refusal.invalid("text", "text is missing");
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw Refusal.invalid("text", "text must have at most " + LONGEST + " characters");
    }
  }

  /**
   * That every word stands there in one of its forms; of the last one, the beginning is enough.
   *
   * @param place where it is to stand, see {@link Lexeme}
   * @param words at least one
   * @return a {@code tsquery}
   */
  String query(String place, List<String> words) {
    Map<String, Set<String>> forms = wordForms.of(words);
    String last = words.get(words.size() - 1);
    Stream<String> before =
        words.subList(0, words.size() - 1).stream()
            .distinct()
            .map(word -> any(place, forms.get(word)));
    return Stream.concat(before, Stream.of(begins(place, last, forms.get(last))))
        .collect(Collectors.joining(" & "));
  }

  private static String any(String place, Collection<String> forms) {
    return forms.stream()
        .map(form -> Lexeme.of(place, form))
        .collect(Collectors.joining(" | ", "(", ")"));
  }

  private static String begins(String place, String word, Set<String> forms) {
    return Stream.concat(
            Stream.of(Lexeme.of(place, word) + ":*"),
            forms.stream().map(form -> Lexeme.of(place, form)))
        .collect(Collectors.joining(" | ", "(", ")"));
  }
}
