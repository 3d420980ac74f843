package dev.parley.overview;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SyncIT extends ClientTest {

  @Test
  void helloTellsWhoOneIsAndTheLimits() {
    Person ann = parley.person("ann");
    try (Wire wire = Wire.open(parley, "parley.v1", "Authorization", "Bearer " + ann.token())) {
      JsonNode hello = wire.receives("hello");
      assertEquals(ann.id(), hello.path("userID").asString());
      assertEquals(ann.name(), hello.path("name").asString());
      assertEquals(65536, hello.at("/limits/frameBytes").asInt());
      assertEquals(8000, hello.at("/limits/messageChars").asInt());
      assertEquals(25, hello.path("heartbeatSeconds").asInt());
      assertEquals(wire.asks("sync", Map.of()).path("epoch"), hello.path("epoch"));
    }
  }

  @Test
  void aColdClientGetsEverythingItNeeds() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    IntStream.rangeClosed(1, 25).forEach(i -> ben.posts(chat, "m" + i));
    try (Wire wire = ann.connects()) {
      JsonNode sync = wire.asks("sync", Map.of());
      assertEquals(ann.id(), sync.at("/me/id").asString());
      assertTrue(sync.path("gone").isEmpty());
      assertTrue(sync.path("notifications").isArray());
      assertTrue(each(sync.path("people")).anyMatch(p -> p.path("id").asString().equals(ben.id())));
      JsonNode found = chat(sync, chat);
      assertEquals(chat, sync.path("chats").get(0).path("id").asString(), "newest first");
      assertEquals(ben.name(), found.path("name").asString());
      assertEquals(25, found.path("unread").asInt());
      assertEquals(25, found.path("seq").asInt());
      assertEquals(26, found.path("ev").asInt());
      assertEquals(0, found.path("readSeq").asInt());
      assertEquals(2, found.path("members").size());
      assertEquals("m25", found.at("/lastMessage/content").asString());
      assertEquals(LongStream.rangeClosed(6, 25).boxed().toList(), numbers(found));
      assertEquals(5, numbers(chat(wire.asks("sync", Map.of("limit", 5)), chat)).size());
    }
  }

  @Test
  void ofVeryManyPeopleThoseComeWhomOneKnowsAndTheNewest() {
    Person ann = parley.person("ann");
    Person partner = parley.person("partner");
    ann.privateChatWith(partner);
    Person followed = parley.person("followed");
    ann.call("PUT", "/follows/" + followed.id(), null).expect(200);
    Person follower = parley.person("follower");
    follower.call("PUT", "/follows/" + ann.id(), null).expect(200);
    Person stranger = parley.person("stranger");
    String crowd = Parley.unique("crowd");
    try {
      Database.change(
          "INSERT INTO accounts (name, name_key) SELECT n, n FROM"
              + " (SELECT ? || '-' || generate_series(1, 1000)) AS crowd(n)",
          crowd);
      Person newest = parley.person("zoe");
      try (Wire wire = ann.connects()) {
        JsonNode people = wire.asks("sync", Map.of()).path("people");
        Set<String> ids = each(people).map(p -> p.path("id").asString()).collect(toSet());
        assertEquals(1000, ids.size());
        assertTrue(
            ids.containsAll(List.of(partner.id(), followed.id(), follower.id(), newest.id())));
        assertFalse(ids.contains(stranger.id()));
        assertFalse(ids.contains(ann.id()));
        List<String> names = each(people).map(p -> p.path("name").asString()).toList();
        assertTrue(names.indexOf(followed.name()) < names.indexOf(partner.name()), "by name");
      }
    } finally {
      Database.change("DELETE FROM accounts WHERE name LIKE ? || '-%'", crowd);
    }
  }

  @Test
  void onlyTheTenNewestConversationsComeWithMessages() {
    Person ann = parley.person("ann");
    List<String> chats = IntStream.range(0, 12).mapToObj(i -> ann.groupWith()).toList();
    chats.forEach(chat -> ann.posts(chat, "hi"));
    try (Wire wire = ann.connects()) {
      JsonNode sync = wire.asks("sync", Map.of());
      assertEquals(10, each(sync.path("chats")).filter(c -> c.has("messages")).count());
      assertFalse(chat(sync, chats.get(0)).has("messages"));
      assertTrue(chat(sync, chats.get(11)).has("messages"));
      assertEquals("hi", chat(sync, chats.get(0)).at("/lastMessage/content").asString());
    }
  }

  @Test
  void aWarmClientGetsOnlyWhatChangedSinceIt() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String busy = ann.privateChatWith(ben);
    String calm = ann.groupWith(ben);
    ann.posts(busy, "1");
    try (Wire wire = ben.connects()) {
      JsonNode cold = wire.asks("sync", Map.of());
      String epoch = cold.path("epoch").asString();
      long busyEv = chat(cold, busy).path("ev").asLong();
      long calmEv = chat(cold, calm).path("ev").asLong();
      ann.posts(busy, "2");
      ann.posts(busy, "3");
      String fresh = ann.groupWith(ben);
      JsonNode warm =
          wire.asks("sync", Map.of("epoch", epoch, "chats", Map.of(busy, busyEv, calm, calmEv)));
      assertEquals(List.of(2L, 3L), numbers(chat(warm, busy)));
      assertFalse(chat(warm, busy).has("reset"));
      assertEquals(3, chat(warm, busy).path("unread").asInt());
      assertEquals(List.of(), numbers(chat(warm, calm)));
      assertTrue(chat(warm, fresh).has("messages"));
    }
  }

  @Test
  void upToThreeHundredChangesAreGivenAndMoreMakeItStartAnew() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    try (Wire wire = ann.connects()) {
      String epoch = wire.asks("sync", Map.of()).path("epoch").asString();
      writes(wire, chat, 300);
      Map<String, Object> since = Map.of("epoch", epoch, "chats", Map.of(chat, 1));
      JsonNode all = chat(wire.asks("sync", since), chat);
      assertEquals(LongStream.rangeClosed(1, 300).boxed().toList(), numbers(all));
      assertFalse(all.has("reset"));
      writes(wire, chat, 1);
      JsonNode anew = chat(wire.asks("sync", since), chat);
      assertTrue(anew.path("reset").asBoolean());
      assertEquals(LongStream.rangeClosed(282, 301).boxed().toList(), numbers(anew));
      Map<String, Object> ahead = Map.of("epoch", epoch, "chats", Map.of(chat, 9999));
      assertTrue(chat(wire.asks("sync", ahead), chat).path("reset").asBoolean());
    }
  }

  @Test
  void whatOneNoLongerSeesIsGone() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String left = ann.groupWith(ben);
    String never = ann.groupWith();
    String deleted = ann.groupWith(ben);
    try (Wire wire = ben.connects()) {
      String epoch = wire.asks("sync", Map.of()).path("epoch").asString();
      ann.call("DELETE", "/conversations/" + left + "/members/" + ben.id(), null).expect(204);
      ann.call("DELETE", "/conversations/" + deleted, null).expect(204);
      Map<String, Integer> held = Map.of(left, 1, never, 1, deleted, 1, "99999999", 1);
      JsonNode warm = wire.asks("sync", Map.of("epoch", epoch, "chats", held));
      assertEquals(
          new TreeSet<>(held.keySet()),
          new TreeSet<>(each(warm.path("gone")).map(JsonNode::asString).toList()));
      assertTrue(
          each(warm.path("chats")).noneMatch(c -> held.containsKey(c.path("id").asString())));
    }
  }

  @Test
  void aConversationWithoutTheNumberOfItsLastChangeIsRefused() {
    try (Wire wire = parley.person("ann").connects()) {
      wire.raw("{\"type\":\"sync\",\"id\":\"s\",\"payload\":{\"chats\":{\"1\":null}}}\n");
      JsonNode reply = wire.reply("s");
      assertEquals("invalid", reply.path("code").asString(), reply.toString());
      assertEquals("chats", reply.path("field").asString());
    }
  }

  @Test
  void anotherEpochIsAnsweredAsToAColdClient() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    ann.posts(chat, "1");
    try (Wire wire = ben.connects()) {
      JsonNode sync =
          wire.asks("sync", Map.of("epoch", "of another time", "chats", Map.of(chat, 2)));
      assertFalse(sync.path("epoch").asString().equals("of another time"));
      assertEquals(List.of(1L), numbers(chat(sync, chat)));
    }
  }

  @Test
  void nothingFallsBetweenTheSnapshotAndLiveEventsUnderFire() throws Exception {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.privateChatWith(ben);
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Integer> fire =
        CompletableFuture.supplyAsync(
            () -> {
              int sent = 0;
              try (Wire wire = ann.connects()) {
                while (!enough.get()) {
                  writes(wire, chat, 5);
                  sent += 5;
                }
              }
              return sent;
            });
    List<Wire> open = new ArrayList<>();
    List<Long> heldFrom = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Wire wire = ben.connects();
      open.add(wire);
      wire.asks("focus", Map.of("chatID", chat));
      heldFrom.add(chat(wire.asks("sync", Map.of()), chat).path("ev").asLong());
    }
    enough.set(true);
    long lastEv = 1 + fire.get(60, TimeUnit.SECONDS);
    for (int i = 0; i < open.size(); i++) {
      Wire wire = open.get(i);
      long from = heldFrom.get(i);
      if (lastEv > from) {
        wire.receives("inputChatMessage", m -> m.path("ev").asLong() == lastEv);
      }
      wire.settles();
      List<Long> live =
          wire.pushes("inputChatMessage").stream()
              .map(m -> m.path("ev").asLong())
              .filter(ev -> ev > from)
              .toList();
      assertEquals(LongStream.rangeClosed(from + 1, lastEv).boxed().toList(), live);
      wire.close();
    }
  }

  private static void writes(Wire wire, String chat, int count) {
    List<String> ids =
        IntStream.range(0, count)
            .mapToObj(i -> wire.sends("sendMessage", Map.of("chatID", chat, "content", "m" + i)))
            .toList();
    ids.forEach(id -> assertEquals("success", wire.reply(id).path("result").asString()));
  }

  private static JsonNode chat(JsonNode sync, String id) {
    return each(sync.path("chats"))
        .filter(c -> c.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no conversation " + id + " in " + sync));
  }

  private static List<Long> numbers(JsonNode chat) {
    return each(chat.path("messages")).map(m -> m.path("seq").asLong()).toList();
  }

  private static java.util.stream.Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
