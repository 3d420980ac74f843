package dev.parley.posts;

import static dev.parley.posts.Posting.comments;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.inOffice;
import static dev.parley.posts.Posting.picture;
import static dev.parley.posts.Posting.posts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann writes a post, ben below it. */
class CommentsIT extends ClientTest {

  private static final String MISSING = "99999999";

  /** Whoever comes first to a new server is its administrator; it shall be none of the others. */
  private final Person first = parley.person("first");

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person cat = parley.person("cat");
  private final Wire anns = ann.connects();
  private final Wire bens = ben.connects();
  private final Wire cats = cat.connects();
  private final String post = id(posts(ann, "one"));

  @AfterEach
  void hangUp() {
    List.of(anns, bens, cats).forEach(Wire::close);
  }

  private static List<String> texts(JsonNode comments) {
    return comments.valueStream().map(c -> c.path("content").path("text").asString()).toList();
  }

  private String comment() {
    return id(comments(ben, post, "hm").path("comments").get(0));
  }

  private static Map<String, Object> vote(String comment, boolean reaction) {
    return Map.of("messageType", "comment", "messageID", comment, "reaction", reaction);
  }

  @Test
  void newCommentAnswersThePostWithAllComments() {
    comments(ann, post, "first");
    JsonNode full = bens.asks("newComment", Map.of("postID", post, "content", " second "));
    assertEquals("one", full.path("theme").asString());
    assertEquals(2, full.path("commentsQuantity").asInt());
    assertEquals(List.of("first", "second"), texts(full.path("comments")));
    JsonNode comment = full.path("comments").get(1);
    assertEquals(post, comment.path("postID").asString());
    assertEquals(ben.id(), comment.path("content").path("userID").asString());
    assertEquals(ben.name(), comment.path("content").path("userName").asString());
    assertTrue(comment.path("content").has("dateCreate"));
    assertTrue(comment.path("mine").asBoolean());
    assertEquals(2, anns.asks("postsPortion", 0).get(0).path("commentsQuantity").asInt());
  }

  @Test
  void newCommentIsRefusedWithoutTextAndBelowNothing() {
    JsonNode refusal = bens.isRefused("newComment", Map.of("postID", post), "invalid");
    assertEquals("Text is missing", refusal.path("data").asString());
    assertEquals("content", refusal.path("field").asString());
    bens.isRefused("newComment", Map.of("postID", post, "content", " \n "), "invalid");
    bens.isRefused("newComment", Map.of("postID", post, "content", "x".repeat(2001)), "invalid");
    bens.isRefused("newComment", Map.of("postID", MISSING, "content", "x"), "notFound");
    bens.isRefused("newComment", Map.of("content", "x"), "invalid");
    anns.asks("deletePost", post);
    bens.isRefused("newComment", Map.of("postID", post, "content", "x"), "notFound");
  }

  @Test
  void editCommentChangesOnesOwn() {
    JsonNode full = bens.asks("editComment", Map.of("commentID", comment(), "content", "better"));
    assertEquals(List.of("better"), texts(full.path("comments")));
    assertFalse(full.path("comments").get(0).path("edited").isNull());
    String id = id(full.path("comments").get(0));
    ben.call("PATCH", "/comments/" + id, Map.of("content", "best")).expect(200);
    assertEquals(List.of("best"), texts(ann.get("/posts/" + post).body().path("comments")));
  }

  @Test
  void editCommentIsRefusedToOthers() {
    String comment = comment();
    inOffice(cat, "moderator");
    for (Wire wire : List.of(anns, cats)) {
      wire.isRefused("editComment", Map.of("commentID", comment, "content", "x"), "forbidden");
      wire.isRefused("editComment", Map.of("commentID", MISSING, "content", "x"), "notFound");
    }
    bens.isRefused("editComment", Map.of("commentID", comment, "content", " "), "invalid");
    assertEquals(List.of("hm"), texts(ann.get("/posts/" + post).body().path("comments")));
  }

