package dev.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static void words(String text, String... expected) {
    assertEquals(List.of(expected), Words.of(text), text);
  }

  @Test
  void lettersAndDigitsAreWordsAndEverythingElseSeparatesThem() {
    words("Hello, World!", "hello", "world");
    words("a-b_c/d.e@f", "a", "b", "c", "d", "e", "f");
    words("`x = y2 + 42;`", "x", "y2", "42");
    words("' & | ! :* \\ ~ % 🐈‍⬛ …");
    words("");
    words("\0a\0b\0", "a", "b");
    words("half \ud83d a pair", "half", "a", "pair");
  }

  @Test
  void caseWidthAndAccentsDoNotCount() {
    words("ÄPFEL Café naïve", "apfel", "cafe", "naive");
    words("cafe\u0301", "cafe");
    words("ＷＩＤＥ ﬁne", "wide", "fine");
    words("Ёлка, МОЛОКО́", "елка", "молоко");
  }

  @Test
  void whatMakesAnotherLetterCounts() {
    words("йод їжак ўсё", "йод", "їжак", "ўсе");
  }

  @Test
  void anApostropheBelongsToCyrillicWordsOnly() {
    words("п'ять сім’я обʼєкт", "п'ять", "сім'я", "об'єкт");
    words("'слово' ’слово", "слово", "слово");
    words("don't", "don", "t");
    words("Ann's cat, Ben’s dog", "ann", "cat", "ben", "dog");
  }

  @Test
  void whatIsNotSeenDoesNotSeparate() {
    words("soft\u00adhyphen zero\u200bwidth", "softhyphen", "zerowidth");
  }

  @Test
  void oneWordMayStandTwiceAndNoneIsEndless() {
    words("to be or not to be", "to", "be", "or", "not", "to", "be");
    words("x".repeat(1000), "x".repeat(64));
  }
}
