package dev.parley.samples;

/** What the sample people did in the last days: the groups that they founded. */
final class Gatherings {

  private final Diary diary;
  private final Town town;
  private final Talks talks;
  private final Clubs clubs;
  private final Writings writings;

  Gatherings(Diary diary, Town town, Talks talks, Clubs clubs, Writings writings) {
    this.diary = diary;
    this.town = town;
    this.talks = talks;
    this.clubs = clubs;
    this.writings = writings;
  }

  void tell() {
    photoWalks();
    chess();
    books();
  }

  /** A group has a room in the messenger. */
  private void founds(
      String name, String club, String title, String description, Landscape picture) {
    talks.is(club, clubs.founds(town, name, club, title, description, picture));
  }

  private void says(int daysAgo, String time, String club, String name, String text) {
    diary.on(daysAgo, time, () -> talks.says(town, club, name, text));
  }

  private void posts(
      int daysAgo, String time, String club, String name, String title, String text) {
    diary.on(daysAgo, time, () -> writings.postsIn(town, clubs.id(club), name, title, text));
  }

  private void photoWalks() {
    String club = "walks";
    diary.on(
        9,
        "19:00",
        () ->
            founds(
                "olena",
                club,
                "Photo walks",
                "Once a month, one camera each, whatever the weather.",
                Landscape.FOREST));
    diary.on(9, "19:10", () -> clubs.takesIn(town, "olena", club, "mila", "ben", "priya"));
    diary.on(8, "09:30", () -> clubs.takesIn(town, "mila", club, "lucia"));
    says(8, "10:00", club, "mila", "Welcome Lucía! She knows what all of it is called.");
    diary.on(8, "10:05", () -> talks.react(town, club, "👋", "olena", "ben", "lucia"));
    posts(
        7,
        "20:00",
        club,
        "mila",
        "What we learned in the fog",
        "Fog is not bad weather, it is a very large softbox. Bring a cloth for the lens.");
    diary.on(7, "20:30", () -> writings.like(town, "What we learned in the fog", "olena", "priya"));
    diary.on(
        7,
        "21:00",
        () ->
            writings.comments(
                town,
                "What we learned in the fog",
                "priya",
                "And dry socks. Above all dry socks."));
    diary.on(
        3,
        "17:00",
        () ->
            clubs.plans(
                town,
                "olena",
                club,
                "Walk around the lake",
                "We meet at the boathouse. Two hours, then tea.",
                diary.ahead(7, "10:00")));
    diary.on(3, "17:30", () -> clubs.answer(town, "Walk around the lake", true, "olena", "mila"));
    diary.on(3, "18:00", () -> clubs.answer(town, "Walk around the lake", true, "priya"));
    diary.on(2, "07:30", () -> clubs.answer(town, "Walk around the lake", false, "ben"));
    says(2, "07:32", club, "ben", "I can't, my sister comes. Take one of the swans for me.");
    diary.minutesAgo(70, () -> clubs.asks(town, "anna", club));
  }

  private void chess() {
    String club = "chess";
    diary.on(
        8,
        "18:00",
        () ->
            founds(
                "jonas",
                club,
                "Chess on Fridays",
                "Beginners and grumblers welcome. Back room of the bookshop, from seven.",
                Landscape.BOARD));
    diary.on(8, "18:30", () -> clubs.takesIn(town, "jonas", club, "kenji", "tom", "samir"));
    says(7, "19:05", club, "jonas", "Who won yesterday? I left before the rook ending.");
    says(7, "19:20", club, "kenji", "Nobody. We agreed on noodles.");
    posts(
        5,
        "12:00",
        club,
        "jonas",
        "Puzzle of the week",
        "White to move and win. Rook b7 is what everybody sees. It is not that.");
    diary.on(
        5,
        "12:40",
        () -> writings.comments(town, "Puzzle of the week", "kenji", "The quiet king move, then?"));
    diary.on(5, "13:00", () -> writings.like(town, "Puzzle of the week", "kenji", "tom", "samir"));
    diary.minutesAgo(90, () -> clubs.invites(town, "tom", club, "olena"));
  }

  private void books() {
    String club = "books";
    diary.on(
        6,
        "20:00",
        () -> founds("vera", club, "Book club", "One book a month, no homework.", Landscape.NIGHT));
    diary.on(6, "20:30", () -> clubs.takesIn(town, "vera", club, "anna", "olena", "nora", "ben"));
    says(6, "21:00", club, "vera", "Next one: **The Master and Margarita**?");
    says(6, "21:04", club, "anna", "I have six copies and one cat named Behemoth. So yes.");
    diary.on(6, "21:05", () -> talks.react(town, club, "🐈‍⬛", "vera", "nora", "olena"));
    says(6, "21:15", club, "nora", "На русском или в переводе?");
    says(6, "21:18", club, "vera", "Как кому удобнее. I read both at once, as always.");
    diary.on(5, "08:00", () -> talks.read(town, club, "olena", "ben", "anna", "vera", "nora"));
  }
}
