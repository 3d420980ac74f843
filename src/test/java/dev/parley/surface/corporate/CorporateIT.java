package dev.parley.surface.corporate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract of the corporate messenger, row by row; each exchange is held by a golden file. */
class CorporateIT extends ClientTest {

  private static final long MISSING = 99_999_999;

  private final Golden golden = new Golden();
  private final Colleague nobody = Colleague.nobody(parley);
  private final Colleague ann = Colleague.named(parley, "ann");
  private final Colleague ben = Colleague.named(parley, "ben");
  private final Colleague eve = Colleague.named(parley, "eve");

  @Test
  void register() {
    String kim = Parley.unique("kim");
    Map<String, Object> user =
        Map.of("username", kim, "password", Colleague.PASSWORD, "email", kim + "@example.org");
    golden.ask(nobody, "POST", "/register", user);
    golden.ask(nobody, "POST", "/register", user);
    golden.ask(nobody, "POST", "/register", Map.of("username", "x", "password", "correct horse"));
    golden.ask(
        nobody,
        "POST",
        "/register",
        Map.of("username", "", "password", "p", "email", "a@b.example"));
    golden.ask(nobody, "POST", "/register", "{\"username\": ");
    golden.ask(nobody, "POST", "/register", "{\"username\": {\"a\": 1}}");
    golden.ask(nobody, "POST", "/register", "[]");
    golden.ask(nobody, "POST", "/register", "");
    golden.ask(
        nobody,
        "POST",
        "/register",
        Map.of("username", "short", "password", "secret", "email", "short@example.org"));
    golden.ask(nobody, "GET", "/register", null);
    golden.check("register");
  }

  @Test
  void refusalsCallFieldsAsTheyAreCalledHere() {
    Map<String, Object> user =
        Map.of("username", "two words", "password", Colleague.PASSWORD, "email", "a@example.org");
    String expected = "username may have letters, digits, '.', '_' and '-'";
    assertEquals(expected, nobody.call("POST", "/register", user).expect(400).text());
    Map<String, Object> update = Map.of("id", ann.id(), "username", "two words");
    assertEquals(expected, ann.call("PUT", "/updateUser", update).expect(400).text());
    Map<String, Object> chat = Map.of("type", "group", "name", "x".repeat(101));
    assertEquals(
        "name may have at most 100 characters",
        ann.call("POST", "/createChat", chat).expect(400).text());
  }

  @Test
  void auth() {
    golden.ask(
        nobody, "POST", "/auth", Map.of("username", ann.name(), "password", Colleague.PASSWORD));
    golden.ask(nobody, "POST", "/auth", Map.of("username", ann.name(), "password", "wrong horse"));
    golden.ask(
        nobody, "POST", "/auth", Map.of("username", "nobody-at-all", "password", "wrong horse"));
    golden.ask(nobody, "POST", "/auth", Map.of("username", ann.name()));
    golden.ask(nobody, "POST", "/auth", "username=ann");
    golden.check("auth");
  }

  @Test
  void theTokenOfAuthIsASessionAsTheCookieIs() {
    Answer in =
        nobody.call(
            "POST", "/auth", Map.of("username", ann.name(), "password", Colleague.PASSWORD));
    String bearer = "Bearer " + in.body().path("token").asString();
    String chats = "/getChats?user_id=" + ann.id();
    assertEquals(200, parley.curl("GET", chats, null, "Authorization", bearer).status());
    assertEquals(200, parley.curl("GET", chats, null, "Cookie", Colleague.cookieOf(in)).status());
  }

  @Test
  void updateUser() {
    String anna = Parley.unique("anna");
    Map<String, Object> update =
        Map.of(
            "id",
            ann.id(),
            "username",
            anna,
            "password",
            "another horse",
            "email",
            anna + "@example.org");
    golden.ask(nobody, "PUT", "/updateUser", update);
    golden.ask(ben, "PUT", "/updateUser", update);
    golden.ask(ann, "PUT", "/updateUser", update);
    golden.ask(nobody, "POST", "/auth", Map.of("username", anna, "password", "another horse"));
    golden.ask(
        nobody, "POST", "/auth", Map.of("username", ann.name(), "password", "another horse"));
    golden.ask(ann, "PUT", "/updateUser", Map.of("id", ann.id(), "username", ben.name()));
    golden.ask(ann, "PUT", "/updateUser", Map.of("id", ann.id(), "password", "secret"));
    golden.ask(ann, "PUT", "/updateUser", Map.of("username", "whose"));
    golden.ask(ann, "PUT", "/updateUser", "{");
    golden.check("updateUser");
  }

