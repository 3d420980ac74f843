package dev.parley.posts;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Person;
import dev.parley.images.TestPictures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Words for tests about posts. */
public final class Posting {

  private Posting() {}

  /** Writes a post over REST; further members come in pairs. */
  public static JsonNode posts(Person person, String title, Object... more) {
    return post(person, title, more).expect(201).body();
  }

  /** The same, when it may be refused. */
  public static Answer post(Person person, String title, Object... more) {
    Map<String, Object> body = new HashMap<>(Map.of("title", title, "body", "about " + title));
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return person.call("POST", "/posts", body);
  }

  /** Comments over REST; the post afterwards. */
  public static JsonNode comments(Person person, String post, String content) {
    return person
        .call("POST", "/posts/" + post + "/comments", Map.of("content", content))
        .expect(201)
        .body();
  }

  /** The number of a new picture of a person's that is used for nothing yet. */
  public static String picture(Person person) {
    return person.uploads("me.png", TestPictures.png(32, 32)).path("id").asString();
  }

  public static String id(JsonNode something) {
    return something.path("id").asString();
  }

  /** The titles of posts. */
  public static List<String> themes(JsonNode posts) {
    return posts.valueStream().map(post -> post.path("theme").asString()).toList();
  }

  /** Makes somebody a moderator or an administrator, behind the server's back. */
  public static Person inOffice(Person person, String role) {
    Database.change("UPDATE accounts SET role = ? WHERE id = ?::bigint", role, person.id());
    return person;
  }
}
