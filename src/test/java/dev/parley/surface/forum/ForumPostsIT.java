package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Posts, comments and votes of the forum; each exchange is held by a golden file. */
class ForumPostsIT extends ClientTest {

  private final Poster nobody = Poster.nobody(parley);
  private final Poster ann = Poster.named(parley, "ann");
  private final Poster ben = Poster.named(parley, "ben");
  private final Golden golden = new Golden(ann, ben);

  @Test
  void createPost() {
    String path = "/api/post/create";
    golden.ask(
        ann,
        "POST",
        path,
        Map.of(
            "thread",
            "hello",
            "content",
            "all of you",
            "creatorid",
            ann.id(),
            "categories",
            List.of("love", "nature", "science")));
    golden.ask(ann, "GET", "/api/profile", null);
    golden.ask(ann, "POST", path, Map.of("thread", "hello", "content", "x", "creatorid", ben.id()));
    golden.ask(ann, "POST", path, Map.of("thread", " ", "content", "x", "creatorid", ann.id()));
    golden.ask(ann, "POST", path, Map.of("thread", "x", "content", "", "creatorid", ann.id()));
    golden.ask(
        ann, "POST", path, Map.of("thread", "x", "content", "x", "categories", List.of("no such")));
    golden.ask(ann, "POST", path, Map.of("thread", "x", "content", "x", "categories", "love"));
    golden.ask(ann, "POST", path, Map.of("thread", "x", "content", "x", "creatorid", "me"));
    golden.ask(ann, "POST", path, "{");
    golden.ask(nobody, "POST", path, Map.of("thread", "x", "content", "x"));
    golden.check("createPost");
  }

  @Test
  void readPost() {
    String id = ann.posts("hello", "love");
    golden.ask(ben, "POST", "/api/post/id", Map.of("id", id));
    golden.ask(ben, "POST", "/api/post/id", Map.of("id", 99999999));
    golden.ask(ben, "POST", "/api/post/id", Map.of("id", 0));
    golden.ask(ben, "POST", "/api/post/id", Map.of("id", "-1"));
    golden.ask(ben, "POST", "/api/post/id", Map.of("id", "one"));
    golden.ask(ben, "POST", "/api/post/id", Map.of());
    golden.ask(nobody, "POST", "/api/post/id", Map.of("id", id));
    golden.check("readPost");
  }

  @Test
  void theCookieSaysOfWhichCategoryPostsAreListed() {
    String thread = Parley.unique("thread");
    ann.posts(thread + " a", "love");
    ann.posts(thread + " b", "nature");
    ann.posts(thread + " c");
    assertEquals(List.of("c", "b", "a"), listed(thread, "/all"));
    assertEquals(List.of("c", "b", "a"), listed(thread, null));
    assertEquals(List.of("c", "b", "a"), listed(thread, "/"));
    assertEquals(List.of("a"), listed(thread, "/love"));
    assertEquals(List.of("b"), listed(thread, "%2Fnature"));
    assertEquals(List.of("a"), listed(thread, "Love"));
    for (String strange : List.of("/no such", "%", "%00", "x".repeat(500), "/'")) {
      assertEquals(List.of(), listed(thread, strange), strange);
    }
    nobody.call("GET", "/api/post", null).expect(401);
  }

  @Test
  void comment() {
    String post = ann.posts("hello");
    int id = Integer.parseInt(post);
    golden.ask(
        ben,
        "POST",
        "/api/comment",
        Map.of("content", "well said", "creatorid", ben.id(), "postid", id));
    golden.ask(ben, "POST", "/api/comment", Map.of("content", "again", "postid", post));
    golden.ask(ann, "POST", "/api/post/id", Map.of("id", post));
    golden.ask(
        ben, "POST", "/api/comment", Map.of("content", "x", "creatorid", ann.id(), "postid", id));
    golden.ask(ben, "POST", "/api/comment", Map.of("content", " ", "postid", id));
    golden.ask(ben, "POST", "/api/comment", Map.of("content", "x", "postid", 0));
    golden.ask(ben, "POST", "/api/comment", Map.of("content", "x", "postid", 99999999));
    golden.ask(ben, "POST", "/api/comment", Map.of("content", "x"));
    golden.ask(nobody, "POST", "/api/comment", Map.of("content", "x", "postid", id));
    golden.check("comment");
  }