  @Test
  void deleteUser() {
    golden.ask(nobody, "DELETE", "/deleteUser", Map.of("id", ann.id()));
    golden.ask(ben, "DELETE", "/deleteUser", Map.of("id", ann.id()));
    golden.ask(ben, "DELETE", "/deleteUser", Map.of("id", MISSING));
    golden.ask(ben, "DELETE", "/deleteUser", Map.of());
    golden.ask(ann, "DELETE", "/deleteUser", Map.of("id", Long.toString(ann.id())));
    golden.ask(ann, "GET", "/getChats?user_id=" + ann.id(), null);
    golden.ask(
        nobody, "POST", "/auth", Map.of("username", ann.name(), "password", Colleague.PASSWORD));
    golden.check("deleteUser");
  }

  @Test
  void anAdministratorMayUpdateAndDeleteOthers() {
    takesOffice("administrator");
    String renamed = Parley.unique("renamed");
    golden.ask(eve, "PUT", "/updateUser", Map.of("id", ben.id(), "username", renamed));
    golden.ask(eve, "GET", "/findUserbyID?user_id=" + ben.id(), null);
    golden.ask(eve, "PUT", "/updateUser", Map.of("id", MISSING, "username", renamed));
    golden.ask(eve, "DELETE", "/deleteUser", Map.of("id", MISSING));
    golden.ask(eve, "DELETE", "/deleteUser", Map.of("id", ben.id()));
    golden.ask(eve, "DELETE", "/deleteUser", Map.of("id", ben.id()));
    golden.ask(ben, "GET", "/getChats?user_id=" + ben.id(), null);
    golden.check("administrator");
    takesOffice("user");
  }

  @Test
  void createChat() {
    golden.ask(ann, "POST", "/createChat", Map.of("type", "private", "name", ""));
    golden.ask(
        ann, "POST", "/createChat", Map.of("type", "group", "name", "G", "creator_id", ann.id()));
    golden.ask(
        ann, "POST", "/createChat", Map.of("type", "group", "name", "G", "creator_id", ben.id()));
    golden.ask(ann, "POST", "/createChat", Map.of("type", "everybody", "name", "G"));
    golden.ask(ann, "POST", "/createChat", Map.of("name", "G"));
    golden.ask(ann, "POST", "/createChat", Map.of("type", "group", "name", "x".repeat(101)));
    golden.ask(ann, "POST", "/createChat", "{\"type\"");
    golden.ask(nobody, "POST", "/createChat", Map.of("type", "private", "name", ""));
    golden.check("createChat");
  }

  @Test
  void deleteChat() {
    long chat = ann.groupWith(ben);
    golden.ask(nobody, "DELETE", "/deleteChat", Map.of("id", chat));
    golden.ask(eve, "DELETE", "/deleteChat", Map.of("id", chat));
    golden.ask(ben, "DELETE", "/deleteChat", Map.of("id", chat));
    golden.ask(ann, "DELETE", "/deleteChat", Map.of("id", chat));
    golden.ask(ann, "DELETE", "/deleteChat", Map.of("id", chat));
    golden.ask(ann, "DELETE", "/deleteChat", Map.of());
    golden.check("deleteChat");
  }

  @Test
  void addMember() {
    long chat = ann.chat("group");
    golden.ask(nobody, "POST", "/addMember", place(chat, ben.id()));
    golden.ask(eve, "POST", "/addMember", place(chat, eve.id()));
    golden.ask(
        ann,
        "POST",
        "/addMember",
        Map.of("conversation_id", chat, "user_id", ben.id(), "role", "member"));
    golden.ask(ann, "POST", "/addMember", place(chat, ben.id()));
    golden.ask(ann, "POST", "/addMember", place(chat, MISSING));
    golden.ask(ann, "POST", "/addMember", place(MISSING, ben.id()));
    golden.ask(ben, "POST", "/addMember", place(chat, eve.id()));
    golden.ask(
        ann,
        "POST",
        "/addMember",
        Map.of("conversation_id", chat, "user_id", eve.id(), "role", "king"));
    golden.ask(ann, "POST", "/addMember", Map.of("conversation_id", chat));
    golden.check("addMember");
  }

