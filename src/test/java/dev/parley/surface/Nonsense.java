package dev.parley.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that are nearly JSON, made of the words of a surface. Each run has the same ones. */
public final class Nonsense {

  private static final List<String> BITS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "null",
          "true",
          "-1",
          "1e99",
          "\"x\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"'; DROP TABLE accounts; --\"");

  private static final int MOST = 12;

  private final Random random = new Random(20_240_501);
  private final List<String> bits = new ArrayList<>(BITS);

  /** Takes names of members, types and things that exist. */
  public Nonsense(String... words) {
    Stream.of(words).map(word -> "\"" + word + "\"").forEach(bits::add);
  }

  /** The next text. */
  public String next() {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(MOST); length >= 0; length--) {
      text.append(bits.get(random.nextInt(bits.size())));
    }
    return text.toString();
  }
}
