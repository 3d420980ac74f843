package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PictureCutterTest {

  private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
  private PictureCutter cutter;

  private JsonNode cut(String json) {
    cutter = new PictureCutter(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    try {
      cutter.cut(picture);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Json.MAPPER.readTree(cutter.rest());
  }

  private Code isRefused(String json) {
    return assertThrows(Refusal.class, () -> cut(json)).code();
  }

  @Test
  void thePictureIsCutOutWhereverItStandsAndTheRestStays() {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);
    JsonNode rest =
        cut("{\"a\":\"x\\\"y\", \"Image\" : \"" + url + "\" ,\"postID\":7,\"b\":[\"ж\"]}");
    assertTrue(cutter.found());
    assertArrayEquals(bytes, picture.toByteArray());
    assertEquals("x\"y", rest.path("a").asString());
    assertEquals(7, rest.path("postID").asInt());
    assertEquals("ж", rest.path("b").get(0).asString());
    assertFalse(rest.path("Image").asString().contains(","));
  }

  @Test
  void slashesMayBeEscaped() {
    cut("{\"image\":\"data:image\\/png;base64,\\/\\/8=\"}");
    assertArrayEquals(new byte[] {-1, -1}, picture.toByteArray());
  }

  @Test
  void textsThatBeginLikeDataUrlsElsewhereStay() {
    JsonNode rest = cut("{\"aboutMe\":\"data: I like\",\"x\":\"image\",\"y\":\"data:,\"}");
    assertFalse(cutter.found());
    assertEquals("data: I like", rest.path("aboutMe").asString());
    assertEquals("data:,", rest.path("y").asString());
  }

  @Test
  void whatIsNoPictureStaysToBeSeen() {
    for (String image : new String[] {"null", "\"\"", "1", "\"http://x\"", "{\"a\":\"data:,\"}"}) {
      cut("{\"image\":" + image + "}");
      assertFalse(cutter.found(), image);
    }
  }

  @Test
  void brokenDataUrlsAreRefused() {
    for (String url :
        new String[] {
          "data:",
          "data:image/png",
          "data:image/png,abc",
          "data:;base64,%%%%",
          "data:;base64,A",
          "data:;base64,AA==AA",
          "data:;base64,A\\u0041==",
          "data:" + "x".repeat(200) + ",",
          "data:;base64,AAAA\\n"
        }) {
      assertEquals(Code.INVALID, isRefused("{\"image\":\"" + url + "\"}"), url);
    }
    assertEquals(
        Code.INVALID,
        isRefused("{\"image\":\"data:;base64,AAAA\",\"image\":\"data:;base64,AAAA\"}"));
  }

  @Test
  void aBodyThatEndsInTheMiddleIsNoJson() {
    for (String json :
        new String[] {"{\"image\":\"data:;base64,AAAA", "{\"image", "{\"a\":\"\\", "\""}) {
      String rest = assertThrows(RuntimeException.class, () -> cut(json)).getClass().getName();
      assertTrue(rest.contains("jackson") || rest.contains("Refusal"), json + rest);
    }
  }

  @Test
  void everythingButThePictureIsShort() {
    assertEquals(Code.TOO_LARGE, isRefused("{\"a\":\"" + "x".repeat(70_000) + "\"}"));
  }
}
