package dev.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchIT extends SearchTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person eve = parley.person("eve");
  private final String chat = ann.groupWith(ben);

  /** A word that stands nowhere else. */
  private final String word = Parley.unique("word").replace("-", "");

  @Test
  void aMessageIsFoundByWhatItSaysNow() {
    String id = sends(ann, chat, word + " is a typo");
    indexed(ann, chat);
    assertEquals(List.of(word + " is a typo"), finds(ben, word + " typo"));

    ann.call("PATCH", "/messages/" + id, Map.of("content", word + " is right")).expect(200);
    indexed(ann, chat);
    assertEquals(List.of(word + " is right"), finds(ben, word + " right"));
    assertEquals(List.of(), finds(ben, word + " typo"));

    ann.call("DELETE", "/messages/" + id, null).expect(200);
    assertEquals(List.of(), finds(ben, word), "at once, whatever the index knows");
    indexed(ann, chat);
    assertEquals(List.of(), finds(ben, word));
  }

  @Test
  void aReactionOrAPinKeepsAMessageFindable() {
    String id = sends(ann, chat, word);
    indexed(ann, chat);
    ben.call("POST", "/messages/" + id + "/reactions", Map.of("emoji", "👍")).expect(200);
    ann.call("PUT", "/messages/" + id + "/pin", null).expect(200);
    indexed(ann, chat);
    JsonNode found = search(ben, word, "").expect(200).body().path("messages");
    assertEquals(1, found.size());
    assertEquals(ann.get("/messages/" + id).body(), found.get(0), "the message as it is now");
  }

  @Test
  void aMessageIsFoundByTheNamesOfItsFiles() {
    String file =
        ann.call("POST", "/attachments?name=" + word + "-report.txt", "some text")
            .expect(201)
            .body()
            .path("id")
            .asString();
    String id =
        ann.call(
                "POST",
                "/conversations/" + chat + "/messages",
                Map.of("content", "", "attachmentIDs", List.of(file)))
            .expect(201)
            .body()
            .path("messageID")
            .asString();
    indexed(ann, chat);
    assertEquals(1, finds(ben, word + " reports").size());
    ann.call("DELETE", "/messages/" + id, null).expect(200);
    assertEquals(List.of(), finds(ben, word));
  }

  @Test
  void theLinesOfTheSystemAreNotFound() {
    ann.call("POST", "/conversations/" + chat + "/members", Map.of("userID", eve.id()));
    indexed(ann, chat);
    assertEquals(List.of(), findsIn(ann, chat, eve.name()));
    assertEquals(List.of(), findsIn(ann, chat, "added"));
  }

  @Test
  void onlyMembersFind() {
    sends(ann, chat, word);
    String others = eve.groupWith();
    eve.posts(others, word + " elsewhere");
    indexed(ann, chat);
    indexed(eve, others);
    assertEquals(List.of(word), finds(ben, word));
    assertEquals(List.of(word + " elsewhere"), finds(eve, word));
    search(eve, word, "&chat=" + chat).refused(404, "notFound");
    assertEquals(
        search(eve, word, "&chat=99999999").text(), search(eve, word, "&chat=" + chat).text());
    assertEquals(1, everything(eve, word).path("messages").size());
  }

  @Test
  void whoHasLeftFindsNothingMoreAndWhoComesBackDoes() {
    sends(ann, chat, word);
    indexed(ann, chat);
    assertEquals(List.of(word), finds(ben, word));
    ann.call("DELETE", "/conversations/" + chat + "/members/" + ben.id(), null).expect(204);
    assertEquals(List.of(), finds(ben, word));
    search(ben, word, "&chat=" + chat).refused(404, "notFound");
    assertTrue(everything(ben, word).path("messages").isEmpty());
    ann.call("POST", "/conversations/" + chat + "/members", Map.of("userID", ben.id()));
    assertEquals(List.of(word), finds(ben, word));
  }

  @Test
  void aDeletedConversationTakesItsWordsWithIt() {
    sends(ann, chat, word);
    indexed(ann, chat);
    assertTrue(words(chat) > 0);
    ann.call("DELETE", "/conversations/" + chat, null).expect(204);
    assertEquals(List.of(), finds(ann, word));
    assertEquals(0, words(chat));
  }

  @Test
  void pagesHaveEveryMessageOnceWhateverComesMeanwhile() {
    String second = ben.privateChatWith(ann);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String content = word + " number " + i;
      ann.posts(i % 3 == 0 ? second : chat, content);
      sent.add(0, content);
    }
    indexed(ann, chat);
    indexed(ann, second);
    List<String> found = new ArrayList<>();
    String after = "";
    int pages = 0;
    do {
      Answer page = search(ben, word, "&limit=5" + after).expect(200);
      found.addAll(contents(page));
      after = page.body().has("next") ? "&after=" + page.body().path("next").asString() : "";
      if (pages++ == 1) {
        ann.posts(chat, word + " in between");
        indexed(ann, chat);
      }
    } while (!after.isEmpty());
    assertEquals(sent, found);
    assertEquals(5, pages);
    assertEquals(16, findsIn(ben, chat, word + " number").size());
  }

  @Test
  void hostileTextsAreJustText() {
    sends(ann, chat, word + " it's 100% \"quoted\" \\ and a & b | c ! d :* e <-> f (g)");
    indexed(ann, chat);
    for (String text :
        List.of(
            word + " ' & | ! :* \\",
            word + ":*",
            "'" + word + "'",
            "\"" + word + "\"",
            "!" + word,
            "(" + word,
            word + ") | (a",
            word + "\\",
            word + "''",
            "~/" + word,
            word + " <-> it",
            word + "\0",
            "\0" + word + "\0it",
            word + " 🐈‍⬛",
            word + " 100%",
            word + " a & b",
            word + " \u202e\u200b")) {
      assertEquals(1, finds(ann, text).size(), text);
      assertEquals(200, person(text), text);
    }
    for (String text :
        List.of("", " ", "\0", "' & | ! :* \\", "🐈", "\"\"", "…—", "%", "_", "\u0301\u0308")) {
      assertEquals(List.of(), finds(ann, text), text);
      assertTrue(everything(ann, text).path("messages").isEmpty(), text);
    }
    for (String text : List.of("!" + word + "x", word + " & nothing", "_" + word + "%x")) {
      assertEquals(List.of(), finds(ann, text), text);
    }
  }

  private int person(String text) {
    return ann.get("/search/all?text=" + encoded(text)).status();
  }

  @Test
  void halfACharacterIsNoText() {
    try (Wire wire = ann.connects()) {
      String half = "{\"type\":\"%s\",\"id\":\"%s\",\"payload\":{\"text\":\"%s\\ud83d\"}}\n";
      for (String type : List.of("searchMessages", "searchEverything")) {
        wire.raw(half.formatted(type, "half" + type, word));
        JsonNode reply = wire.reply("half" + type);
        assertEquals("invalid", reply.path("code").asString());
        assertEquals("text", reply.path("field").asString());
      }
    }
  }

  @Test
  void whatIsTooLongOrMissingIsRefused() {
    search(ann, "x".repeat(200), "").expect(200);
    search(ann, "é ".repeat(100), "").expect(200);
    Answer refused = search(ann, "x".repeat(201), "").refused(400, "invalid");
    assertEquals("text", refused.body().path("field").asString());
    ann.get("/search").refused(400, "invalid");
    ann.get("/search/all").refused(400, "invalid");
    ann.get("/search/all?text=" + "x".repeat(201)).refused(400, "invalid");
    search(ann, "x", "&limit=0").refused(400, "invalid");
    search(ann, "x", "&limit=51").refused(400, "invalid");
    try (Wire wire = ann.connects()) {
      wire.isRefused("searchMessages", Map.of(), "invalid");
      wire.isRefused("searchMessages", Map.of("text", "x".repeat(201)), "invalid");
      wire.isRefused("searchMessages", Map.of("text", "x", "limit", 51), "invalid");
      wire.isRefused("searchEverything", Map.of("text", "x".repeat(201)), "invalid");
      wire.isRefused("searchMessages", Map.of("text", "x", "chatID", "99999999"), "notFound");
    }
  }

  @Test
  void theSocketFindsTheSame() {
    IntStream.range(0, 3).forEach(i -> ann.posts(chat, word + " " + i));
    indexed(ann, chat);
    try (Wire wire = ben.connects()) {
      JsonNode first =
          wire.asks("searchMessages", Map.of("text", word, "chatID", chat, "limit", 2));
      assertEquals(search(ben, word, "&limit=2").body(), first);
      assertEquals(2, first.path("messages").size());
      JsonNode rest =
          wire.asks("searchMessages", Map.of("text", word, "before", first.path("next")));
      assertEquals(1, rest.path("messages").size());
      assertEquals(word + " 0", rest.at("/messages/0/content").asString());
      assertFalse(rest.has("next"));
      assertEquals(everything(ben, word), wire.asks("searchEverything", Map.of("text", word)));
    }
  }

  @Test
  void longMessagesAndLongWordsAreFound() {
    String longest = "ж".repeat(3000);
    ann.posts(chat, longest + " " + word);
    ann.posts(
        chat, IntStream.range(0, 1500).mapToObj(i -> "w" + i).reduce(word, (a, b) -> a + " " + b));
    indexed(ann, chat);
    assertEquals(
        1, findsIn(ben, chat, "жжжж " + word).size() + findsIn(ben, chat, word + " жжжж").size());
    assertEquals(1, findsIn(ben, chat, word + " w1499").size());
  }

  private static long words(String chat) {
    return Database.count(
        "SELECT count(*) FROM message_words WHERE conversation_id = ?::bigint", chat);
  }
}
