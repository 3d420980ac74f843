package dev.parley.posts;

import static dev.parley.posts.Posting.comments;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.inOffice;
import static dev.parley.posts.Posting.picture;
import static dev.parley.posts.Posting.posts;
import static dev.parley.posts.Posting.themes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PostsIT extends ClientTest {

  private static final String MISSING = "99999999";

  /** Whoever comes first to a new server is its administrator; it shall be none of the others. */
  private final Person first = parley.person("first");

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Wire anns = ann.connects();
  private final Wire bens = ben.connects();

  @AfterEach
  void hangUp() {
    anns.close();
    bens.close();
  }

  private static JsonNode made(Wire wire, String title, Object... more) {
    Map<String, Object> payload = new HashMap<>(Map.of("title", title, "body", "text"));
    for (int i = 0; i < more.length; i += 2) {
      payload.put((String) more[i], more[i + 1]);
    }
    return wire.asks("newPost", payload);
  }

  @Test
  void newPostAnswersThePostAsTheDocumentShowsIt() {
    JsonNode post =
        anns.asks(
            "newPost",
            Map.of("Title", " Hello ", "body", "world", "categories", List.of("Nature", "love")));
    assertEquals("Hello", post.path("theme").asString());
    assertTrue(post.path("id").isString());
    JsonNode content = post.path("content");
    assertEquals(ann.id(), content.path("userID").asString());
    assertEquals(ann.name(), content.path("userName").asString());
    assertEquals("world", content.path("text").asString());
    assertTrue(
        Instant.parse(content.path("dateCreate").asString())
            .isAfter(Instant.now().minusSeconds(600)));
    assertEquals("[0,0]", content.path("likes").toString());
    assertEquals(-1, content.path("userReaction").asInt());
    assertEquals("[\"love\",\"nature\"]", post.path("categories").toString());
    assertEquals(0, post.path("commentsQuantity").asInt(-1));
    assertEquals("", post.path("groupID").asString("?"));
    assertEquals(0, post.path("postType").asInt(-1));
    assertTrue(post.path("mine").asBoolean());
    assertTrue(post.path("edited").isNull());
    assertFalse(post.has("comments"));
    assertTrue(made(anns, "bare", "categories", List.of()).path("categories").isEmpty());
  }

  @Test
  void newPostIsRefusedWithoutTitleTextOrKnownMeaning() {
    JsonNode refusal = anns.isRefused("newPost", Map.of("title", " ", "body", "x"), "invalid");
    assertEquals("Title is missing", refusal.path("data").asString());
    assertEquals("title", refusal.path("field").asString());
    refusal = anns.isRefused("newPost", Map.of("title", "x"), "invalid");
    assertEquals("Text is missing", refusal.path("data").asString());
    assertEquals("body", refusal.path("field").asString());
    for (Map<String, ?> wrong :
        List.<Map<String, ?>>of(
            Map.of("title", "x".repeat(201)),
            Map.of("body", "x".repeat(10_001)),
            Map.of("categories", List.of("no such thing")),
            Map.of("categories", "love"),
            Map.of("postType", 3),
            Map.of("postType", -1),
            Map.of("pictureID", "x"))) {
      Map<String, Object> payload = new HashMap<>(Map.of("title", "x", "body", "x"));
      payload.putAll(wrong);
      refusal = anns.isRefused("newPost", payload, "invalid");
      assertEquals(wrong.keySet().iterator().next(), refusal.path("field").asString());
    }
    anns.isRefused("newPost", Map.of("title", "x", "body", "x", "groupID", MISSING), "notFound");
    assertTrue(
        anns.asks("userPostsPortion", Map.of("userID", ann.id(), "offset", 0)).isEmpty(),
        "nothing is left of what was refused");
  }

  @Test
  void postsPortionHasTenTheNewestFirst() {
    IntStream.rangeClosed(1, 12).forEach(i -> posts(ann, "post " + i));
    List<String> newest = themes(bens.asks("postsPortion", 0));
    assertEquals(10, newest.size());
    assertEquals("post 12", newest.get(0));
    assertEquals("post 3", newest.get(9));
    List<String> second = themes(bens.asks("postsPortion", 10));
    assertEquals(List.of("post 2", "post 1"), second.subList(0, 2));
    assertEquals(second, themes(bens.asks("postsPortion", Map.of("offset", "10"))));
    assertEquals("post 2", themes(bens.asks("postsPortion", "10")).get(0));
    JsonNode page = ben.get("/posts?limit=3").expect(200).body();
    assertEquals(List.of("post 12", "post 11", "post 10"), themes(page.path("items")));
    page = ben.get("/posts?limit=3&after=" + page.path("next").asString()).body();
    assertEquals(List.of("post 9", "post 8", "post 7"), themes(page.path("items")));
  }

  @Test
  void postsPortionIsEmptyFarOutAndRefusedBeforeTheBeginning() {
    posts(ann, "one");
    for (Object far : new Object[] {1_000_000, Long.MAX_VALUE, Map.of("offset", Long.MAX_VALUE)}) {
      assertTrue(bens.asks("postsPortion", far).isEmpty());
    }
    for (Object wrong : new Object[] {-1, Map.of("offset", -1), Long.MIN_VALUE}) {
      JsonNode refusal = bens.isRefused("postsPortion", wrong, "invalid");
      assertEquals("offset", refusal.path("field").asString());
    }
    bens.isRefused("postsPortion", "x", "invalid");
    bens.isRefused("userPostsPortion", Map.of("userID", ann.id(), "offset", -1), "invalid");
  }

  @Test
  void postsPortionFindsByCategory() {
    String category = Parley.unique("Éclairs");
    inOffice(ann, "moderator").call("POST", "/categories", Map.of("name", category)).expect(201);
    posts(ann, "about them", "categories", List.of(category));
    posts(ann, "other");
    for (String name : List.of(category, category.toUpperCase(java.util.Locale.ROOT))) {
      assertEquals(
          List.of("about them"), themes(bens.asks("postsPortion", Map.of("category", name))));
    }
    assertTrue(bens.asks("postsPortion", Map.of("category", "no such thing")).isEmpty());
    assertTrue(bens.asks("postsPortion", Map.of("category", "%")).isEmpty());
    assertEquals(0, ben.get("/posts?category=%00").expect(200).body().path("items").size());
  }

  @Test
  void userPostsPortionHasOnesPostsOnly() {
    IntStream.rangeClosed(1, 11).forEach(i -> posts(ann, "post " + i));
    posts(ben, "between");
    Map<String, Object> payload = Map.of("userID", ann.id(), "offset", 0);
    assertEquals(10, bens.asks("userPostsPortion", payload).size());
    assertEquals("post 11", themes(bens.asks("userPostsPortion", payload)).get(0));
    assertEquals(
        List.of("post 1"),
        themes(bens.asks("userPostsPortion", Map.of("userID", ann.id(), "offset", 10))));
    assertEquals(11, ben.get("/posts?limit=50&user=" + ann.id()).body().path("items").size());
  }

  @Test
  void userPostsPortionOfNobodyIsRefused() {
    bens.isRefused("userPostsPortion", Map.of("userID", MISSING, "offset", 0), "notFound");
    bens.isRefused("userPostsPortion", Map.of("offset", 0), "invalid");
    ben.get("/posts?user=" + MISSING).refused(404, "notFound");
  }

  @Test
  void postsPortionInGroupIsForItsMembers() {
    String group = ann.groupWith(ben);
    JsonNode post = made(anns, "in the group", "groupID", group, "postType", 2);
    assertEquals(group, post.path("groupID").asString());
    Map<String, Object> payload = Map.of("groupID", group, "offset", 0);
    JsonNode posts = bens.asks("postsPortionInGroup", payload);
    assertEquals(List.of("in the group"), themes(posts));
    assertTrue(themes(bens.asks("postsPortion", 0)).contains("in the group"));
    assertEquals(1, ben.get("/posts?group=" + group).body().path("items").size());
    bens.asks("leaveConversation", Map.of("chatID", group));
    assertFalse(themes(bens.asks("postsPortion", 0)).contains("in the group"));
  }

  @Test
  void postsPortionInGroupIsRefusedToAllOthers() {
    String group = ann.groupWith();
    posts(ann, "in the group", "groupID", group);
    for (String id : List.of(group, MISSING, ann.privateChatWith(ben))) {
      JsonNode refusal =
          bens.isRefused("postsPortionInGroup", Map.of("groupID", id, "offset", 0), "notFound");
      assertEquals("group not found", refusal.path("data").asString());
      bens.isRefused("newPost", Map.of("title", "x", "body", "x", "groupID", id), "notFound");
    }
    assertEquals(1, anns.asks("postsPortionInGroup", Map.of("groupID", group)).size());
    anns.isRefused("postsPortionInGroup", Map.of("groupID", group, "offset", -1), "invalid");
  }

  @Test
  void fullPostAndCommentsTakesABareIdOrAnObject() {
    String post = id(posts(ann, "one"));
    comments(ben, post, "first");
    JsonNode full = bens.asks("fullPostAndComments", post);
    assertEquals(1, full.path("commentsQuantity").asInt());
    assertFalse(full.path("mine").asBoolean());
    JsonNode comment = full.path("comments").get(0);
    assertEquals(post, comment.path("postID").asString());
    assertEquals("first", comment.path("content").path("text").asString());
    assertEquals("[0,0]", comment.path("content").path("likes").toString());
    assertEquals(-1, comment.path("content").path("userReaction").asInt());
    assertTrue(comment.path("mine").asBoolean());
    assertEquals(full, bens.asks("fullPostAndComments", Long.valueOf(post)));
    assertEquals(full, bens.asks("fullPostAndComments", Map.of("postid", post)));
    assertEquals(full, ben.get("/posts/" + post).expect(200).body());
  }

  @Test
  void fullPostAndCommentsOfNoPostIsRefused() {
    bens.isRefused("fullPostAndComments", MISSING, "notFound");
    bens.isRefused("fullPostAndComments", "-1", "notFound");
    bens.isRefused("fullPostAndComments", "x", "invalid");
    bens.isRefused("fullPostAndComments", Map.of(), "invalid");
    ben.get("/posts/" + MISSING).refused(404, "notFound");
  }

  @Test
  void editPostChangesWhatIsNamed() {
    JsonNode post = made(anns, "one", "categories", List.of("love"), "postType", 1);
    Map<String, Object> payload = new HashMap<>(Map.of("postID", id(post), "title", "two"));
    JsonNode edited = anns.asks("editPost", payload);
    assertEquals("two", edited.path("theme").asString());
    assertEquals("text", edited.path("content").path("text").asString());
    assertEquals("[\"love\"]", edited.path("categories").toString());
    assertEquals(1, edited.path("postType").asInt());
    assertFalse(edited.path("edited").isNull());
    JsonNode again =
        ann.call(
                "PATCH",
                "/posts/" + id(post),
                Map.of("body", "more", "categories", List.of("art"), "postType", 0))
            .expect(200)
            .body();
    assertEquals("more", again.path("content").path("text").asString());
    assertEquals("[\"art\"]", again.path("categories").toString());
    assertEquals(0, again.path("postType").asInt());
  }

  @Test
  void editPostIsRefusedToOthersAndWithoutSense() {
    String post = id(posts(ann, "one"));
    bens.isRefused("editPost", Map.of("postID", post, "title", "x"), "forbidden");
    bens.isRefused("editPost", Map.of("postID", MISSING, "title", "x"), "notFound");
    anns.isRefused("editPost", Map.of("postID", post, "title", " "), "invalid");
    anns.isRefused("editPost", Map.of("postID", post, "body", ""), "invalid");
    anns.isRefused("editPost", Map.of("postID", post, "postType", 7), "invalid");
    anns.isRefused("editPost", Map.of("postID", post, "categories", List.of("x y")), "invalid");
    inOffice(ben, "moderator");
    bens.isRefused("editPost", Map.of("postID", post, "title", "x"), "forbidden");
    assertEquals("one", ann.get("/posts/" + post).body().path("theme").asString());
    assertTrue(ann.get("/posts/" + post).body().path("edited").isNull());
  }

  @Test
  void deletePostTakesItFromEverybody() {
    String post = id(posts(ann, "one"));
    comments(ben, post, "hm");
    assertEquals(post, anns.asks("deletePost", post).asString());
    for (Wire wire : List.of(anns, bens)) {
      wire.isRefused("fullPostAndComments", post, "notFound");
      wire.isRefused("deletePost", post, "notFound");
      assertTrue(wire.asks("userPostsPortion", Map.of("userID", ann.id())).isEmpty());
    }
    ann.call("DELETE", "/posts/" + id(posts(ann, "two")), null).expect(204);
  }

  @Test
  void deletePostIsRefusedToOthersButForThoseWhoKeepOrder() {
    String post = id(posts(ann, "one"));
    bens.isRefused("deletePost", post, "forbidden");
    bens.isRefused("deletePost", MISSING, "notFound");
    bens.isRefused("deletePost", "x", "invalid");
    assertEquals("one", ben.get("/posts/" + post).expect(200).body().path("theme").asString());
    String group = ben.groupWith(ann);
    String inGroup = id(posts(ann, "in a group of ben's", "groupID", group));
    assertEquals(inGroup, bens.asks("deletePost", inGroup).asString());
    Person moderator = inOffice(parley.person("moderator"), "moderator");
    String another = id(posts(ann, "in a group", "groupID", group));
    moderator.call("DELETE", "/posts/" + another, null).refused(404, "notFound");
    moderator.call("DELETE", "/posts/" + post, null).expect(204);
    ann.get("/posts/" + another).expect(200);
    ann.get("/posts/" + post).refused(404, "notFound");
  }

  @Test
  void likePostCountsAndTheSameAgainTakesItBack() {
    String post = id(posts(ann, "one"));
    JsonNode tally = likes(bens, post, true);
    assertEquals(1, tally.path("likes").asInt());
    assertEquals(0, tally.path("dislikes").asInt(-1));
    assertEquals(ben.id(), tally.path("userWithReaction").asString());
    assertEquals(1, tally.path("userReactions").asInt());
    likes(anns, post, false);
    JsonNode content = ben.get("/posts/" + post).body().path("content");
    assertEquals("[1,1]", content.path("likes").toString());
    assertEquals(1, content.path("userReaction").asInt());
    assertEquals(0, likes(bens, post, false).path("userReactions").asInt(-5));
    content = ben.get("/posts/" + post).body().path("content");
    assertEquals("[2,0]", content.path("likes").toString());
    assertEquals(0, content.path("userReaction").asInt(-5));
    tally = likes(bens, post, false);
    assertEquals(1, tally.path("dislikes").asInt());
    assertEquals(-1, tally.path("userReactions").asInt());
    JsonNode rest =
        ben.call(
                "POST",
                "/reactions",
                Map.of("messageType", "post", "messageID", post, "reaction", true))
            .expect(200)
            .body();
    assertEquals(1, rest.path("likes").asInt());
  }

  private static JsonNode likes(Wire wire, String post, boolean reaction) {
    return wire.asks(
        "likePost", Map.of("messageType", "post", "messageID", post, "reaction", reaction));
  }

  @Test
  void likePostIsRefusedOnNothingAndOnOtherThings() {
    String post = id(posts(ann, "one"));
    bens.isRefused("likePost", vote("post", MISSING), "notFound");
    bens.isRefused("likePost", vote("comment", post + "0000"), "notFound");
    bens.isRefused("likePost", vote("message", post), "invalid");
    bens.isRefused("likePost", Map.of("messageType", "post", "messageID", post), "invalid");
    bens.isRefused("likePost", Map.of("messageType", "post", "reaction", true), "invalid");
  }

  private static Map<String, Object> vote(String type, String id) {
    return Map.of("messageType", type, "messageID", id, "reaction", true);
  }

  @Test
  void aPictureIsForThoseWhoSeeThePostAndGoesWithIt() {
    JsonNode post = made(anns, "look", "pictureID", picture(ann));
    String address = post.path("image").asString();
    assertEquals(200, ben.fetch(address).statusCode());
    assertEquals(401, parley.fetch(address).statusCode());
    JsonNode other = anns.asks("editPost", Map.of("postID", id(post), "pictureID", picture(ann)));
    assertNotEquals(address, other.path("image").asString());
    assertEquals(404, ann.fetch(address).statusCode());
    address = other.path("image").asString();
    anns.asks("editPost", Map.of("postID", id(post), "postType", 2));
    assertEquals(200, ann.fetch(address).statusCode());
    assertEquals(404, ben.fetch(address).statusCode());
    assertEquals(404, first.fetch(address).statusCode());
    assertTrue(
        anns.asks("editPost", Map.of("postID", id(post), "pictureID", "")).path("image").isNull());
    assertEquals(404, ann.fetch(address).statusCode());
    address = made(anns, "look", "pictureID", picture(ann)).path("image").asString();
    anns.asks("deletePost", anns.asks("postsPortion", 0).get(0).path("id").asString());
    assertEquals(404, ann.fetch(address).statusCode());
  }

  @Test
  void onlyAnOwnUnusedPictureCanBeInAPost() {
    String used = picture(ann);
    made(anns, "one", "pictureID", used);
    String text = id(ann.uploads("x.txt", "text".getBytes(StandardCharsets.UTF_8)));
    for (String picture : List.of(used, picture(ben), MISSING)) {
      anns.isRefused(
          "newPost", Map.of("title", "two", "body", "x", "pictureID", picture), "notFound");
    }
    anns.isRefused("newPost", Map.of("title", "two", "body", "x", "pictureID", text), "invalid");
    assertEquals(List.of("one"), themes(anns.asks("userPostsPortion", Map.of("userID", ann.id()))));
  }

  @Test
  void theAuthorIsToldOnEverySocketWhatHappensToAPostAndNobodyElseIs() {
    try (Wire second = ann.connects()) {
      String post = id(posts(ann, "one"));
      assertEquals(post, second.receives("postActivity").path("postID").asString());
      comments(ben, post, "hm");
      likes(bens, post, true);
      for (int i = 0; i < 2; i++) {
        assertEquals(post, second.receives("postActivity").path("postID").asString());
      }
      bens.settles();
      assertTrue(bens.pushes("postActivity").isEmpty());
    }
  }

  @Test
  void whoFollowsTheAuthorOrIsInTheGroupIsToldOfANewPostThatTheyMaySee() {
    Person cid = parley.person("cid");
    ben.call("PUT", "/follows/" + ann.id(), null).expect(200);
    String group = ann.groupWith(cid);
    try (Wire cids = cid.connects()) {
      String forAll = id(posts(ann, "for all"));
      assertEquals(forAll, bens.receives("postPublished").path("postID").asString());
      posts(ann, "for close friends", "postType", 2);
      String inGroup = id(posts(ann, "in the group", "groupID", group));
      assertEquals(inGroup, cids.receives("postPublished").path("postID").asString());
      bens.settles();
      assertEquals(1, bens.pushes("postPublished").size());
      assertEquals(1, cids.pushes("postPublished").size());
    }
  }

  @Test
  void withAPersonGoesTheirPageAndStaysWhatTheyWroteElsewhere() {
    String group = ben.groupWith(ann);
    String own = id(posts(ann, "own"));
    String inGroup = id(posts(ann, "in the group", "groupID", group));
    String bensPost = id(posts(ben, "ben's"));
    comments(ann, bensPost, "hm");
    anns.close();
    ann.call("DELETE", "/accounts/me", null).expect(204);
    ben.get("/posts/" + own).refused(404, "notFound");
    assertEquals(
        List.of("in the group"), themes(bens.asks("userPostsPortion", Map.of("userID", ann.id()))));
    JsonNode left = ben.get("/posts/" + inGroup).expect(200).body();
    assertFalse(left.toString().contains(ann.name()));
    assertEquals(1, ben.get("/posts/" + bensPost).body().path("comments").size());
  }

  @Test
  void withAGroupGoItsPostsAndTheirPictures() {
    String group = ann.groupWith(ben);
    JsonNode post = posts(ann, "one", "groupID", group, "pictureID", picture(ann));
    anns.asks("deleteConversation", Map.of("chatID", group));
    ann.get("/posts/" + id(post)).refused(404, "notFound");
    assertEquals(404, ann.fetch(post.path("image").asString()).statusCode());
  }
}
