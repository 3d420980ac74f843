package dev.parley.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.images.TestPictures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PicturesIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person eve = parley.person("eve");
  private final String chat = ann.groupWith(ben);

  private static String upload(Person person) {
    return person.uploads("me.png", TestPictures.png(64, 64)).path("id").asString();
  }

  private static Answer profile(Person person, String id) {
    return person.call("PATCH", "/people/me", Map.of("pictureID", id));
  }

  private Answer group(Person person, String id) {
    return person.call("PATCH", "/conversations/" + chat, Map.of("pictureID", id));
  }

  private static int status(Person person, String address) {
    return person.fetch(address).statusCode();
  }

  @Test
  void everybodySeesAPersonsPictureEverywhere() {
    try (Wire wire = eve.connects();
        Wire own = ann.connects()) {
      JsonNode account =
          own.asks("updateProfile", Map.of("pictureID", upload(ann), "fullName", "Ann B."));
      String address = account.path("picture").asString();
      assertEquals("Ann B.", account.path("fullName").asString());
      JsonNode pushed =
          wire.receives("personChanged", p -> p.path("id").asString().equals(ann.id()));
      assertEquals(address, pushed.path("picture").asString());
      assertEquals(address, own.receives("accountChanged").path("picture").asString());
      assertEquals(200, status(eve, address));
      assertEquals(200, status(eve, address.replace("/preview", "")));
      assertEquals(401, parley.fetch(address).statusCode());
      for (String path : List.of("/people/" + ann.id(), "/people?query=" + ann.name())) {
        assertTrue(eve.get(path).expect(200).text().contains(address), path);
      }
      assertEquals(address, ann.get("/people/me").body().path("picture").asString());
      assertEquals(address, ann.get("/accounts/me").body().path("picture").asString());
      for (String path : List.of("", "/members")) {
        String text = ben.get("/conversations/" + chat + path).expect(200).text();
        assertTrue(text.contains(address), path);
      }
    }
  }

  @Test
  void aNewPictureTakesThePlaceOfTheOldOneAndAnEmptyIdOfBoth() {
    String one = profile(ann, upload(ann)).expect(200).body().path("picture").asString();
    JsonNode named = ann.call("PATCH", "/people/me", Map.of("fullName", "A")).expect(200).body();
    assertEquals(one, named.path("picture").asString(), "what is not named stays");
    String two = profile(ann, upload(ann)).expect(200).body().path("picture").asString();
    assertNotEquals(one, two);
    assertEquals(404, status(ann, one));
    JsonNode without = profile(ann, "").expect(200).body();
    assertTrue(without.path("picture").isNull());
    assertEquals("A", without.path("fullName").asString());
    assertEquals(404, status(ann, two));
    profile(ann, "").expect(200);
  }

  @Test
  void onlyAnOwnUnusedPictureBecomesOne() {
    profile(ann, upload(ben)).refused(404, "notFound");
    profile(ann, "99999999").refused(404, "notFound");
    profile(ann, "one").refused(400, "invalid");
    JsonNode text = ann.uploads("me.png", "no picture".getBytes(UTF_8));
    profile(ann, text.path("id").asString()).refused(400, "invalid");
    ann.posts(chat, "a refusal leaves it unused", text);
    String used = upload(ann);
    profile(ann, used).expect(200);
    group(ann, used).refused(404, "notFound");
    ann.call(
            "POST",
            "/conversations/" + chat + "/messages",
            Map.of("content", "", "attachmentIDs", List.of(used)))
        .refused(404, "notFound");
  }

  @Test
  void aConversationsPictureIsForItsMembers() {
    try (Wire wire = ben.connects()) {
      String address = group(ann, upload(ann)).expect(200).body().path("picture").asString();
      JsonNode pushed =
          wire.receives("conversationChanged", p -> !p.at("/conversation/picture").isNull());
      assertEquals(address, pushed.at("/conversation/picture").asString());
      assertEquals(200, status(ben, address));
      assertEquals(404, status(eve, address));
      ann.call("DELETE", "/conversations/" + chat + "/members/" + ben.id(), null).expect(204);
      assertEquals(404, status(ben, address));
      assertTrue(group(ann, "").expect(200).body().path("picture").isNull());
      assertEquals(404, status(ann, address));
    }
  }

  @Test
  void onlyAnAdministratorChangesAConversationsPicture() {
    String bens = upload(ben);
    group(ben, bens).refused(403, "forbidden");
    group(eve, upload(eve)).refused(404, "notFound");
    assertTrue(ann.get("/conversations/" + chat).body().path("picture").isNull());
    profile(ben, bens).expect(200);
  }

  @Test
  void whoeverGoesTakesThePictureAlong() {
    String address = profile(ann, upload(ann)).expect(200).body().path("picture").asString();
    String unsent = "/api/v1/attachments/" + upload(ann);
    ann.call("DELETE", "/accounts/me", null).expect(204);
    assertEquals(404, status(ben, address));
    assertEquals(404, status(ben, unsent));
    assertTrue(ben.get("/people/" + ann.id()).body().path("picture").isNull());
  }
}
