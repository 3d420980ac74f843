package dev.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One text for people, conversations and messages. */
class EverythingIT extends SearchTest {

  private final Person ann = parley.person("ann");
  private final String mark = Parley.unique("mark").replace("-", "");

  private static List<String> ids(JsonNode items) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }

  private String group(String name, String topic) {
    String id = ann.groupWith();
    ann.call("PATCH", "/conversations/" + id, Map.of("name", name, "topic", topic)).expect(200);
    return id;
  }

  @Test
  void peopleAreFoundByAPartOfTheirName() {
    Person zoe = parley.person("x" + mark + "zoe");
    assertEquals(List.of(zoe.id()), ids(everything(ann, mark + "zo").path("people")));
    assertEquals(List.of(zoe.id()), ids(everything(ann, mark.toUpperCase()).path("people")));
    assertEquals(List.of(), ids(everything(zoe, mark).path("people")), "not oneself");
    JsonNode person = everything(ann, mark).path("people").path(0);
    assertEquals(zoe.get("/people/" + zoe.id()).body(), person);
  }

  @Test
  void conversationsAreFoundByAPartOfNameOrTopic() {
    String named = group("Plans " + mark, "");
    String topical = group("Nothing", "about " + mark + " only");
    group("else", "else");
    ann.posts(named, "hello");
    ann.posts(topical, "hello");
    assertEquals(List.of(topical, named), ids(everything(ann, mark).path("conversations")));
    assertEquals(List.of(named), ids(everything(ann, "LANS " + mark).path("conversations")));
    JsonNode found = everything(ann, "plans " + mark).path("conversations").path(0);
    assertEquals("Plans " + mark, found.path("name").asString());
    assertEquals("group", found.path("kind").asString());
    assertTrue(found.path("picture").isNull());
    Person eve = parley.person("eve");
    assertEquals(List.of(), ids(everything(eve, mark).path("conversations")));
  }

  @Test
  void aPrivateConversationIsFoundByTheOtherOnesName() {
    Person ben = parley.person(mark + "ben");
    String chat = ann.privateChatWith(ben);
    JsonNode found = everything(ann, mark).path("conversations");
    assertEquals(List.of(chat), ids(found));
    assertEquals(ben.name(), found.path(0).path("name").asString());
    assertEquals(List.of(), ids(everything(ben, mark).path("conversations")), "not by one's own");
    assertEquals(List.of(chat), ids(everything(ben, ann.name()).path("conversations")));
  }

  @Test
  void caseDoesNotMatterInAnyAlphabet() {
    String cyrillic = group("Відділ Кадрів " + mark, "");
    for (String text :
        List.of("відділ кадрів " + mark, "ВІДДІЛ КАДРІВ " + mark, "кадрів " + mark)) {
      assertEquals(List.of(cyrillic), ids(everything(ann, text).path("conversations")), text);
    }
  }

  @Test
  void placeholdersOfTheDatabaseAreCharacters() {
    String percent = group("100% " + mark, "");
    String underscore = group("a_b " + mark, "");
    String backslash = group("c\\d " + mark, "");
    group("1000 axb " + mark, "");
    assertEquals(List.of(percent), ids(everything(ann, "100% " + mark).path("conversations")));
    assertEquals(List.of(underscore), ids(everything(ann, "a_b " + mark).path("conversations")));
    assertEquals(List.of(backslash), ids(everything(ann, "c\\d " + mark).path("conversations")));
    assertEquals(List.of(), ids(everything(ann, "%" + mark).path("people")));
    assertEquals(List.of(), ids(everything(ann, mark + "_").path("conversations")));
  }

  @Test
  void nothingIsFoundForNothing() {
    for (String text : List.of("", "  ", "\0", "\u00a0")) {
      JsonNode found = everything(ann, text);
      assertTrue(found.path("people").isEmpty(), text);
      assertTrue(found.path("conversations").isEmpty(), text);
      assertTrue(found.path("groups").isEmpty(), text);
      assertTrue(found.path("posts").isEmpty(), text);
      assertTrue(found.path("messages").isEmpty(), text);
    }
  }

  @Test
  void theFirstTenMessagesComeWithIt() {
    String chat = ann.groupWith();
    for (int i = 0; i < 12; i++) {
      ann.posts(chat, mark + " " + i);
    }
    indexed(ann, chat);
    JsonNode found = everything(ann, mark).path("messages");
    assertEquals(10, found.size());
    assertEquals(mark + " 11", found.path(0).path("content").asString());
  }
}
