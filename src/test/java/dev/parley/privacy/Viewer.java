package dev.parley.privacy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who looks: what somebody is to those whose the things are. */
enum Viewer {
  /** Without a session. */
  ANONYMOUS,
  STRANGER,
  /** Has asked to follow, and to come into the group. */
  REQUESTED,
  FOLLOWER,
  /** A follower who was chosen. */
  FRIEND,
  INVITED,
  MEMBER,
  /** Was in the group. */
  FORMER,
  /** Was a close friend and a member before. */
  BLOCKED,
  /** The same, but it is they who block. */
  BLOCKER,
  /** Of the group. */
  MODERATOR,
  /** Of the server. */
  ADMINISTRATOR;

  private static final Set<Viewer> ALL = EnumSet.complementOf(EnumSet.of(ANONYMOUS));

  /** The names of sets; each viewer has their own name, too. */
  private static final Map<String, Set<Viewer>> SETS =
      Map.of(
          "-", Set.of(),
          "all", ALL,
          "plain", without(ADMINISTRATOR),
          "known", without(BLOCKED),
          "unblocked", without(BLOCKED, BLOCKER),
          "followers", EnumSet.of(FOLLOWER, FRIEND),
          "friends", EnumSet.of(FRIEND),
          "members", EnumSet.of(MEMBER, MODERATOR));

  /** Those who have a session. */
  static List<Viewer> withSession() {
    return List.copyOf(ALL);
  }

  /** Those of whom a text speaks: names with {@code +} between them. */
  static Set<Viewer> named(String text) {
    Set<Viewer> named = EnumSet.noneOf(Viewer.class);
    Arrays.stream(text.split("\\+"))
        .map(name -> SETS.containsKey(name) ? SETS.get(name) : Set.of(one(name)))
        .forEach(named::addAll);
    return named;
  }

  private static Viewer one(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Set<Viewer> without(Viewer... others) {
    return EnumSet.complementOf(EnumSet.of(ANONYMOUS, others));
  }
}
