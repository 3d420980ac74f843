package dev.parley.search;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The forms in which a word is indexed and looked for: as it is written, its stem in English or
 * Russian, as PostgreSQL finds it, and its base forms in Ukrainian.
 */
@ApplicationScoped
@Transactional
public class WordForms {

  @Inject Sql sql;
  @Inject UkrainianLemmas lemmas;

  /** The forms of each of some {@link Words}, the word itself first. */
  Map<String, Set<String>> of(Collection<String> words) {
    Map<String, Set<String>> forms = new HashMap<>();
    for (String word : words) {
      forms.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(word);
    }
    List<String> latin = select(forms.keySet(), c -> c < 0x80);
    List<String> cyrillic = select(forms.keySet(), Words::isCyrillic);
    stems("pg_catalog.english_stem", latin, forms);
    stems("pg_catalog.russian_stem", cyrillic, forms);
    lemmas.of(cyrillic).forEach((word, found) -> forms.get(word).addAll(found));
    return forms;
  }

  /** A word is of one script, but for what joins letters and for digits, by its first letter. */
  private static List<String> select(Collection<String> words, IntPredicate letter) {
    return words.stream().filter(word -> letter.test(word.codePointAt(0))).toList();
  }

  private void stems(String dictionary, List<String> words, Map<String, Set<String>> forms) {
    if (words.isEmpty()) {
      return;
    }
    record Found(String word, List<String> stems) {}
    sql.list(
            row -> new Found(row.getString("word"), texts(row.getArray("stems"))),
            "SELECT word, ts_lexize(?::regdictionary, word) AS stems FROM unnest(?::text[]) AS i(word)",
            dictionary,
            words.toArray(String[]::new))
        .forEach(found -> forms.get(found.word()).addAll(found.stems()));
  }

  /** Null when it is no word at all; empty for "the" and the like, found only as they are. */
  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
