package dev.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * The base forms of Ukrainian words. Ukrainian changes within words (стіл, стола), so cutting off
 * endings does not do; a dictionary knows. It takes 7 MB, and is read when the first word asks.
 */
@ApplicationScoped
public class UkrainianLemmas {

  private static final String DICTIONARY = "/ua/net/nlp/ukrainian.dict";
  private static final String PROPERTIES = "/ua/net/nlp/ukrainian.info";

  private Dictionary dictionary;

  /** The base forms of each word that is in the dictionary; several where it may be several. */
  public Map<String, Set<String>> of(Collection<String> words) {
    Map<String, Set<String>> lemmas = new HashMap<>();
    if (words.isEmpty()) {
      return lemmas;
    }
    // It keeps what it is looking at; the dictionary itself is only read.
    DictionaryLookup lookup = new DictionaryLookup(dictionary());
    for (String word : words) {
      Set<String> found = new LinkedHashSet<>();
      // The dictionary writes г for ґ.
      for (WordData data : lookup.lookup(word.replace('ґ', 'г'))) {
        found.add(data.getStem().toString().toLowerCase(Locale.ROOT));
      }
      if (!found.isEmpty()) {
        lemmas.put(word, found);
      }
    }
    return lemmas;
  }

  private synchronized Dictionary dictionary() {
    if (dictionary == null) {
      try (InputStream forms = Dictionary.class.getResourceAsStream(DICTIONARY);
          InputStream properties = Dictionary.class.getResourceAsStream(PROPERTIES)) {
        dictionary = Dictionary.read(forms, properties);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return dictionary;
  }
}
