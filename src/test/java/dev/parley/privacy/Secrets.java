package dev.parley.privacy;

import dev.parley.client.Parley;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Words that stand in things and nowhere else, and by which one knows them again. */
final class Secrets {

  /** A word of things. */
  private record Of(Thing thing, Kind kind, Viewer owner) {}

  private final String run = Parley.unique("").replaceAll("\\D", "");
  private final String common = "kohlrabi" + run;
  private final Map<String, Of> words = new ConcurrentHashMap<>();

  /** A word that stands in all of them, by which one searches. */
  String common() {
    return common;
  }

  /**
   * A text for a thing.
   *
   * @param owner whose it is, when it is a viewer's own
   */
  String text(Thing thing, Kind kind, Viewer owner) {
    return common + " " + word(thing, kind, owner);
  }

  /** The word by which one knows it again. */
  String word(Thing thing, Kind kind, Viewer owner) {
    Viewer whose = kind == Kind.OWN ? owner : null;
    String word =
        ("zq" + thing + "x" + kind + "x" + (whose == null ? "" : whose) + "x" + run + "x")
            .replace("_", "")
            .toLowerCase(Locale.ROOT);
    words.putIfAbsent(word, new Of(thing, kind, whose));
    return word;
  }

  /** The words in a text that a viewer may not see, and of what they are. */
  Map<String, String> leaked(String text, Viewer viewer, Table table) {
    Map<String, String> leaked = new TreeMap<>();
    words.forEach(
        (word, of) -> {
          // Everybody may know of everybody's group.
          boolean may =
              of.kind() == Kind.OWN
                  ? of.owner() == viewer || of.thing() == Thing.GROUP
                  : of.kind() != Kind.DELETED
                      && table.seers(of.thing(), of.kind()).contains(viewer);
          if (!may && text.contains(word)) {
            leaked.put(word, of.toString());
          }
        });
    return leaked;
  }
}