  @Test
  void aPrivateChatTakesTwoMembers() {
    long chat = ann.chat("private");
    golden.ask(ann, "POST", "/addMember", place(chat, ann.id()));
    golden.ask(ann, "POST", "/addMember", place(chat, MISSING));
    golden.ask(ann, "POST", "/addMember", place(chat, ben.id()));
    golden.ask(ann, "POST", "/addMember", place(chat, eve.id()));
    golden.ask(ben, "POST", "/addMember", place(chat, eve.id()));
    golden.ask(ben, "GET", "/getChats?user_id=" + ben.id(), null);
    long second = ben.chat("private");
    golden.ask(ben, "POST", "/addMember", place(second, ann.id()));
    golden.ask(ben, "DELETE", "/removeMember", place(chat, ann.id()));
    golden.ask(ben, "DELETE", "/deleteChat", Map.of("id", chat));
    golden.ask(ann, "DELETE", "/removeMember", place(chat, ben.id()));
    golden.ask(ben, "POST", "/addMember", place(second, ann.id()));
    golden.ask(ann, "DELETE", "/deleteChat", Map.of("id", chat));
    golden.check("privateChat");
  }

  @Test
  void removeMember() {
    long chat = ann.groupWith(ben);
    golden.ask(nobody, "DELETE", "/removeMember", place(chat, ben.id()));
    golden.ask(eve, "DELETE", "/removeMember", place(chat, ben.id()));
    golden.ask(ben, "DELETE", "/removeMember", place(chat, ann.id()));
    golden.ask(ann, "DELETE", "/removeMember", place(chat, eve.id()));
    golden.ask(ann, "DELETE", "/removeMember", place(chat, ben.id()));
    golden.ask(ann, "DELETE", "/removeMember", place(chat, ben.id()));
    golden.ask(ann, "DELETE", "/removeMember", Map.of("user_id", ben.id()));
    golden.check("removeMember");
  }

  @Test
  void leaveChat() {
    long chat = ann.groupWith(ben);
    golden.ask(ben, "DELETE", "/leaveChat", Map.of("conversation_id", chat, "user_id", ann.id()));
    golden.ask(ben, "DELETE", "/leaveChat", Map.of("chat_id", chat, "user_id", ben.id()));
    golden.ask(ben, "DELETE", "/leaveChat", Map.of("conversation_id", chat));
    golden.ask(nobody, "DELETE", "/leaveChat", Map.of("conversation_id", chat));
    long pair = ann.chat("private");
    golden.ask(ann, "DELETE", "/leaveChat", Map.of("conversation_id", pair));
    golden.check("leaveChat");
  }

  @Test
  void whoIsLeftInAPrivateChatHearsThatOneMayWriteThereAgain() {
    long chat = ann.chat("private");
    ann.call("POST", "/addMember", place(chat, ben.id())).expect(200);
    natively(ben).call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
    try (Wire wire = natively(ann).connects()) {
      ann.call("DELETE", "/removeMember", place(chat, ben.id())).expect(200);
      assertTrue(wire.receives("ownChatChanged").path("mayWrite").asBoolean());
    }
  }

  private Person natively(Colleague who) {
    return new Person(parley, "" + who.id(), who.name(), who.cookie().split("=", 2)[1]);
  }

  @Test
  void findUser() {
    golden.ask(ann, "GET", "/findUser?username=" + ben.name().toUpperCase(), null);
    golden.ask(ann, "GET", "/findUser?username=no_such_beginning", null);
    golden.ask(ann, "GET", "/findUser?username=%25", null);
    assertEquals("[]", ann.call("GET", "/findUser?username=%00", null).expect(200).text());
    golden.ask(ann, "GET", "/findUser", null);
    golden.ask(nobody, "GET", "/findUser?username=b", null);
    golden.check("findUser");
  }

