package dev.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Finding posts by their words. Their forms are tested with those of messages. */
class PostSearchIT extends SearchTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String mark = Parley.unique("mark").replace("-", "");

  private String writes(String title, String body, Object... more) {
    Map<String, Object> post = new HashMap<>(Map.of("title", title, "body", body));
    for (int i = 0; i < more.length; i += 2) {
      post.put((String) more[i], more[i + 1]);
    }
    return ann.call("POST", "/posts", post).expect(201).body().path("id").asString();
  }

  private static List<String> ids(JsonNode posts) {
    return posts.valueStream().map(post -> post.path("id").asString()).toList();
  }

  private static Answer posts(Person person, String text, String more) {
    return person.get("/search/posts?text=" + encoded(text) + more);
  }

  private static List<String> found(Person person, String text) {
    return ids(posts(person, text, "").expect(200).body().path("posts"));
  }

  @Test
  void everyWordMustStandInTitleOrTextAndOfTheLastItsBeginning() {
    String one = writes("Walks by the lake", mark + " and mountains");
    String two = writes(mark, "a mountain, no water");
    assertEquals(List.of(two, one), found(ben, mark));
    assertEquals(List.of(one), found(ben, mark + " walking lakes"));
    assertEquals(List.of(two, one), found(ben, "mountains " + mark.substring(0, 8)).subList(0, 2));
    assertEquals(List.of(), found(ben, mark + " rivers"));
    assertEquals(List.of(), found(ben, mark.substring(0, 8) + " rivers"));
  }

  @Test
  void aPostIsFoundAtOnceByWhatItSaysNow() {
    String post = writes("title", mark + "first");
    assertEquals(List.of(post), found(ben, mark + "first"));
    ann.call("PATCH", "/posts/" + post, Map.of("body", mark + "second")).expect(200);
    assertEquals(List.of(), found(ben, mark + "first"));
    assertEquals(List.of(post), found(ben, mark + "second"));
    ann.call("DELETE", "/posts/" + post, null).expect(204);
    assertEquals(List.of(), found(ben, mark + "second"));
  }

  @Test
  void onlyWhoSeesAPostFindsIt() {
    String group = ann.foundsGroupWith(ben);
    String inside = writes(mark, "x", "groupID", group);
    String friends = writes(mark, "x", "postType", 2);
    String followers = writes(mark, "x", "postType", 1);
    Person eve = parley.person("eve");
    assertEquals(List.of(), found(eve, mark));
    assertEquals(List.of(inside), found(ben, mark));
    assertEquals(List.of(followers, friends, inside), found(ann, mark));
    eve.call("PUT", "/follows/" + ann.id(), null).expect(200);
    assertEquals(List.of(followers), found(eve, mark));
    ann.call("PUT", "/close-friends/" + eve.id(), null).expect(204);
    assertEquals(List.of(followers, friends), found(eve, mark));
    ann.call("PUT", "/people/" + eve.id() + "/block", null).expect(204);
    assertEquals(List.of(), found(eve, mark));
  }

  @Test
  void nothingOfADeletedPostOrAccountStaysInTheIndex() {
    String deleted = writes("t", mark);
    String left = writes("t", mark);
    assertEquals(2, count(deleted, left));
    ann.call("DELETE", "/posts/" + deleted, null).expect(204);
    assertEquals(1, count(deleted, left));
    ann.call("DELETE", "/accounts/me", Map.of()).expect(204);
    assertEquals(0, count(deleted, left));
  }

  @Test
  void whatNobodyIndexedIsFoundByComparison() {
    String post = writes("t", mark);
    Database.change("DELETE FROM post_words WHERE id = " + post);
    assertEquals(List.of(), found(ben, mark));
    eventually("the post to be indexed", () -> found(ben, mark).equals(List.of(post)));
  }

  @Test
  void pagesHaveEveryPostOnceWhateverComesMeanwhile() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(0, writes("t", mark));
    }
    List<String> read = new ArrayList<>();
    String more = "&limit=3";
    while (more != null) {
      JsonNode page = posts(ben, mark, more).expect(200).body();
      read.addAll(ids(page.path("posts")));
      writes("t", mark);
      more = page.has("next") ? "&limit=3&after=" + page.path("next").asString() : null;
    }
    assertEquals(all, read);
  }

  @Test
  void theSocketFindsTheSame() {
    String post = writes(mark, "by the sea");
    String older = writes(mark, "by the sea");
    try (Wire wire = ben.connects()) {
      JsonNode page = wire.asks("searchPosts", Map.of("text", mark + " seas", "limit", 1));
      assertEquals(List.of(older), ids(page.path("posts")));
      JsonNode next =
          wire.asks("searchPosts", Map.of("text", mark, "before", page.path("next").asString()));
      assertEquals(List.of(post), ids(next.path("posts")));
      assertFalse(next.has("next"));
      assertEquals(ben.get("/posts/" + post).body().path("content"), content(next));
      assertTrue(wire.asks("searchPosts", Map.of("text", " - ")).path("posts").isEmpty());
      wire.isRefused("searchPosts", Map.of("text", "x".repeat(201)), "invalid");
      wire.isRefused("searchPosts", Map.of(), "invalid");
      wire.isRefused("searchPosts", Map.of("text", "x", "limit", 51), "invalid");
    }
  }

  private static JsonNode content(JsonNode page) {
    return page.path("posts").get(0).path("content");
  }

  @Test
  void hostileTextsAreJustText() {
    writes("t", mark + " it's 100% \\ 'quoted' & | ! :* <-> (");
    for (String text : List.of("'", "\\", ":*", "& | !", "(", "%", "it's '' \\' :A")) {
      posts(ben, text, "").expect(200);
    }
    assertEquals(1, found(ben, mark + " 'quoted' & it's").size());
  }

  @Test
  void searchEverythingHasPostsAndGroupsToo() {
    String post = writes("about", mark);
    String club =
        ann.call("POST", "/groups", Map.of("title", mark + " club"))
            .expect(201)
            .body()
            .path("id")
            .asString();
    JsonNode all = everything(ben, mark);
    assertEquals(List.of(post), ids(all.path("posts")));
    assertEquals(List.of(club), ids(all.path("groups")));
    assertEquals("none", all.path("groups").get(0).path("status").asString());
    assertEquals(0, all.path("conversations").size(), "that is for one's own");
    ann.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
    assertTrue(everything(ben, mark).path("groups").isEmpty());
    assertTrue(everything(ben, mark).path("posts").isEmpty());
  }

  private static long count(String... posts) {
    return Database.count(
        "SELECT count(*) FROM post_words WHERE id IN (" + String.join(",", posts) + ")");
  }
}
