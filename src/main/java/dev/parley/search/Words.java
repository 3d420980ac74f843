package dev.parley.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a text into words: letters and digits, without regard to case and accents. Everything else
 * separates them, so a text has no syntax: a link or a line of code is the words that stand in it.
 */
final class Words {

  /** More of a word than this is not looked at. */
  private static final int LONGEST = 64;

  /** What English writes behind a name does not belong to it. */
  private static final Pattern POSSESSIVE = Pattern.compile("(?<=[a-z])['’]s(?![\\p{L}\\p{N}])");

  private static final int BREVE = 0x306;
  private static final int DIAERESIS = 0x308;

  private final List<String> found = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int base;
  private boolean apostrophe;

  private Words() {}

  /** The words of a text, in their order. */
  static List<String> of(String text) {
    Words words = new Words();
    // Taken apart, an accent is a character of its own.
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .transform(lower -> POSSESSIVE.matcher(lower).replaceAll(""))
        .transform(lower -> Normalizer.normalize(lower, Normalizer.Form.NFD))
        .codePoints()
        .forEach(words::take);
    words.end();
    return words.found;
  }

  private void take(int c) {
    if (isApostrophe(c) && isCyrillic(base)) {
      apostrophe = true;
    } else if (Character.isLetterOrDigit(c)) {
      letter(c);
    } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
      mark(c);
    } else if (!isInvisible(c)) {
      end();
    }
  }

  private void letter(int c) {
    if (apostrophe && isCyrillic(c)) {
      // Ukrainian has it within words; elsewhere it separates.
      append('\'');
    } else if (apostrophe) {
      end();
    }
    apostrophe = false;
    append(c);
    base = c;
  }

  /** Keeps what makes another letter (й, ї, ў) and drops what is an accent (ё, é). */
  private void mark(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(base);
    boolean letter =
        switch (script) {
          case LATIN, GREEK -> false;
          case CYRILLIC -> c == BREVE || c == DIAERESIS && base == 'і';
          default -> true;
        };
    if (letter && !word.isEmpty()) {
      append(c);
    }
  }

  private void append(int c) {
    if (word.length() < LONGEST) {
      word.appendCodePoint(c);
    }
  }

  private void end() {
    if (!word.isEmpty()) {
      found.add(Normalizer.normalize(word, Normalizer.Form.NFC));
      word.setLength(0);
    }
    base = 0;
    apostrophe = false;
  }

  static boolean isCyrillic(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == 'ʼ' || c == '`';
  }

  /** Soft hyphens and the like may stand within a word without being seen. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
