package dev.parley.samples;

/** What the sample people did in the last days: whom they talked to. */
final class Chats {

  private final Diary diary;
  private final Town town;
  private final Talks talks;

  Chats(Diary diary, Town town, Talks talks) {
    this.diary = diary;
    this.town = town;
    this.talks = talks;
  }

  void tell() {
    hike();
    everybody();
    tickets();
    photographs();
    cookery();
    books();
  }

  private void says(int daysAgo, String time, String chat, String name, String text) {
    diary.on(daysAgo, time, () -> talks.says(town, chat, name, text));
  }

  private void says(int minutesAgo, String chat, String name, String text) {
    diary.minutesAgo(minutesAgo, () -> talks.says(town, chat, name, text));
  }

  private void answers(int daysAgo, String time, String chat, String name, String text) {
    diary.on(daysAgo, time, () -> talks.answers(town, chat, name, text));
  }

  private void hike() {
    String chat = "hike";
    diary.on(
        4,
        "18:00",
        () ->
            talks.room(
                town,
                chat,
                "Saturday hike",
                "Up the ridge, cake at the top",
                "olena",
                "ben",
                "mila",
                "tom",
                "lucia"));
    says(4, "18:02", chat, "olena", "Who comes along on Saturday? The train leaves at **8:10**.");
    diary.on(4, "18:03", () -> talks.pins(town, chat, "olena"));
    says(4, "18:09", chat, "ben", "I do! And I bring cake 🎂");
    diary.on(4, "18:11", () -> talks.react(town, chat, "🎉", "olena", "mila", "tom", "lucia"));
    diary.on(4, "18:12", () -> talks.react(town, chat, "❤️", "mila"));
    diary.on(
        4,
        "18:30",
        () -> talks.shows(town, chat, "ben", "Last year it looked like this:", Landscape.RIDGE));
    answers(
        4, "18:41", chat, "mila", "I want that light again. @olena is it far from the station?");
    answers(
        4,
        "19:15",
        chat,
        "olena",
        "Ten minutes:\n- left at the church\n- then follow the ~~red~~ *blue* marks");
    says(3, "08:20", chat, "tom", "Can I take the bike on that train?");
    answers(
        3, "08:26", chat, "olena", "Yes, last carriage. But you carry it up the ridge yourself.");
    diary.on(3, "08:27", () -> talks.react(town, chat, "😄", "tom", "ben"));
    says(3, "12:02", chat, "lucia", "The gentians are out. I'll be slow, I warn you.");
    says(1, "21:30", chat, "mila", "Forecast says sun from ten on ☀️");
    diary.on(1, "21:31", () -> talks.read(town, chat, "ben", "mila", "tom", "olena"));
    says(55, chat, "ben", "Lemon or poppy seed? This is a vote, not a question.");
    says(41, chat, "tom", "Poppy seed.");
    says(38, chat, "lucia", "Both 🌼");
  }

  private void everybody() {
    String chat = "all";
    diary.on(11, "12:00", () -> talks.findsEverybody(town, chat, "olena"));
    toAll(11, "12:05", "olena", "Welcome, everybody! This room is for all of us.");
    toAll(11, "12:30", "jonas", "Hello from the chess corner.");
    toAll(2, "17:45", "priya", "Clear sky tonight, Saturn is up after ten. The roof is open.");
    toAll(2, "17:52", "kenji", "I bring the noodles.");
  }

  private void toAll(int daysAgo, String time, String name, String text) {
    diary.on(
        daysAgo,
        time,
        () -> {
          if (talks.knows("all")) {
            talks.says(town, "all", name, text);
          }
        });
  }

  private void tickets() {
    String chat = "tickets";
    diary.on(3, "10:00", () -> talks.chat(town, chat, "tom", "olena"));
    says(3, "10:01", chat, "tom", "Can you send me the tickets?");
    says(3, "10:14", chat, "olena", "They are in your mail. Seats 31 and 32.");
    says(3, "10:15", chat, "tom", "You are a hero. I'll pay you back in trombone.");
    answers(3, "10:17", chat, "olena", "Please, money is fine.");
    diary.on(3, "10:18", () -> talks.react(town, chat, "😂", "tom"));
    diary.on(3, "10:20", () -> talks.read(town, chat, "tom", "olena"));
  }

  private void photographs() {
    String chat = "photographs";
    diary.on(2, "20:00", () -> talks.chat(town, chat, "mila", "olena"));
    diary.on(
        2,
        "20:02",
        () -> talks.shows(town, chat, "mila", "From this evening. Keep it?", Landscape.LAKE));
    says(2, "20:10", chat, "olena", "Keep it! And print it. Large.");
    says(2, "20:12", chat, "mila", "Дякую! До суботи 🙂");
    diary.on(2, "20:13", () -> talks.read(town, chat, "mila", "olena"));
    says(23, chat, "mila", "The print is here. It is *very* large.");
  }

  private void cookery() {
    String chat = "cookery";
    diary.on(1, "16:00", () -> talks.chat(town, chat, "samir", "ben"));
    says(1, "16:01", chat, "samir", "How long does your dough rest?");
    says(
        1,
        "16:20",
        chat,
        "ben",
        "Overnight:\n```\n500 g flour\n350 g water\n10 g salt\n1 g yeast\n```");
    says(1, "16:22", chat, "samir", "One gram?! I have been living wrong.");
    diary.on(1, "16:30", () -> talks.read(town, chat, "samir", "ben"));
  }

  private void books() {
    String chat = "cat";
    diary.on(2, "11:00", () -> talks.chat(town, chat, "vera", "anna"));
    says(2, "11:02", chat, "vera", "Did the second volume come in?");
    says(
        2, "11:40", chat, "anna", "It did, and the cat sleeps on it. I can't sell it before four.");
    says(2, "11:41", chat, "vera", "I'll wait. One doesn't wake a cat.");
    diary.on(2, "11:45", () -> talks.read(town, chat, "vera", "anna"));
  }
}
