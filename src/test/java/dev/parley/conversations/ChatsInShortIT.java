package dev.parley.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One's chats in short. */
class ChatsInShortIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  private static List<JsonNode> chats(Person person) {
    try (Wire wire = person.connects()) {
      return wire.asks("getChatList", Map.of()).valueStream().toList();
    }
  }

  @Test
  void aPrivateChatIsNamedAfterTheOtherOneAndAGroupAfterItself() {
    String pair = ann.privateChatWith(ben);
    String club = ann.foundsGroupWith(ben);
    String name = ann.get("/groups/" + club).body().path("name").asString();
    ann.posts(club, "hi");
    ann.posts(pair, "hi");
    List<JsonNode> anns = chats(ann);
    assertEquals(pair, anns.get(0).path("id").asString());
    assertEquals(ben.name(), anns.get(0).path("name").asString());
    assertEquals("0", anns.get(0).path("type").toString());
    assertEquals(ben.id(), anns.get(0).path("userID").asString());
    assertEquals(club, anns.get(1).path("id").asString());
    assertEquals(name, anns.get(1).path("name").asString());
    assertEquals("1", anns.get(1).path("type").toString());
    assertTrue(anns.get(1).path("userID").isNull());
    assertEquals(ann.name(), chats(ben).get(0).path("name").asString());
  }

  @Test
  void othersChatsAndChatsThatOneHasLeftAreNotInTheList() {
    String group = ann.groupWith(ben);
    assertTrue(ids(ben).contains(group));
    assertTrue(!ids(parley.person("eve")).contains(group));
    ben.call("DELETE", "/conversations/" + group + "/members/" + ben.id(), null).expect(204);
    assertTrue(!ids(ben).contains(group));
  }

  private static List<String> ids(Person person) {
    return chats(person).stream().map(chat -> chat.path("id").asString()).toList();
  }
}
