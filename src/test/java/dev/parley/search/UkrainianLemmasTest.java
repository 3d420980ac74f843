package dev.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UkrainianLemmasTest {

  private final UkrainianLemmas lemmas = new UkrainianLemmas();

  private Set<String> of(String word) {
    return lemmas.of(List.of(word)).getOrDefault(word, Set.of());
  }

  @Test
  void aFormHasItsBase() {
    Map<String, String> bases =
        Map.of(
            "стола", "стіл",
            "ночі", "ніч",
            "друзів", "друг",
            "пише", "писати",
            "вогню", "вогонь",
            "сім'ї", "сім'я",
            "яблук", "яблуко",
            "києва", "київ");
    bases.forEach((form, base) -> assertTrue(of(form).contains(base), form + ": " + of(form)));
  }

  @Test
  void aFormOfSeveralWordsHasSeveralBases() {
    assertTrue(of("мати").size() > 1, of("мати").toString());
  }

  @Test
  void bothSpellingsOfAnOldLetterAreOne() {
    assertEquals(of("ганок"), of("ґанок"));
    assertTrue(!of("ґанок").isEmpty());
  }

  @Test
  void whatIsNoWordHasNone() {
    assertEquals(Map.of(), lemmas.of(List.of("щщщщ", "word", "", "1", "\0", "🐈")));
    assertEquals(Map.of(), lemmas.of(List.of()));
  }

  @Test
  void severalMayAskAtOnce() {
    boolean same =
        IntStream.range(0, 2000)
            .parallel()
            .allMatch(i -> of(i % 2 == 0 ? "ночі" : "стола").contains(i % 2 == 0 ? "ніч" : "стіл"));
    assertTrue(same);
  }
}
