package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The system of chat rooms, step by step as its notes have them, on the native surface. */
class RoomsIT extends ClientTest {

  private final Person ann = parley.person("ann");

  /** Among the first thousand by name, whom a snapshot brings, however many tests ran before. */
  private final Person ben = parley.person("aa-ben");

  @Test
  void inputAnAccountHasItsIdAndItsFullName() {
    String name = Parley.unique("olena");
    JsonNode made =
        parley
            .call("POST", "/api/v1/accounts", Map.of("name", name, "fullName", "Олена Коваль"))
            .expect(201)
            .body()
            .path("account");
    assertFalse(made.path("id").asString().isEmpty());
    assertEquals("Олена Коваль", made.path("fullName").asString());
    JsonNode seen = ann.get("/people/" + made.path("id").asString()).expect(200).body();
    assertEquals("Олена Коваль", seen.path("fullName").asString());
  }

  @Test
  void onPageLoadOneSnapshotCarriesPeopleAndChatsAndTheSocketHearsAllRoomsWithoutAsking() {
    String pair = ann.privateChatWith(ben);
    String group = ben.groupWith(ann);
    try (Wire page = ann.connects()) {
      JsonNode snapshot = page.asks("sync", Map.of());
      assertEquals(ann.id(), snapshot.path("me").path("id").asString());
      assertTrue(ids(snapshot.path("people")).anyMatch(ben.id()::equals));
      List<String> chats =
          snapshot.path("chats").valueStream().map(c -> c.path("id").asString()).toList();
      assertTrue(chats.containsAll(List.of(pair, group)), chats.toString());
      ben.posts(pair, "to the pair");
      ben.posts(group, "to the group");
      page.receives("chatActivity", a -> a.path("chatID").asString().equals(pair));
      page.receives("chatActivity", a -> a.path("chatID").asString().equals(group));
    }
  }

  @Test
  void aChatHasIdAndMembersAUserIdAndNameAMessageChatIdSenderNameContentAndTime() {
    String chat = ann.privateChatWith(ben);
    ann.posts(chat, "Привіт");
    JsonNode conversation = ben.get("/conversations/" + chat).expect(200).body();
    assertEquals(chat, conversation.path("id").asString());
    assertEquals(2, conversation.path("members").size());
    conversation
        .path("members")
        .forEach(
            user -> assertTrue(user.path("id").isString() && user.path("name").isString(), "user"));
    JsonNode message = ben.history(chat).get(0);
    assertEquals(chat, message.path("chatId").asString());
    assertEquals(ann.name(), message.path("senderName").asString());
    assertEquals("Привіт", message.path("content").asString());
    assertEquals(message.path("dateCreate"), message.path("time"));
    assertTrue(message.path("time").asString().endsWith("Z"));
  }

  @Test
  void choosingAChatLoadsItsMessagesPageByPageTheNewestFirst() {
    String chat = ann.privateChatWith(ben);
    for (int i = 1; i <= 5; i++) {
      ann.posts(chat, "message " + i);
    }
    try (Wire page = ben.connects()) {
      JsonNode newest = page.asks("history", Map.of("chatID", chat, "limit", 3));
      assertEquals(List.of(3L, 4L, 5L), numbers(newest));
      assertTrue(newest.path("more").asBoolean());
      JsonNode older = page.asks("history", Map.of("chatID", chat, "before", 3, "limit", 3));
      assertEquals(List.of(1L, 2L), numbers(older));
    }
  }

  @Test
  void sendingStoresBeforeAnySocketInTheRoomSeesIt() {
    String chat = ann.privateChatWith(ben);
    try (Wire desk = ben.connects();
        Wire phone = ben.connects();
        Wire annWire = ann.connects()) {
      desk.asks("focus", Map.of("chatID", chat));
      phone.asks("focus", Map.of("chatID", chat));
      annWire.asks("sendMessage", Map.of("chatID", chat, "content", "stored"));
      for (Wire socket : new Wire[] {desk, phone, annWire}) {
        JsonNode seen = socket.receives("inputChatMessage");
        JsonNode stored = ben.get("/messages/" + seen.path("id").asString()).expect(200).body();
        assertEquals("stored", stored.path("content").asString());
        assertEquals(seen, stored);
      }
    }
  }

