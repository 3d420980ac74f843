package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.images.TestPictures;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pictures of posts, comments and people: who may put them there, and who may fetch them. */
class PicturesIT extends ClientTest {

  private static final String MISSING = "99999999";
  private static final byte[] PNG = TestPictures.png(40, 30);

  private final Golden golden = new Golden();
  private final Member nobody = Member.nobody(parley);
  private final Member ann = Member.named(parley, "ann");
  private final Member ben = Member.named(parley, "ben");

  @Test
  void aPostAndACommentGetTheirPicturesAfterTheyWereWritten() {
    try (Wire anns = ann.page();
        Wire bens = ben.page()) {
      String post = post(anns, 0);
      golden.ask(ann, "POST", "/submitPostImg", fields("image", url("png", PNG), "postID", post));
      golden.asks(ann, anns, "fullPostAndComments", post);
      String comment =
          golden
              .asks(ben, bens, "newComment", fields("postID", post, "content", "nice"))
              .path("comments")
              .get(0)
              .path("id")
              .asString();
      golden.ask(
          ben,
          "POST",
          "/submitCommentImg",
          fields("commentID", comment, "image", url("jpeg", TestPictures.jpeg(20, 20, 1))));
      JsonNode full = golden.asks(ann, anns, "fullPostAndComments", post);
      fetches(ben, "/" + full.path("image").asString(), "image/png");
      fetches(
          ann,
          "/" + full.path("comments").get(0).path("content").path("image").asString(),
          "image/jpeg");
    }
    golden.check("pictures");
  }

  @Test
  void somebodyRegistersWithAPicture() {
    String name = Parley.unique("kim");
    Map<String, Object> who = Member.newcomer(name, "kim");
    who.put("image", url("png", PNG));
    who.put("imageType", "image/png");
    nobody.call("POST", "/registerUser", who).expect(200);
    Member kim = nobody.logsIn(name);
    try (Wire wire = kim.page()) {
      wire.raw(Member.message("getUserProfile", kim.id()));
      JsonNode profile = wire.hears("getUserProfile").path("payload").path("data");
      assertEquals("img/profile/" + kim.id() + ".png", profile.path("profileImg").asString());
      fetches(ben, "/" + profile.path("profileImg").asString(), "image/png");
    }
    fetchesNothing(ben, "/img/profile/" + ben.id() + ".png");
  }

  @Test
  void whoeverRegistersWithABadPictureIsNotThereAtAll() {
    String name = Parley.unique("kim");
    for (String image : bad()) {
      Map<String, Object> who = Member.newcomer(name, "kim");
      who.put("image", image);
      nobody.call("POST", "/registerUser", who).expect(400);
    }
    nobody.call("POST", "/registerUser", Member.newcomer(name, "kim")).expect(200);
  }

  @Test
  void whatIsNoPictureIsRefusedAndThePostStaysWithout() {
    try (Wire anns = ann.page()) {
      String post = post(anns, 0);
      for (String image : bad()) {
        Answer refused = ann.call("POST", "/submitPostImg", fields("image", image, "postID", post));
        assertEquals(400, refused.status(), refused.text());
        assertTrue(refused.body().has("Errors"), refused.text());
      }
      for (Object body :
          List.of(
              fields("postID", post),
              fields("postID", post, "image", null),
              fields("postID", post, "image", 7),
              fields("image", url("png", PNG)),
              fields("image", url("png", PNG), "postID", "x"),
              "{\"image\":\"" + url("png", PNG),
              "{",
              "",
              "null",
              "[]")) {
        assertEquals(400, ann.call("POST", "/submitPostImg", body).status(), body.toString());
      }
      assertFalse(full(anns, post).has("image"));
    }
  }

  @Test
  void aPictureMayBeOnlySoLarge() {
    try (Wire anns = ann.page()) {
      String post = post(anns, 0);
      String image = "data:image/png;base64," + "A".repeat(29_000_000);
      Answer refused = ann.call("POST", "/submitPostImg", fields("image", image, "postID", post));
      assertEquals(413, refused.status(), refused.text());
      String long1 = "x".repeat(70_000);
      assertEquals(
          413, ann.call("POST", "/submitPostImg", fields("postID", post, "more", long1)).status());
    }
  }