  @Test
  void findUserbyID() {
    golden.ask(ann, "GET", "/findUserbyID?user_id=" + ben.id(), null);
    golden.ask(ann, "GET", "/findUserbyID?user_id=" + ann.id(), null);
    golden.ask(ann, "GET", "/findUserbyID?user_id=" + MISSING, null);
    golden.ask(ann, "GET", "/findUserbyID?user_id=ben", null);
    golden.ask(nobody, "GET", "/findUserbyID?user_id=" + ben.id(), null);
    golden.check("findUserbyID");
  }

  @Test
  void getChats() {
    long first = ann.groupWith(ben);
    ann.chat("private");
    ann.writes(first, "the newest");
    golden.ask(ann, "GET", "/getChats?user_id=" + ann.id(), null);
    golden.ask(ben, "GET", "/getChats?user_id=" + ben.id(), null);
    golden.ask(ben, "GET", "/getChats?user_id=" + ann.id(), null);
    golden.ask(ben, "GET", "/getChats?user_id=x", null);
    golden.ask(nobody, "GET", "/getChats?user_id=" + ann.id(), null);
    golden.check("getChats");
  }

  @Test
  void getUsersFromChat() {
    long chat = ann.groupWith(ben);
    golden.ask(ben, "GET", "/getUsersFromChat?chat_id=" + chat, null);
    golden.ask(eve, "GET", "/getUsersFromChat?chat_id=" + chat, null);
    golden.ask(ben, "GET", "/getUsersFromChat?chat_id=" + MISSING, null);
    golden.ask(ben, "GET", "/getUsersFromChat", null);
    golden.ask(nobody, "GET", "/getUsersFromChat?chat_id=" + chat, null);
    golden.check("getUsersFromChat");
  }

  @Test
  void unreadCountsAndResetUnread() {
    long chat = ann.groupWith(ben);
    ann.writes(chat, "one");
    ann.writes(chat, "two");
    Map<String, Object> seen = Map.of("user_id", ben.id(), "chat_id", chat);
    golden.ask(ben, "GET", "/unreadCounts?user_id=" + ben.id(), null);
    golden.ask(eve, "GET", "/unreadCounts?user_id=" + ben.id(), null);
    golden.ask(eve, "POST", "/resetUnread", seen);
    golden.ask(eve, "POST", "/resetUnread", Map.of("user_id", eve.id(), "chat_id", chat));
    golden.ask(nobody, "POST", "/resetUnread", seen);
    golden.ask(ben, "POST", "/resetUnread", seen);
    golden.ask(ben, "GET", "/unreadCounts?user_id=" + ben.id(), null);
    golden.check("unread");
  }

  @Test
  void getMessage() {
    long chat = ann.groupWith(ben);
    try (Wire wire = ann.opens(chat)) {
      for (int i = 1; i <= 22; i++) {
        wire.raw("{\"content\":\"number " + i + "\"}");
        wire.hears();
      }
    }
    golden.ask(ben, "GET", "/getMessage?chat_id=" + chat, null);
    golden.ask(eve, "GET", "/getMessage?chat_id=" + chat, null);
    golden.ask(nobody, "GET", "/getMessage?chat_id=" + chat, null);
    golden.ask(ben, "GET", "/getMessage?chat_id=0", null);
    golden.ask(ann, "GET", "/getMessage?chat_id=" + ann.chat("group"), null);
    golden.check("getMessage");
  }

  @Test
  void deleteMessage() {
    long chat = ann.groupWith(ben);
    long message = ben.writes(chat, "oops");
    golden.ask(
        ann, "DELETE", "/deleteMessage", Map.of("message_id", message, "sender_id", ben.id()));
    golden.ask(
        ann, "DELETE", "/deleteMessage", Map.of("message_id", message, "sender_id", ann.id()));
    golden.ask(
        eve, "DELETE", "/deleteMessage", Map.of("message_id", message, "sender_id", eve.id()));
    golden.ask(ben, "DELETE", "/deleteMessage", Map.of("message_id", message));
    golden.ask(
        nobody, "DELETE", "/deleteMessage", Map.of("message_id", message, "sender_id", ben.id()));
    golden.ask(
        ben, "DELETE", "/deleteMessage", Map.of("message_id", message, "sender_id", ben.id()));
    golden.ask(ann, "GET", "/getMessage?chat_id=" + chat, null);
    golden.check("deleteMessage");
  }

