package dev.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Database;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody who may read a conversation, though not write in it. */
class MayNotWriteIT extends ClientTest {

  private static final String SENTENCE = "you cannot write in this conversation";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String chat = ann.privateChatWith(ben);
  private final String own =
      ben.call("POST", "/conversations/" + chat + "/messages", Map.of("content", "1", "key", "k"))
          .expect(201)
          .body()
          .path("messageID")
          .asString();

  @Test
  void whoMayNotWriteCannotSend() {
    silence();
    Map<String, Object> message = Map.of("chatID", chat, "content", "2");
    try (Wire wire = ben.connects()) {
      assertRefused(wire.isRefused("sendMessage", message, "forbidden"));
    }
    ben.call("POST", "/conversations/" + chat + "/messages", Map.of("content", "2"))
        .refused(403, "forbidden");
    assertEquals(1, ann.history(chat).size());
  }

  @Test
  void whatWasStoredBeforeIsStillKnownByItsKey() {
    silence();
    Map<String, Object> message = Map.of("chatID", chat, "content", "1", "key", "k");
    try (Wire wire = ben.connects()) {
      assertTrue(wire.asks("sendMessage", message).path("duplicate").asBoolean());
    }
  }

  @Test
  void whoMayNotWriteCannotEditReactOrPin() {
    silence();
    try (Wire wire = ben.connects()) {
      assertRefused(
          wire.isRefused("editMessage", Map.of("messageID", own, "content", "2"), "forbidden"));
      assertRefused(
          wire.isRefused("reactToMessage", Map.of("messageID", own, "emoji", "👍"), "forbidden"));
      assertRefused(wire.isRefused("pinMessage", Map.of("messageID", own), "forbidden"));
    }
    JsonNode message = ann.history(chat).get(0);
    assertEquals("1", message.path("content").asString());
    assertTrue(message.path("reactions").isEmpty());
  }

  @Test
  void whoMayNotWriteIsNotSeenToType() {
    silence();
    try (Wire wire = ben.connects()) {
      assertRefused(wire.isRefused("typing", Map.of("chatID", chat), "forbidden"));
    }
  }

  @Test
  void whoMayNotWriteCanStillTakeTheirOwnMessageBack() {
    silence();
    try (Wire wire = ben.connects()) {
      assertTrue(wire.asks("deleteMessage", Map.of("messageID", own)).path("deleted").asBoolean());
    }
  }

  private static void assertRefused(JsonNode refusal) {
    assertEquals(SENTENCE, refusal.path("data").asString());
  }

  private void silence() {
    Database.change(
        "UPDATE memberships SET may_write = false"
            + " WHERE conversation_id = ?::bigint AND account_id = ?::bigint",
        chat,
        ben.id());
  }
}
