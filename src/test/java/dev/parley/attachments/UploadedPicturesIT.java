package dev.parley.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import dev.parley.images.TestPictures;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UploadedPicturesIT extends ClientTest {

  private final Person ann = parley.person("ann");

  @Test
  void picturesAreKnownByTheirContentAndShownInThePage() {
    Map<String, byte[]> all =
        Map.of(
            "image/png", TestPictures.png(24, 16),
            "image/jpeg", TestPictures.jpeg(24, 16, 1),
            "image/gif", TestPictures.gif(24, 16),
            "image/webp", TestPictures.webp(false, 1));
    all.forEach(
        (type, bytes) -> {
          JsonNode made = ann.uploads("holiday.html", bytes);
          assertEquals(type, made.path("type").asString());
          assertTrue(made.path("image").asBoolean());
          assertEquals(24, made.path("width").asInt(), type);
          assertEquals(16, made.path("height").asInt(), type);
          assertTrue(made.path("name").asString().startsWith("holiday.html."), "no page any more");
          HttpResponse<byte[]> fetched = ann.fetch(made.path("address").asString());
          assertEquals(type, header(fetched, "Content-Type"));
          assertTrue(header(fetched, "Content-Disposition").startsWith("inline"));
          assertEquals("nosniff", header(fetched, "X-Content-Type-Options"));
          assertEquals("default-src 'none'; sandbox", header(fetched, "Content-Security-Policy"));
          assertEquals(made.path("size").asInt(), fetched.body().length);
          assertFalse(text(fetched).contains("GPS"), type);
        });
  }

  @Test
  void aPreviewIsAtMostEightHundredPixelsLong() {
    for (byte[] bytes :
        List.of(
            TestPictures.png(3000, 1000),
            TestPictures.jpeg(3000, 1000, 1),
            TestPictures.gif(3000, 1000))) {
      HttpResponse<byte[]> preview = preview(ann.uploads("wide", bytes));
      BufferedImage seen = TestPictures.decoded(preview.body());
      assertEquals(800, seen.getWidth());
      assertEquals(267, seen.getHeight());
      assertTrue(TestPictures.isRed(seen.getRGB(200, 100)));
      assertFalse(TestPictures.isRed(seen.getRGB(600, 100)));
    }
  }

  @Test
  void aSmallWebpHasAPreviewThatEveryProgramCanRead() {
    for (boolean lossless : new boolean[] {true, false}) {
      BufferedImage seen =
          TestPictures.decoded(
              preview(ann.uploads("w.webp", TestPictures.webp(lossless, 1))).body());
      assertEquals(24, seen.getWidth());
      assertTrue(TestPictures.isRed(seen.getRGB(4, 8)));
    }
  }

  @Test
  void aPhotographThatLiesOnItsSideIsTurnedUpright() {
    // Where the red half is, when turned as EXIF says.
    Map<Integer, String> red =
        Map.of(
            1, "left", 2, "right", 3, "right", 4, "left", 5, "top", 6, "top", 7, "bottom", 8,
            "bottom");
    red.forEach(
        (orientation, side) -> {
          JsonNode made = ann.uploads("p.jpg", TestPictures.jpeg(400, 200, orientation));
          boolean lies = orientation >= 5;
          assertEquals(lies ? 200 : 400, made.path("width").asInt());
          assertEquals(lies ? 400 : 200, made.path("height").asInt());
          HttpResponse<byte[]> whole = ann.fetch(made.path("address").asString());
          assertFalse(text(whole).contains("Exif") || text(whole).contains("GPS"));
          for (HttpResponse<byte[]> one : List.of(whole, preview(made))) {
            BufferedImage seen = TestPictures.decoded(one.body());
            assertEquals(made.path("width").asInt(), seen.getWidth());
            assertEquals(side, redSide(seen), "orientation " + orientation);
          }
        });
  }

  private static String redSide(BufferedImage seen) {
    int w = seen.getWidth();
    int h = seen.getHeight();
    if (TestPictures.isRed(seen.getRGB(w / 4, h / 4))) {
      return TestPictures.isRed(seen.getRGB(w / 4, 3 * h / 4)) ? "left" : "top";
    }
    return TestPictures.isRed(seen.getRGB(3 * w / 4, h / 4)) ? "right" : "bottom";
  }

  @Test
  void aPictureThatSaysItIsEnormousIsRefusedBeforeAnythingDecodesIt() {
    long before = System.nanoTime();
    ann.upload("bomb.png", TestPictures.pngBomb(60_000, 60_000)).refused(413, "tooLarge");
    ann.upload("bomb.png", TestPictures.pngBomb(6_325, 6_325)).refused(413, "tooLarge");
    ann.upload("bomb.webp", TestPictures.webp(16_000, 16_000, vp8())).refused(413, "tooLarge");
    assertTrue(System.nanoTime() - before < 10_000_000_000L);
  }

  /** A chunk with a picture, taken out of a whole file. */
  private static byte[] vp8() {
    byte[] whole = TestPictures.webp(false, 1);
    return Arrays.copyOfRange(whole, 30, 30 + 8 + 80);
  }

  @Test
  void whatOnlyBeginsLikeAPictureIsRefused() {
    byte[] png = TestPictures.png(24, 16);
    byte[] html = "\u0089PNG\r\n\u001a\n<script>alert(1)</script>".getBytes(ISO_8859_1);
    byte[] gif = "GIF89a/*<svg onload=alert(1)>*/=1;".getBytes(UTF_8);
    for (byte[] bytes : List.of(html, gif, Arrays.copyOf(png, png.length / 2))) {
      ann.upload("cat.png", bytes).refused(400, "invalid");
    }
  }

  @Test
  void manyLargePicturesAtOnceAllSucceed() {
    byte[] large = TestPictures.jpeg(5000, 4000, 6);
    List<Integer> heights =
        List.of(1, 2, 3, 4).parallelStream()
            .map(i -> ann.uploads("large.jpg", large).path("height").asInt())
            .toList();
    assertEquals(List.of(5000, 5000, 5000, 5000), heights);
  }

  private HttpResponse<byte[]> preview(JsonNode made) {
    HttpResponse<byte[]> preview = ann.fetch(made.path("preview").asString());
    assertEquals(200, preview.statusCode());
    assertTrue(header(preview, "Content-Type").matches("image/(png|jpeg)"));
    return preview;
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), ISO_8859_1);
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return String.join(" + ", response.headers().allValues(name));
  }
}
