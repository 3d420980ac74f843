package dev.parley.conversations;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Names for rooms that nobody named. They need not be unique, only easy to tell apart. */
final class GeneratedNames {

  private static final List<String> FIRST =
      List.of(
          "Amber", "Autumn", "Blue", "Bright", "Calm", "Clever", "Cosy", "Distant", "Early",
          "Gentle", "Golden", "Green", "Hidden", "Lively", "Lucky", "Merry", "Misty", "Open",
          "Quiet", "Silver", "Sunny", "Swift", "Warm", "Wild");
  private static final List<String> SECOND =
      List.of(
          "Bridge",
          "Brook",
          "Camp",
          "Cove",
          "Garden",
          "Grove",
          "Harbour",
          "Hill",
          "Island",
          "Kitchen",
          "Lantern",
          "Library",
          "Meadow",
          "Mill",
          "Orchard",
          "Porch",
          "River",
          "Shore",
          "Square",
          "Station",
          "Terrace",
          "Tower",
          "Valley",
          "Workshop");

  private GeneratedNames() {}

  static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return FIRST.get(random.nextInt(FIRST.size()))
        + " "
        + SECOND.get(random.nextInt(SECOND.size()))
        + " "
        + random.nextInt(10, 100);
  }
}