  @Test
  void theSocketBringsMessagesToAllInTheChat() {
    long chat = ann.groupWith(ben);
    try (Wire annsWire = ann.opens(chat);
        Wire bensWire = ben.opens(chat)) {
      // There is no greeting: an answer shows that the server has taken the socket in.
      bensWire.raw("?");
      bensWire.hears();
      annsWire.raw("{\"content\":\"Сообщение\"}");
      golden.hear(ann, annsWire);
      JsonNode message = golden.hear(ben, bensWire);
      annsWire.raw("not JSON");
      golden.hear(ann, annsWire);
      annsWire.raw("[1]");
      golden.hear(ann, annsWire);
      annsWire.raw("{\"content\":\" \"}");
      golden.hear(ann, annsWire);
      annsWire.raw("{\"content\":\"" + "x".repeat(8001) + "\"}");
      golden.hear(ann, annsWire);
      annsWire.raw("{\"content\":{}}");
      golden.hear(ann, annsWire);
      ann.call(
              "DELETE",
              "/deleteMessage",
              Map.of("message_id", message.path("id").asLong(), "sender_id", ann.id()))
          .expect(200);
      golden.hear(ann, annsWire);
      golden.hear(ben, bensWire);
      assertTrue(annsWire.isOpen());
      ann.call("DELETE", "/removeMember", place(chat, ben.id())).expect(200);
      assertEquals(4403, bensWire.closedWithin(Duration.ofSeconds(5)));
      ann.call("DELETE", "/deleteChat", Map.of("id", chat)).expect(200);
      assertEquals(1000, annsWire.closedWithin(Duration.ofSeconds(5)));
      // What happened to the chat is no message of anybody's.
      assertEquals(7, annsWire.messages());
    }
    golden.check("socket");
  }

  @Test
  void theSocketRefusesWrongIdsStrangersAndOtherPeoplesNames() {
    long chat = ann.groupWith(ben);
    for (String query :
        List.of(
            "chat_id=" + chat,
            "user_id=" + ann.id(),
            "chat_id=x&user_id=" + ann.id(),
            "chat_id=" + chat + "&user_id=x",
            "chat_id=0&user_id=" + ann.id(),
            "chat_id=&user_id=" + ann.id(),
            "chat_id=" + chat + "&chat_id=" + chat + "&user_id=" + ann.id())) {
      assertEquals(400, handshake(ann, query), query);
    }
    assertEquals(403, handshake(ann, "chat_id=" + chat + "&user_id=" + ben.id()));
    assertEquals(403, handshake(eve, "chat_id=" + chat + "&user_id=" + eve.id()));
    assertEquals(403, handshake(eve, "chat_id=" + chat + "&user_id=" + ann.id()));
    assertEquals(403, handshake(ann, "chat_id=" + MISSING + "&user_id=" + ann.id()));
    String query = "chat_id=" + chat + "&user_id=" + ann.id();
    assertEquals(401, Wire.refusedHandshakeAt(parley, "/ws?" + query));
    for (String origin : List.of("https://evil.example", "null", parley.root() + ".evil.example")) {
      assertEquals(
          403,
          Wire.refusedHandshakeAt(parley, "/ws?" + query, "Cookie", ann.cookie(), "Origin", origin),
          origin);
    }
    assertEquals(403, Wire.refusedHandshakeAt(parley, "/ws?" + query, "Cookie", ann.cookie()));
  }

  private int handshake(Colleague who, String query) {
    return Wire.refusedHandshakeAt(
        parley, "/ws?" + query, "Cookie", who.cookie(), "Origin", parley.root().toString());
  }

  private static Map<String, Object> place(long chat, long user) {
    return Map.of("conversation_id", chat, "user_id", user);
  }

  private void takesOffice(String role) {
    Database.change("UPDATE accounts SET role = ? WHERE id = ?", role, eve.id());
  }
}
