package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is new in a chat that one has closed: it is told so that the client can open that chat. */
class ChatNoticesIT extends ClientTest {

  private static final String NEWS = "new chat message";

  private final Member ann = Member.named(parley, "ann");
  private final Member ben = Member.named(parley, "ben");
  private final Person anns = ann.natively();

  @Test
  void aGroupsChatIsNamedByTheGroup() {
    String group = anns.foundsGroupWith(ben.natively());
    try (Wire page = ben.page()) {
      writes(group);
      JsonNode told = news(page);
      assertEquals(group, told.path("groupId").path("String").asString());
      assertTrue(told.path("groupId").path("Valid").asBoolean());
      assertEquals(List.of(told), listed(page));
      try (Wire chat = ben.opens("/openChat/group?id=" + group)) {
        chat.raw(Member.message("chatPortion", 0));
        assertEquals(1, data(chat.hears("chatPortion")).path("messages").size());
      }
      assertEquals(List.of(), listed(page));
    }
  }

  @Test
  void aPrivateChatIsNamedByWhoWrote() {
    try (Wire page = ben.page()) {
      try (Wire chat = ann.opens("/openChat/private?id=" + ben.id())) {
        chat.raw(Member.message("sendMessageToChat", Map.of("content", "hi")));
        chat.hears("sendMessageToChat");
      }
      JsonNode told = news(page);
      assertEquals(ann.id(), told.path("fromUserId").path("String").asString());
      assertFalse(told.path("groupId").path("Valid").asBoolean());
      assertEquals(List.of(told), listed(page));
    }
  }

  @Test
  void ofChatsThatThisSystemHasNotNothingIsTold() {
    Person natively = ben.natively();
    String channel = channelWith(ben);
    String group = anns.foundsGroupWith(natively);
    try (Wire page = ben.page()) {
      writes(channel);
      awaitNotifications(natively, 1);
      writes(group);
      awaitNotifications(natively, 2);
      assertEquals(group, news(page).path("groupId").path("String").asString());
      assertEquals(1, listed(page).size());
    }
  }

  private String channelWith(Member other) {
    return anns.call(
            "POST",
            "/conversations",
            Map.of("kind", "channel", "name", "news", "userIDs", List.of(other.id())))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private void writes(String chat) {
    anns.posts(chat, "hello");
  }

  /** The next notification of a chat that a page is told. */
  private static JsonNode news(Wire page) {
    JsonNode told = data(page.hears("newNotification"));
    while (!told.path("type").asString().equals(NEWS)) {
      told = data(page.hears("newNotification"));
    }
    return told;
  }

  /** One's notifications of chats. */
  private static List<JsonNode> listed(Wire page) {
    page.raw(Member.message("getUserNotifications", null));
    return data(page.hears("getUserNotifications"))
        .valueStream()
        .filter(one -> one.path("type").asString().equals(NEWS))
        .toList();
  }

  /** They are made a moment after the message. */
  private static void awaitNotifications(Person who, int count) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    int found = 0;
    while (found < count && System.nanoTime() < end) {
      found =
          (int)
              who.get("/notifications").expect(200).body().findValuesAsString("type").stream()
                  .filter(NEWS::equals)
                  .count();
    }
    assertEquals(count, found);
  }

  private static JsonNode data(JsonNode frame) {
    return frame.path("payload").path("data");
  }
}
