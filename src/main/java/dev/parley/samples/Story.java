package dev.parley.samples;

import java.util.List;

/** What the sample people did in the last days: who they are and whom they follow. */
final class Story {

  private final Diary diary;
  private final Town town;
  private final Talks talks;
  private final Clubs clubs;
  private final Writings writings;

  Story(Diary diary, Town town, Talks talks, Clubs clubs, Writings writings) {
    this.diary = diary;
    this.town = town;
    this.talks = talks;
    this.clubs = clubs;
    this.writings = writings;
  }

  /** Writes all of it into the diary. */
  void tell() {
    List<Resident> all = Resident.ALL;
    for (int i = 0; i < all.size(); i++) {
      Resident resident = all.get(i);
      diary.on(12, "10:%02d".formatted(5 * i / 2), () -> town.arrives(resident));
    }
    diary.on(11, "09:00", this::meet);
    new Chats(diary, town, talks).tell();
    new Gatherings(diary, town, talks, clubs, writings).tell();
    new Feed(diary, town, writings).tell();
    diary.minutesAgo(9, () -> town.follows("samir", "olena"));
    diary.minutesAgo(8, () -> town.follows("kenji", "nora"));
    diary.minutesAgo(7, () -> town.follows("olena", "nora"));
  }

  private void meet() {
    town.isPrivate("nora");
    town.follows("ben", "olena", "mila", "tom", "anna", "samir", "lucia");
    town.follows("mila", "olena", "lucia", "priya", "anna");
    town.follows("tom", "olena", "ben", "kenji");
    town.follows("olena", "ben", "mila", "tom", "vera", "lucia", "priya");
    town.follows("vera", "anna", "olena", "nora");
    town.follows("anna", "vera", "mila", "nora");
    town.follows("kenji", "jonas", "priya");
    town.follows("lucia", "mila", "samir");
    town.follows("samir", "ben", "lucia");
    town.follows("nora", "anna", "vera");
    town.follows("jonas", "kenji", "tom");
    town.follows("priya", "mila", "kenji");
    town.letsFollow("nora", "vera", "anna");
    town.isCloseTo("olena", "ben", "mila");
    // From now on one asks olena, too; whoever follows her already goes on.
    town.isPrivate("olena");
  }
}
