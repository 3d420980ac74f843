package dev.parley.messages;

import dev.parley.accounts.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a text mentions: {@code @name}, at the beginning of a word, and not in code. Every
 * step takes time in proportion to the text.
 */
final class Mentions {

  /** Past this many, further names are just text. */
  private static final int MOST = 50;

  private static final Pattern CODE = Pattern.compile("```[^`]*+```|`[^`\n]*+`");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}._@-])@([\\p{L}\\p{M}\\p{N}._-]{1,64}+)");
  private static final Pattern LAST_MARKS = Pattern.compile("[._-]++$");

  private Mentions() {}

  /** Every name that may be meant, as names are compared. */
  static Set<String> keys(String content) {
    Set<String> keys = new LinkedHashSet<>();
    candidates(content).forEach(keys::addAll);
    return keys;
  }

  /**
   * The people who are meant.
   *
   * @param people finds somebody by the name as it is compared, or null
   */
  static List<Long> resolve(String content, Function<String, Long> people) {
    Set<Long> found = new LinkedHashSet<>();
    for (List<String> keys : candidates(content)) {
      keys.stream().map(people).filter(id -> id != null).findFirst().ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** For each mention its possible names, the longest first: a full stop may end the sentence. */
  private static Collection<List<String>> candidates(String content) {
    List<List<String>> all = new ArrayList<>();
    if (content.indexOf('@') < 0) {
      return all;
    }
    Matcher matcher = NAME.matcher(CODE.matcher(content).replaceAll(" "));
    while (matcher.find() && all.size() < MOST) {
      String name = matcher.group(1);
      String shorter = LAST_MARKS.matcher(name).replaceFirst("");
      all.add(
          shorter.isEmpty() || shorter.equals(name)
              ? List.of(Names.key(name))
              : List.of(Names.key(name), Names.key(shorter)));
    }
    return all;
  }
}