  @Test
  void deleteCommentIsForItsAuthorThePostsAuthorAndThoseWhoKeepOrder() {
    Person moderator = inOffice(parley.person("moderator"), "moderator");
    try (Wire moderators = moderator.connects()) {
      for (Wire wire : List.of(bens, anns, moderators)) {
        String comment = comment();
        JsonNode full = wire.asks("deleteComment", comment);
        assertTrue(full.path("comments").isEmpty());
        assertEquals(0, full.path("commentsQuantity").asInt(-1));
        wire.isRefused("deleteComment", comment, "notFound");
        bens.isRefused("editComment", Map.of("commentID", comment, "content", "x"), "notFound");
        bens.isRefused("likePost", vote(comment, true), "notFound");
      }
    }
    String group = cat.groupWith(ann, ben);
    String inGroup = id(posts(ann, "in the group", "groupID", group));
    String comment = id(comments(ben, inGroup, "hm").path("comments").get(0));
    cat.call("DELETE", "/comments/" + comment, null).expect(204);
  }

  @Test
  void deleteCommentIsRefusedToOthers() {
    String comment = comment();
    cats.isRefused("deleteComment", comment, "forbidden");
    cats.isRefused("deleteComment", MISSING, "notFound");
    cats.isRefused("deleteComment", "x", "invalid");
    assertEquals(1, ann.get("/posts/" + post).body().path("comments").size());
  }

  @Test
  void likePostVotesOnCommentsToo() {
    String comment = comment();
    assertEquals(1, anns.asks("likePost", vote(comment, true)).path("likes").asInt());
    JsonNode tally = cats.asks("likePost", vote(comment, false));
    assertEquals(1, tally.path("likes").asInt());
    assertEquals(1, tally.path("dislikes").asInt());
    assertEquals(0, tally.path("userReactions").asInt(-5));
    JsonNode content = ann.get("/posts/" + post).body().path("comments").get(0).path("content");
    assertEquals("[1,1]", content.path("likes").toString());
    assertEquals(1, content.path("userReaction").asInt());
    JsonNode untouched = ann.get("/posts/" + post).body().path("content");
    assertEquals("[0,0]", untouched.path("likes").toString());
    assertEquals(-1, anns.asks("likePost", vote(comment, true)).path("userReactions").asInt());
  }

  @Test
  void aPictureGoesWithItsCommentAndWithThePost() {
    JsonNode full =
        bens.asks("newComment", Map.of("postID", post, "content", "x", "pictureID", picture(ben)));
    JsonNode comment = full.path("comments").get(0);
    String address = comment.path("content").path("image").asString();
    assertEquals(200, cat.fetch(address).statusCode());
    bens.asks("deleteComment", id(comment));
    assertEquals(404, ben.fetch(address).statusCode());
    full =
        bens.asks("newComment", Map.of("postID", post, "content", "x", "pictureID", picture(ben)));
    address = full.path("comments").get(0).path("content").path("image").asString();
    anns.asks("deletePost", post);
    assertEquals(404, ben.fetch(address).statusCode());
    String other = id(posts(ann, "other"));
    bens.isRefused(
        "newComment",
        Map.of("postID", other, "content", "x", "pictureID", picture(ann)),
        "notFound");
    assertTrue(ann.get("/posts/" + other).body().path("comments").isEmpty());
  }

  @Test
  void commentsComeInPages() {
    IntStream.rangeClosed(1, 5).forEach(i -> comments(ben, post, "comment " + i));
    JsonNode page = ann.get("/posts/" + post + "/comments?limit=3").expect(200).body();
    assertEquals(List.of("comment 5", "comment 4", "comment 3"), texts(page.path("items")));
    String next = page.path("next").asString();
    page = ann.get("/posts/" + post + "/comments?limit=3&after=" + next).expect(200).body();
    assertEquals(List.of("comment 2", "comment 1"), texts(page.path("items")));
    assertNull(page.get("next"));
    JsonNode older = anns.asks("fullPostAndComments", Map.of("postID", post, "before", next));
    assertEquals(List.of("comment 1", "comment 2"), texts(older.path("comments")));
    assertEquals(5, older.path("commentsQuantity").asInt());
    ann.get("/posts/" + MISSING + "/comments").refused(404, "notFound");
    ann.get("/posts/" + post + "/comments?limit=0").refused(400, "invalid");
  }
}
