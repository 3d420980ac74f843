package dev.parley.search;

import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Words for finding things. */
abstract class SearchTest extends ClientTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The contents of the messages that somebody finds, the newest first. */
  static List<String> finds(Person person, String text) {
    return contents(search(person, text, "").expect(200));
  }

  /** The same in one conversation. */
  static List<String> findsIn(Person person, String chat, String text) {
    return contents(search(person, text, "&limit=50&chat=" + chat).expect(200));
  }

  static Answer search(Person person, String text, String more) {
    return person.get("/search?text=" + encoded(text) + more);
  }

  /** The texts of somebody's posts that somebody finds, the newest first. */
  static List<String> postsOf(Person author, Person person, String text) {
    return person
        .get("/search/posts?limit=50&text=" + encoded(text))
        .expect(200)
        .body()
        .path("posts")
        .valueStream()
        .map(post -> post.path("content"))
        .filter(content -> content.path("userID").asString().equals(author.id()))
        .map(content -> content.path("text").asString())
        .toList();
  }

  static JsonNode everything(Person person, String text) {
    return person.get("/search/all?text=" + encoded(text)).expect(200).body();
  }

  static List<String> contents(Answer answer) {
    List<String> contents = new ArrayList<>();
    answer.body().path("messages").forEach(m -> contents.add(m.path("content").asString()));
    return contents;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Sends a message; its id. */
  static String sends(Person person, String chat, String content) {
    return person.posts(chat, content).path("messageID").asString();
  }

  /** Waits until all that was written in a conversation before can be found. */
  static void indexed(Person person, String chat) {
    String mark = Parley.unique("mark").replace("-", "");
    person.posts(chat, mark);
    eventually("the index to have come to " + mark, () -> !finds(person, mark).isEmpty());
  }

  static void eventually(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("waited in vain for " + what);
      }
    }
  }
}