  @Test
  void onlyTheAuthorGivesAPicture() {
    try (Wire anns = ann.page();
        Wire bens = ben.page()) {
      String post = post(anns, 0);
      String secret = post(anns, 2);
      String comment = comment(anns, post);
      assertEquals(401, submits(nobody, "Post", "postID", post).status());
      assertEquals(401, submits(nobody, "Comment", "commentID", comment).status());
      assertEquals(403, submits(ben, "Post", "postID", post).status());
      assertEquals(403, submits(ben, "Comment", "commentID", comment).status());
      Answer hidden = submits(ben, "Post", "postID", secret);
      Answer missing = submits(ben, "Post", "postID", MISSING);
      assertEquals(404, hidden.status());
      assertEquals(missing.text(), hidden.text());
      String below = comment(anns, secret);
      assertEquals(
          submits(ben, "Comment", "commentID", MISSING).text(),
          submits(ben, "Comment", "commentID", below).text());
      assertFalse(full(bens, post).has("image"));
    }
  }

  @Test
  void aPictureIsForThoseWhoSeeWhatItBelongsTo() {
    try (Wire anns = ann.page()) {
      String secret = post(anns, 2);
      submits(ann, "Post", "postID", secret).expect(200);
      String comment = comment(anns, secret);
      submits(ann, "Comment", "commentID", comment).expect(200);
      for (String path :
          List.of("/img/post/" + secret + ".png", "/img/comment/" + comment + ".png")) {
        fetches(ann, path, "image/png");
        fetchesNothing(ben, path);
        assertEquals(401, nobody.call("GET", path, null).status());
      }
      anns.raw(Member.message("deletePost", secret));
      anns.hears("deletePost");
      fetchesNothing(ann, "/img/post/" + secret + ".png");
      fetchesNothing(ann, "/img/comment/" + comment + ".png");
    }
  }

  @Test
  void otherAddressesOfPicturesLeadNowhere() {
    for (String path :
        List.of(
            "/img/",
            "/img/post/",
            "/img/post/7",
            "/img/post/x.png",
            "/img/post/-1.png",
            "/img/post/99999999999999999999.png",
            "/img/chat/1.png",
            "/img/post/1.png/2",
            "/img/index.html")) {
      assertEquals(404, ann.call("GET", path, null).status(), path);
    }
  }

  private Answer submits(Member who, String what, String member, String id) {
    return who.call("POST", "/submit" + what + "Img", fields("image", url("png", PNG), member, id));
  }

  /** Data URLs that are none, or none of a picture. */
  private static List<String> bad() {
    return List.of(
        url("png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)),
        url("svg+xml", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
        url("png", new byte[0]),
        url("png", Arrays.copyOf(PNG, 40)),
        "data:image/png;base64,%%%",
        "data:image/png,abc",
        "data:text/html;base64,"
            + Base64.getEncoder().encodeToString("<p>hi".getBytes(StandardCharsets.UTF_8)),
        "hello",
        "https://example.org/cat.png");
  }

  private static String url(String type, byte[] bytes) {
    return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static Map<String, Object> fields(Object... pairs) {
    return SocialIT.fields(pairs);
  }

  private static String post(Wire wire, int type) {
    wire.raw(
        Member.message("newPost", fields("title", "sea", "body", "was calm", "postType", type)));
    return wire.hears("newPost").path("payload").path("data").path("id").asString();
  }

  private static String comment(Wire wire, String post) {
    wire.raw(Member.message("newComment", fields("postID", post, "content", "how calm?")));
    JsonNode comments = wire.hears("newComment").path("payload").path("data").path("comments");
    return comments.get(comments.size() - 1).path("id").asString();
  }

  private static JsonNode full(Wire wire, String post) {
    wire.raw(Member.message("fullPostAndComments", post));
    return wire.hears("fullPostAndComments").path("payload").path("data");
  }

  private void fetches(Member who, String path, String type) {
    HttpResponse<byte[]> got = parley.fetch(path, "Cookie", who.cookie());
    assertEquals(200, got.statusCode(), path);
    assertEquals(type, got.headers().firstValue("Content-Type").orElse(""));
    assertEquals("nosniff", got.headers().firstValue("X-Content-Type-Options").orElse(""));
    byte[] head = type.equals("image/png") ? new byte[] {(byte) 0x89, 'P'} : new byte[] {-1, -40};
    assertArrayEquals(head, Arrays.copyOf(got.body(), 2));
  }

  private void fetchesNothing(Member who, String path) {
    Answer hidden = who.call("GET", path, null);
    Answer missing = who.call("GET", path.replaceFirst("\\d+", MISSING), null);
    assertEquals(404, hidden.status(), path);
    assertEquals(missing.text(), hidden.text());
  }
}