  @Test
  void afterReloadEverythingIsThereAgainUnreadIncluded() {
    String chat = ann.privateChatWith(ben);
    ann.posts(chat, "one");
    ann.posts(chat, "two");
    JsonNode first;
    try (Wire page = ben.connects()) {
      first = chat(page.asks("sync", Map.of()), chat);
    }
    try (Wire reloaded = ben.connects()) {
      assertEquals(first, chat(reloaded.asks("sync", Map.of()), chat));
      assertEquals(2, first.path("unread").asInt());
      assertEquals(2, first.path("messages").size());
    }
  }

  @Test
  void aMessageForAChatThatIsNotOpenCountsAsUnreadLiveAndOnOtherDevices() {
    String chat = ann.privateChatWith(ben);
    String other = ben.groupWith();
    try (Wire phone = ben.connects();
        Wire desk = ben.connects()) {
      phone.asks("focus", Map.of("chatID", other));
      ann.posts(chat, "hello?");
      assertEquals(1, phone.receives("chatActivity").path("unread").asInt());
      assertEquals(1, desk.receives("chatActivity").path("unread").asInt());
    }
    try (Wire later = ben.connects()) {
      assertEquals(1, chat(later.asks("sync", Map.of()), chat).path("unread").asInt());
    }
  }

  @Test
  void openingTheChatClearsItsUnreadOnEveryDevice() {
    String chat = ann.privateChatWith(ben);
    ann.posts(chat, "hello?");
    try (Wire phone = ben.connects();
        Wire desk = ben.connects()) {
      phone.asks("focus", Map.of("chatID", chat));
      phone.asks("markRead", Map.of("chatID", chat, "seq", 1));
      assertEquals(0, desk.receives("readMark").path("unread").asInt());
    }
    assertEquals(0, ben.get("/conversations/" + chat).body().path("unread").asInt());
  }

  @Test
  void addingAChatFromBothSidesAtOnceGivesTheSameOneOfThePair() {
    List<CompletableFuture<String>> both = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Person from = i % 2 == 0 ? ann : ben;
      Person to = i % 2 == 0 ? ben : ann;
      both.add(CompletableFuture.supplyAsync(() -> from.privateChatWith(to)));
    }
    assertEquals(1, both.stream().map(CompletableFuture::join).distinct().count());
  }

  @Test
  void aNewChatAppearsOnTheOtherSideWithoutReload() {
    try (Wire page = ben.connects()) {
      String chat = ann.privateChatWith(ben);
      JsonNode appeared =
          page.receives("conversationChanged", c -> c.path("chatID").asString().equals(chat));
      assertEquals(2, appeared.path("conversation").path("members").size());
      ann.posts(chat, "the first");
      page.receives("chatActivity", a -> a.path("chatID").asString().equals(chat));
    }
  }

  @Test
  void onesFirstMessageMayGoToAPersonWhoIsInNoneOfOnesChatsExceptAll() {
    String query = "/people?without=conversation&query=" + ben.name();
    assertEquals(List.of(ben.id()), ids(ann.get(query).body().path("items")).toList());
    ben.groupWith(ann);
    assertEquals(0, ann.get(query).body().path("items").size());
  }

  @Test
  void allHasEverybodyAsMember() {
    JsonNode room =
        ann.get("/conversations")
            .expect(200)
            .body()
            .path("items")
            .valueStream()
            .filter(c -> c.path("kind").asString().equals("everybody"))
            .findFirst()
            .orElseThrow();
    String said = Parley.unique("to all");
    ann.posts(room.path("id").asString(), said);
    assertTrue(ben.history(room.path("id").asString()).toString().contains(said));
  }

  private static JsonNode chat(JsonNode snapshot, String id) {
    return snapshot
        .path("chats")
        .valueStream()
        .filter(c -> c.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> ids(JsonNode people) {
    return people.valueStream().map(person -> person.path("id").asString());
  }

  private static List<Long> numbers(JsonNode part) {
    return part.path("messages").valueStream().map(m -> m.path("seq").asLong()).toList();
  }
}
