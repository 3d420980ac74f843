package dev.parley.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttachmentsIT extends ClientTest {

  private static final byte[] NOTES = "some notes".getBytes(UTF_8);

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person eve = parley.person("eve");
  private final String chat = ann.groupWith(ben);

  @Test
  void whatIsUploadedComesBackByteByByteAsADownload() {
    byte[] bytes = new byte[1_000_003];
    new Random(7).nextBytes(bytes);
    JsonNode made = ann.uploads("ünï \"code\".bin", bytes);
    assertEquals("ünï _code_.bin", made.path("name").asString());
    assertEquals("application/octet-stream", made.path("type").asString());
    assertEquals(bytes.length, made.path("size").asLong());
    assertFalse(made.path("image").asBoolean());
    assertTrue(made.path("width").isNull() && made.path("preview").isNull());
    HttpResponse<byte[]> fetched = ann.fetch(made.path("address").asString());
    assertEquals(200, fetched.statusCode());
    assertArrayEquals(bytes, fetched.body());
    assertEquals(
        "attachment; filename=\"_n_ _code_.bin\"; filename*=UTF-8''%C3%BCn%C3%AF%20_code_.bin",
        header(fetched, "Content-Disposition"));
    assertEquals("nosniff", header(fetched, "X-Content-Type-Options"));
    assertEquals("default-src 'none'; sandbox", header(fetched, "Content-Security-Policy"));
    assertEquals("private, no-cache", header(fetched, "Cache-Control"));
    assertEquals("application/octet-stream", header(fetched, "Content-Type"));
    HttpResponse<byte[]> again =
        parley.fetch(
            made.path("address").asString(),
            "Authorization",
            "Bearer " + ann.token(),
            "If-None-Match",
            header(fetched, "ETag"));
    assertEquals(304, again.statusCode());
  }

  @Test
  void anEmptyFileIsAFile() {
    JsonNode made = ann.uploads("empty", new byte[0]);
    assertEquals(0, ann.fetch(made.path("address").asString()).body().length);
  }

  @Test
  void anyContentTypeIsJustBytes() {
    for (String type :
        List.of(
            "application/json",
            "text/html",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x")) {
      Answer made =
          parley.call(
              "POST",
              "/api/v1/attachments?name=a.txt",
              NOTES,
              "Authorization",
              "Bearer " + ann.token(),
              "Content-Type",
              type);
      String address = made.expect(201).body().path("address").asString();
      assertArrayEquals(NOTES, ann.fetch(address).body(), type);
    }
  }

  @Test
  void anUploadIsItsOwnersAloneUntilItIsSent() {
    String address = ann.uploads("notes.txt", NOTES).path("address").asString();
    assertEquals(200, ann.fetch(address).statusCode());
    refusesLikeMissing(ben, address);
    assertEquals(401, parley.fetch(address).statusCode());
  }

  @Test
  void everyMemberSeesWhatWasSentInItsOrder() {
    JsonNode one = ann.uploads("one.txt", NOTES);
    JsonNode two = ann.uploads("two.txt", NOTES);
    try (Wire wire = ben.connects()) {
      wire.asks("focus", Map.of("chatID", chat));
      ann.posts(chat, "", two, one);
      JsonNode pushed = wire.receives("inputChatMessage");
      assertEquals(List.of(two, one), pushed.path("attachments").values().stream().toList());
      assertEquals("", pushed.path("content").asString());
      assertEquals(pushed, last(ben), "the history has the same");
    }
    assertArrayEquals(NOTES, ben.fetch(one.path("address").asString()).body());
  }

  @Test
  void whoIsNotInTheConversationIsToldThereIsNothing() {
    JsonNode file = ann.uploads("notes.txt", NOTES);
    ann.posts(chat, "look", file);
    String address = file.path("address").asString();
    refusesLikeMissing(eve, address);
    ann.call("DELETE", "/conversations/" + chat + "/members/" + ben.id(), null).expect(204);
    refusesLikeMissing(ben, address);
    ann.call("DELETE", "/conversations/" + chat + "/members/" + ann.id(), null).expect(204);
    refusesLikeMissing(ann, address);
  }

  @Test
  void withTheMessageTheBytesGo() {
    JsonNode file = ann.uploads("notes.txt", NOTES);
    String message = ann.posts(chat, "look", file).path("messageID").asString();
    String blob = blobOf(file);
    assertEquals(1, Database.count("SELECT count(*) FROM blob_parts WHERE blob = ?::uuid", blob));
    JsonNode deleted = ann.call("DELETE", "/messages/" + message, null).expect(200).body();
    assertTrue(deleted.path("attachments").isEmpty());
    assertEquals(0, Database.count("SELECT count(*) FROM blob_parts WHERE blob = ?::uuid", blob));
    refusesLikeMissing(ann, file.path("address").asString());
    refusesLikeMissing(ben, file.path("address").asString());
  }

  @Test
  void withTheConversationTheBytesGo() {
    JsonNode file = ann.uploads("notes.txt", NOTES);
    ann.posts(chat, "look", file);
    String blob = blobOf(file);
    ann.call("DELETE", "/conversations/" + chat, null).expect(204);
    assertEquals(0, Database.count("SELECT count(*) FROM blob_parts WHERE blob = ?::uuid", blob));
    refusesLikeMissing(ann, file.path("address").asString());
  }

  @Test
  void onlyOwnUploadsCanBeSentAndOnlyOnce() {
    JsonNode bens = ben.uploads("bens.txt", NOTES);
    JsonNode anns = ann.uploads("anns.txt", NOTES);
    for (String id : List.of(bens.path("id").asString(), "99999999")) {
      sends(ann, "x", List.of(id)).refused(404, "notFound");
      sends(ann, "x", List.of(anns.path("id").asString(), id)).refused(404, "notFound");
    }
    long before = last(ann).path("seq").asLong();
    ann.posts(chat, "once", anns);
    assertEquals(before + 1, last(ann).path("seq").asLong(), "a refusal uses no number");
    sends(ann, "twice", List.of(anns.path("id").asString())).refused(404, "notFound");
    ben.posts(chat, "still mine", bens);
  }

  @Test
  void aRetryWithTheSameKeyIsTheSameMessage() {
    JsonNode file = ann.uploads("notes.txt", NOTES);
    Map<String, Object> body =
        Map.of("content", "look", "key", "k", "attachmentIDs", List.of(file.path("id").asString()));
    String path = "/conversations/" + chat + "/messages";
    ann.call("POST", path, body).expect(201);
    assertTrue(ann.call("POST", path, body).expect(201).body().path("duplicate").asBoolean());
    ann.call("POST", path, Map.of("content", "look", "key", "k")).refused(409, "conflict");
  }

  @Test
  void aMessageHasAtMostTenAttachmentsAndNoneTwice() {
    List<String> eleven =
        IntStream.range(0, 11).mapToObj(i -> Integer.toString(90_000_000 + i)).toList();
    sends(ann, "x", eleven).refused(400, "invalid");
    String id = ann.uploads("a", NOTES).path("id").asString();
    sends(ann, "x", List.of(id, id)).refused(400, "invalid");
    sends(ann, "", List.of()).refused(400, "invalid");
  }

  @Test
  void oneBadAttachmentRefusesNobodyElsesMessage() {
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects()) {
      for (int i = 0; i < 20; i++) {
        annWire.raw(frame("a" + i, "bad " + i, "[\"99999999\"]") + "\n");
        benWire.raw(frame("b" + i, "good " + i, "[]") + "\n");
      }
      for (int i = 0; i < 20; i++) {
        assertEquals("notFound", annWire.reply("a" + i).path("code").asString());
        assertEquals("success", benWire.reply("b" + i).path("result").asString());
      }
    }
  }

  private String frame(String id, String content, String attachments) {
    return """
        {"type":"sendMessage","id":"%s","payload":\
        {"chatID":"%s","content":"%s","attachmentIDs":%s}}"""
        .formatted(id, chat, content, attachments);
  }

  @Test
  void whatWasNotSentForADayIsRemoved() throws Exception {
    JsonNode old = ann.uploads("old.txt", NOTES);
    JsonNode young = ann.uploads("young.txt", NOTES);
    JsonNode sent = ann.uploads("sent.txt", NOTES);
    ann.posts(chat, "keep", sent);
    Database.change(
        "UPDATE attachments SET created_at = now() - interval '25 hours' WHERE id IN (?, ?)",
        old.path("id").asLong(),
        sent.path("id").asLong());
    awaitStatus(ann, old.path("address").asString(), 404);
    assertEquals(200, ann.fetch(young.path("address").asString()).statusCode());
    assertEquals(200, ann.fetch(sent.path("address").asString()).statusCode());
  }

  @Test
  void htmlUnderWhateverNameIsTextToSave() {
    byte[] html = "<!doctype html><script>alert(1)</script>".getBytes(UTF_8);
    for (String name : List.of("page.html", "cat.png")) {
      JsonNode made = ann.uploads(name, html);
      assertFalse(made.path("image").asBoolean(), name);
      HttpResponse<byte[]> fetched = ann.fetch(made.path("address").asString());
      assertTrue(header(fetched, "Content-Disposition").startsWith("attachment"), name);
      assertTrue(header(fetched, "Content-Type").startsWith("text/plain"), name);
    }
  }

  @Test
  void anSvgIsNoPicture() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(UTF_8);
    JsonNode made = ann.uploads("logo.svg", svg);
    assertFalse(made.path("image").asBoolean());
    HttpResponse<byte[]> fetched = ann.fetch(made.path("address").asString());
    assertTrue(header(fetched, "Content-Disposition").startsWith("attachment"));
    assertTrue(header(fetched, "Content-Type").startsWith("text/plain"));
  }

  @Test
  void anotherSitesPageCanUploadNothing() {
    for (String origin : List.of("https://evil.example", "null")) {
      parley
          .call(
              "POST",
              "/api/v1/attachments",
              NOTES,
              "Cookie",
              "parley_session=" + ann.token(),
              "Origin",
              origin)
          .refused(403, "forbidden");
    }
    parley.call("POST", "/api/v1/attachments", NOTES).refused(401, "forbidden");
  }

  private Answer sends(Person person, String content, List<String> ids) {
    return person.call(
        "POST",
        "/conversations/" + chat + "/messages",
        Map.of("content", content, "attachmentIDs", ids));
  }

  private JsonNode last(Person person) {
    JsonNode history = person.history(chat);
    return history.path(history.size() - 1);
  }

  private static void refusesLikeMissing(Person person, String address) {
    for (String path : List.of(address, address + "/preview")) {
      HttpResponse<byte[]> hidden = person.fetch(path);
      assertEquals(404, hidden.statusCode(), path);
      HttpResponse<byte[]> missing =
          person.fetch(path.replaceFirst("attachments/\\d+", "attachments/99999999"));
      assertArrayEquals(missing.body(), hidden.body());
    }
  }

  private static void awaitStatus(Person person, String address, int status) throws Exception {
    long end = System.nanoTime() + 30_000_000_000L;
    while (person.fetch(address).statusCode() != status) {
      assertTrue(System.nanoTime() < end, address + " never became " + status);
      Thread.onSpinWait();
    }
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return String.join(" + ", response.headers().allValues(name));
  }

  private static String blobOf(JsonNode attachment) {
    return Database.asked(
        "SELECT blob FROM attachments WHERE id = ?", attachment.path("id").asLong());
  }
}
