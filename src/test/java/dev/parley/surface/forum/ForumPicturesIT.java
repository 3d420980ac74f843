package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Answer;
import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import dev.parley.images.TestPictures;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pictures that were given natively, as the forum's client shows them: with its own cookie. */
class ForumPicturesIT extends ClientTest {

  private static final String MISSING = "99999999";

  private final Poster nobody = Poster.nobody(parley);
  private final Poster ann = Poster.named(parley, "ann");
  private final Poster ben = Poster.named(parley, "ben");
  private final Person natively = ann.natively();

  @Test
  void aPostAndItsCommentShowTheirPictures() {
    String post = withPicture();
    String comment = commentWithPicture(post);
    JsonNode seen = ben.call("POST", "/api/post/id", Map.of("id", post)).expect(200).body();
    assertEquals("/api/img/post/" + post, seen.path("image").asString());
    isFetched(ben, seen.path("image").asString());
    JsonNode below = seen.path("comments").get(0);
    assertEquals("/api/img/comment/" + comment, below.path("image").asString());
    isFetched(ben, below.path("image").asString());
    JsonNode own = ann.call("GET", "/api/profile", null).expect(200).body();
    isFetched(ann, own.path("Posts").get(0).path("image").asString());
  }

  @Test
  void onesOwnPageShowsOnesPicture() {
    JsonNode before = ann.call("GET", "/api/profile", null).expect(200).body();
    assertEquals("", before.path("User").path("image").asString());
    natively.call("PATCH", "/people/me", Map.of("pictureID", upload())).expect(200);
    JsonNode page = ann.call("GET", "/api/profile", null).expect(200).body();
    assertEquals("/api/img/profile/" + ann.id(), page.path("User").path("image").asString());
    isFetched(ann, page.path("User").path("image").asString());
    isFetched(ben, page.path("User").path("image").asString());
    isMissing(ben, "/api/img/profile/" + ben.id());
  }

  @Test
  void aPictureIsForThoseWhoSeeWhatItBelongsTo() {
    String post = withPicture();
    String comment = commentWithPicture(post);
    natively.call("PATCH", "/posts/" + post, Map.of("postType", 1)).expect(200);
    for (String path : new String[] {"/api/img/post/" + post, "/api/img/comment/" + comment}) {
      isFetched(ann, path);
      isMissing(ben, path);
      assertEquals(401, nobody.call("GET", path, null).status(), path);
    }
  }

  private String withPicture() {
    return natively
        .call("POST", "/posts", Map.of("title", "sea", "body", "calm", "pictureID", upload()))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private String commentWithPicture(String post) {
    return natively
        .call(
            "POST",
            "/posts/" + post + "/comments",
            Map.of("content", "and here", "pictureID", upload()))
        .expect(201)
        .body()
        .path("comments")
        .get(0)
        .path("id")
        .asString();
  }

  private String upload() {
    return natively.uploads("cat.png", TestPictures.png(40, 30)).path("id").asString();
  }

  private void isFetched(Poster who, String path) {
    HttpResponse<byte[]> got = parley.fetch(path, "Cookie", who.cookies());
    assertEquals(200, got.statusCode(), path);
    assertEquals("image/png", got.headers().firstValue("Content-Type").orElse(""), path);
  }

  private static void isMissing(Poster who, String path) {
    Answer hidden = who.call("GET", path, null).expect(404);
    Answer missing = who.call("GET", path.replaceFirst("\\d+$", MISSING), null).expect(404);
    assertEquals(missing.text(), hidden.text());
  }
}