  @Test
  void vote() {
    int post = Integer.parseInt(ann.posts("hello"));
    String comment =
        ann.call("POST", "/api/comment", Map.of("content", "first", "postid", post))
            .body()
            .path("id")
            .asString();
    votes(ben, post, "like", "post");
    votes(ann, post, "like", "post");
    votes(ben, post, "dislike", "post");
    golden.ask(ben, "POST", "/api/post/id", Map.of("id", post));
    votes(ben, post, "dislike", "post"); // Taken back.
    votes(ben, Integer.parseInt(comment), "like", "comment");
    golden.ask(ben, "POST", "/api/post/id", Map.of("id", post));
    votes(ben, Integer.parseInt(comment), "like", "comment");
    golden.ask(ann, "GET", "/api/profile", null);
    golden.ask(
        ben,
        "POST",
        "/api/vote",
        Map.of("id", post, "creatorid", ann.id(), "type", "like", "group", "post"));
    votes(ben, post, "love", "post");
    votes(ben, post, "like", "person");
    votes(ben, 0, "like", "post");
    votes(ben, 99999999, "like", "post");
    golden.ask(ben, "POST", "/api/vote", Map.of("id", post, "type", "like"));
    golden.ask(ben, "POST", "/api/vote", Map.of("id", post, "group", "post"));
    golden.ask(ben, "POST", "/api/vote", Map.of("type", "like", "group", "post"));
    golden.ask(nobody, "POST", "/api/vote", Map.of("id", post, "type", "like", "group", "post"));
    golden.check("vote");
  }

  @Test
  void profile() {
    golden.ask(ann, "GET", "/api/profile", null);
    golden.ask(nobody, "GET", "/api/profile", null);
    golden.ask(nobody, "GET", "/api/profile", null, "Cookie", "session=x; user_id=" + ann.id());
    // Whose page it is says the session, not the other cookie.
    Answer page =
        ann.call("GET", "/api/profile", null, "Cookie", "session=" + ann.token() + "; user_id=1");
    assertEquals(ann.uuid(), page.expect(200).body().path("User").path("uuid").asString());
    golden.check("profile");
  }

  @Test
  void whatIsNotForOneIsNotThere() {
    String post = ann.posts("for followers");
    String[] bearer = {"Authorization", "Bearer " + ann.token()};
    assertEquals(401, parley.call("GET", "/api/v1/posts/" + post, null, bearer).status());
    ann.natively().call("PATCH", "/posts/" + post, Map.of("postType", 1)).expect(200);
    Answer hidden = ben.call("POST", "/api/post/id", Map.of("id", post)).expect(404);
    Answer missing = ben.call("POST", "/api/post/id", Map.of("id", 99999999)).expect(404);
    assertEquals(missing.text(), hidden.text());
    assertFalse(ben.call("GET", "/api/post", null).text().contains("for followers"));
    ben.call("POST", "/api/comment", Map.of("content", "x", "postid", post)).expect(404);
    ben.call("POST", "/api/vote", Map.of("id", post, "type", "like", "group", "post")).expect(404);
    assertTrue(ann.call("GET", "/api/post", null).text().contains("for followers"));
  }

  private void votes(Poster who, int id, String type, String group) {
    golden.ask(
        who,
        "POST",
        "/api/vote",
        Map.of("id", id, "creatorid", who.id(), "type", type, "group", group));
  }

  /** The last letters of the posts that are listed and have this word in their title. */
  private List<String> listed(String thread, String category) {
    String cookie = "session=" + ann.token() + (category == null ? "" : "; category=" + category);
    return ann
        .call("GET", "/api/post", null, "Cookie", cookie)
        .expect(200)
        .body()
        .findValuesAsString("thread")
        .stream()
        .filter(title -> title.startsWith(thread))
        .map(title -> title.substring(title.length() - 1))
        .toList();
  }
}
