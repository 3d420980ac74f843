package dev.parley.samples;

/** What the sample people did in the last days: what they posted. */
final class Feed {

  private final Diary diary;
  private final Town town;
  private final Writings writings;

  Feed(Diary diary, Town town, Writings writings) {
    this.diary = diary;
    this.town = town;
    this.writings = writings;
  }

  private void comments(int daysAgo, String time, String post, String name, String text) {
    diary.on(daysAgo, time, () -> writings.comments(town, post, name, text));
  }

  private void like(int daysAgo, String time, String post, String... names) {
    diary.on(daysAgo, time, () -> writings.like(town, post, names));
  }

  void tell() {
    outside();
    inside();
    forSome();
    diary.on(1, "22:00", () -> writings.like(town, "Saturn, finally", "kenji", "mila", "olena"));
  }

  private void outside() {
    String ridge = "Above the clouds at seven";
    diary.on(
        6,
        "07:40",
        () ->
            writings.shows(
                town,
                "mila",
                ridge,
                "Three hours of walking in the dark for ten minutes of this. I would do it again"
                    + " tomorrow, and I will.",
                Landscape.RIDGE,
                "nature",
                "photography"));
    comments(6, "08:10", ridge, "olena", "Where is this? And why was I asleep?");
    comments(
        6, "08:15", ridge, "mila", "Behind the second hut. You were asleep because you are sane.");
    like(6, "09:00", ridge, "olena", "ben", "lucia", "priya", "anna", "tom");
    String weeds = "In praise of weeds";
    diary.on(
        4,
        "13:00",
        () ->
            writings.posts(
                town,
                "lucia",
                weeds,
                "What grows between the paving stones of our street: eleven species, two of them"
                    + " rare, all of them stepped on. A list for those who look down.",
                Writings.FOR_EVERYBODY,
                "nature",
                "science"));
    comments(4, "14:20", weeds, "samir", "Can one eat any of it?");
    comments(4, "14:31", weeds, "lucia", "Seven of eleven. Please don't.");
    like(4, "15:00", weeds, "mila", "samir", "ben");
    diary.on(
        1,
        "21:00",
        () ->
            writings.shows(
                town,
                "priya",
                "Saturn, finally",
                "After three cloudy weeks the rings were there. The picture doesn't show them; my"
                    + " neighbours' faces did.",
                Landscape.NIGHT,
                "science"));
  }

  private void inside() {
    String bread = "Bread that waits for you";
    diary.on(
        5,
        "18:00",
        () ->
            writings.posts(
                town,
                "ben",
                bread,
                "Mix in the evening, forget it, bake in the morning. All the work is done by the"
                    + " night. 500 g of flour, 350 g of water, salt, and hardly any yeast.",
                Writings.FOR_EVERYBODY,
                "food"));
    comments(5, "18:40", bread, "samir", "Hardly any is how much?");
    comments(5, "18:44", bread, "ben", "A gram. Trust the night.");
    comments(4, "09:10", bread, "tom", "Did it. Ate it. All of it.");
    like(4, "09:20", bread, "tom", "samir", "olena", "vera");
    String shop = "Новинки в книгарні";
    diary.on(
        3,
        "11:00",
        () ->
            writings.posts(
                town,
                "anna",
                shop,
                "Прийшли нові книги українською: дві полиці поезії та одна дитячих. Кіт уже обрав"
                    + " свою.",
                Writings.FOR_EVERYBODY,
                "books"));
    comments(3, "11:30", shop, "olena", "Тримай мені ту, на якій не спить кіт!");
    like(3, "12:00", shop, "olena", "vera");
    String opening = "The Caro-Kann is not boring";
    diary.on(
        2,
        "15:00",
        () ->
            writings.posts(
                town,
                "jonas",
                opening,
                "It is calm. There is a difference, and it shows on move thirty.",
                Writings.FOR_EVERYBODY,
                "games"));
    comments(2, "15:10", opening, "kenji", "It shows that everybody else has gone home.");
    diary.on(2, "15:20", () -> writings.dislike(town, opening, "kenji"));
    like(2, "15:30", opening, "samir", "tom");
  }

  /** Not for everybody. */
  private void forSome() {
    diary.on(
        2,
        "19:00",
        () ->
            writings.posts(
                town,
                "olena",
                "Looking for a room near the lake",
                "From spring on. Small is fine, a window to the east would be lovely.",
                Writings.FOR_FOLLOWERS,
                "other"));
    comments(2, "19:30", "Looking for a room near the lake", "tom", "My uncle may know somebody.");
    diary.on(
        1,
        "12:00",
        () ->
            writings.posts(
                town,
                "olena",
                "I got the job",
                "Only for you two, until I have told my boss. Cake on me, for once.",
                Writings.FOR_CLOSE_FRIENDS,
                "work"));
    comments(1, "12:05", "I got the job", "mila", "YES!");
    like(1, "12:10", "I got the job", "ben", "mila");
    diary.on(
        1,
        "18:00",
        () ->
            writings.posts(
                town,
                "nora",
                "Quiet week",
                "Nothing happened, and I enjoyed every minute of it.",
                Writings.FOR_EVERYBODY));
  }
}
