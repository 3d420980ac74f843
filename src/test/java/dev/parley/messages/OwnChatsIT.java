package dev.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one keeps about a conversation. */
class OwnChatsIT extends ClientTest {

  private static final String FOREVER = "9999-12-31T00:00:00Z";

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String chat = ann.privateChatWith(ben);

  @Test
  void whatOneKeepsIsToldToAllOwnSocketsAndToNobodyElse() {
    try (Wire phone = ben.connects();
        Wire desk = ben.connects();
        Wire annWire = ann.connects()) {
      JsonNode answer = phone.asks("saveDraft", Map.of("chatID", chat, "content", "dear ann"));
      assertEquals(answer, desk.receives("ownChatChanged"));
      assertEquals(answer, phone.receives("ownChatChanged"));
      assertEquals(1, answer.path("rev").asInt());
      assertEquals("dear ann", answer.path("draft").asString());
      annWire.settles();
      assertTrue(annWire.pushes("ownChatChanged").isEmpty());
      assertEquals("", chatOf(ann).path("draft").asString());
      assertEquals("dear ann", chatOf(ben).path("draft").asString());
    }
  }

  @Test
  void aConversationIsMutedUntilATimeForeverOrNotAnyMore() {
    assertTrue(chatOf(ben).path("mutedUntil").isNull());
    String until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS) + "";
    assertEquals(until, own("mute", "until", until).path("mutedUntil").asString());
    assertEquals(until, chatOf(ben).path("mutedUntil").asString());
    assertEquals(FOREVER, own("mute", "until", "forever").path("mutedUntil").asString());
    assertEquals(
        FOREVER, own("mute", "until", "9999-12-31T23:00:00-10:00").path("mutedUntil").asString());
    assertTrue(own("mute", "until", null).path("mutedUntil").isNull());
    assertEquals(4, chatOf(ben).path("rev").asInt());
  }

  @Test
  void aTimeThatIsNoneOrIsOverMutesNothing() {
    refuses("mute", "until", "tomorrow", "until");
    refuses("mute", "until", "2001-01-01T00:00:00Z", "until");
    assertTrue(chatOf(ben).path("mutedUntil").isNull());
  }

  @Test
  void aNewMessageTakesAConversationOutOfTheArchive() {
    ann.posts(chat, "1");
    assertTrue(own("archive", "archived", true).path("archived").asBoolean());
    assertTrue(chatOf(ben).path("archived").asBoolean());
    assertFalse(chatOf(ann).path("archived").asBoolean());
    ann.posts(chat, "2");
    assertFalse(chatOf(ben).path("archived").asBoolean());
    own("archive", "archived", true);
    assertFalse(own("archive", "archived", false).path("archived").asBoolean());
  }

  @Test
  void aMutedConversationStaysInTheArchiveWhateverComes() {
    own("archive", "archived", true);
    own("mute", "until", "forever");
    ann.posts(chat, "1");
    assertTrue(chatOf(ben).path("archived").asBoolean());
    assertTrue(own("mute", "until", null).path("archived").asBoolean(), "muting is another matter");
    ann.posts(chat, "2");
    assertFalse(chatOf(ben).path("archived").asBoolean());
    assertFalse(
        own("mute", "until", "forever").path("archived").asBoolean(), "nor does it bring it back");
  }

  @Test
  void whatCameWhileItWasMutedStaysInTheArchiveWhenTheMuteRunsOut() throws Exception {
    own("archive", "archived", true);
    Instant until = Instant.now().plusMillis(1500);
    own("mute", "until", until.toString());
    ann.posts(chat, "while it is muted");
    while (Instant.now().isBefore(until)) {
      assertTrue(chatOf(ben).path("archived").asBoolean());
    }
    assertTrue(chatOf(ben).path("archived").asBoolean());
    ann.posts(chat, "afterwards");
    assertFalse(chatOf(ben).path("archived").asBoolean());
  }

  @Test
  void theLastDraftWinsAndAnEmptyOneIsNone() {
    own("draft", "content", "1");
    own("draft", "content", "2");
    assertEquals("2", chatOf(ben).path("draft").asString());
    ben.posts(chat, "2");
    assertEquals("2", chatOf(ben).path("draft").asString(), "only the client knows what it sent");
    assertEquals("", own("draft", "content", "").path("draft").asString());
  }

  @Test
  void aDraftHasAtMostEightThousandCharacters() {
    String longest = "😀".repeat(8000);
    assertEquals(longest, own("draft", "content", longest).path("draft").asString());
    refuses("draft", "content", "x".repeat(8001), "content");
    refuses("draft", "content", "a\0b", "content");
    refuses("draft", "content", null, "content");
  }

  @Test
  void aMessageAndWhatFollowsItCanBeMadeUnreadAgain() {
    ann.posts(chat, "1");
    ann.posts(chat, "2");
    ann.posts(chat, "3");
    JsonNode read = markRead(ben, 3);
    assertEquals(0, read.path("unread").asInt());
    JsonNode unread = own("unread", "seq", 2);
    assertEquals(1, unread.path("readSeq").asInt());
    assertEquals(2, unread.path("unread").asInt());
    assertEquals(3, unread.path("counted").asInt());
    assertTrue(unread.path("rev").asInt() > read.path("rev").asInt());
    assertEquals(1, own("unread", "seq", 3).path("readSeq").asInt(), "it never goes up");
    assertEquals(2, chatOf(ben).path("unread").asInt());
  }

  @Test
  void onlyAMessagesNumberMakesUnread() {
    refuses("unread", "seq", 0, "seq");
    refuses("unread", "seq", null, "seq");
  }

  @Test
  void whatIsMadeUnreadStaysReadInTheEyesOfTheOthers() {
    ann.posts(chat, "1");
    ann.posts(chat, "2");
    markRead(ben, 2);
    own("unread", "seq", 1);
    assertEquals(2, readBy(ben).asInt());
    try (Wire annWire = ann.connects()) {
      markRead(ben, 1);
      assertEquals(2, readBy(ben).asInt());
      ann.posts(chat, "3");
      markRead(ben, 3);
      annWire.receives("readMark", mark -> mark.path("seq").asInt() == 3);
      assertTrue(annWire.pushes("readMark").stream().allMatch(m -> m.path("seq").asInt() >= 2));
    }
  }

  @Test
  void whoHidesHowFarTheyHaveReadIsNotSeenToRead() {
    ann.posts(chat, "1");
    ann.posts(chat, "2");
    markRead(ben, 1);
    assertEquals(1, readBy(ben).asInt());
    try (Wire annWire = ann.connects();
        Wire benWire = ben.connects()) {
      assertFalse(
          benWire
              .asks("updateSettings", Map.of("receipts", false))
              .path("receipts")
              .asBoolean(true));
      assertFalse(benWire.receives("accountChanged").path("receipts").asBoolean(true));
      // The mark from before may still have been on its way.
      JsonNode hidden = annWire.receives("readMark", mark -> mark.path("seq").isNull());
      assertEquals(ben.id(), hidden.path("userID").asString());
      assertTrue(readBy(ben).isNull());
      assertEquals(2, markRead(ben, 2).path("seq").asInt());
      ben.call("PATCH", "/accounts/me/settings", Map.of("receipts", true)).expect(200);
      JsonNode shown = annWire.receives("readMark");
      assertEquals(1, shown.path("seq").asInt(), "what was read meanwhile is not told");
      assertEquals(1, readBy(ben).asInt());
      assertEquals(2, chatOf(ben).path("readSeq").asInt());
      assertTrue(
          ann.get("/conversations/" + chat + "/members").body().toString().contains("readSeq"));
    }
  }

  @Test
  void inALargeConversationNobodyIsToldHowFarTheOthersHaveRead() {
    Person[] crowd = new Person[50];
    java.util.Arrays.setAll(crowd, i -> parley.person("crowd"));
    String large = ann.groupWith(crowd);
    ann.posts(large, "hello");
    crowd[0].call("PUT", "/conversations/" + large + "/read", Map.of("seq", 2)).expect(200);
    JsonNode members = ann.get("/conversations/" + large).expect(200).body().path("members");
    members.forEach(member -> assertTrue(member.path("readSeq").isNull()));
    ann.call("DELETE", "/conversations/" + large + "/members/" + crowd[1].id(), null).expect(204);
    JsonNode fewer = ann.get("/conversations/" + large).expect(200).body().path("members");
    fewer.forEach(
        member ->
            assertEquals(
                member.path("id").asString().equals(crowd[0].id()) ? 2 : 0,
                member.path("readSeq").asInt()));
  }

  @Test
  void messagesThatMentionOneAreCountedWhileTheyAreUnread() {
    try (Wire benWire = ben.connects()) {
      ann.posts(chat, "hello");
      String second = ann.posts(chat, "@" + ben.name() + " hello").path("messageID").asString();
      String third = ann.posts(chat, "and you, @" + ben.name()).path("messageID").asString();
      ben.posts(chat, "@" + ben.name() + " is me");
      assertCounts(3, 2);
      benWire.receives("inputChatMessage", m -> m.path("seq").asInt() == 4);
      edit(second, "nobody any more");
      assertEquals(
          1,
          benWire
              .receives("chatActivity", a -> a.path("mentions").asInt() == 1)
              .path("mentions")
              .asInt());
      assertCounts(3, 1);
      edit(second, "again @" + ben.name());
      assertCounts(3, 2);
      ann.call("DELETE", "/messages/" + third, null).expect(200);
      JsonNode told = benWire.receives("chatActivity", a -> a.path("unread").asInt() == 2);
      assertEquals(1, told.path("mentions").asInt());
      assertCounts(2, 1);
      JsonNode mark = markRead(ben, 4);
      assertEquals(0, mark.path("mentions").asInt());
      assertCounts(0, 0);
      JsonNode unread = own("unread", "seq", 2);
      assertEquals(1, unread.path("mentions").asInt());
      assertEquals(mark.path("rev").asInt() + 1, unread.path("rev").asInt());
    }
  }

  @Test
  void countsInTheBackgroundTellWhatMentionsOne() {
    try (Wire benWire = ben.connects()) {
      ann.posts(chat, "@" + ben.name());
      JsonNode activity = benWire.receives("chatActivity");
      assertEquals(1, activity.path("mentions").asInt());
      assertEquals(1, activity.path("counted").asInt());
    }
  }

  private void assertCounts(int unread, int mentions) {
    JsonNode now = chatOf(ben);
    assertEquals(unread, now.path("unread").asInt());
    assertEquals(mentions, now.path("mentions").asInt());
  }

  private void edit(String message, String content) {
    ann.call("PATCH", "/messages/" + message, Map.of("content", content)).expect(200);
  }

  private JsonNode chatOf(Person viewer) {
    return viewer.get("/conversations/" + chat).expect(200).body();
  }

  /** How far somebody has read, as ann sees it. */
  private JsonNode readBy(Person person) {
    for (JsonNode member : chatOf(ann).path("members")) {
      if (member.path("id").asString().equals(person.id())) {
        return member.path("readSeq");
      }
    }
    throw new AssertionError("no member " + person.name());
  }

  private JsonNode markRead(Person reader, int seq) {
    return reader
        .call("PUT", "/conversations/" + chat + "/read", Map.of("seq", seq))
        .expect(200)
        .body();
  }

  private JsonNode own(String what, String field, Object value) {
    return ben.call("PUT", "/conversations/" + chat + "/own/" + what, body(field, value))
        .expect(200)
        .body();
  }

  private void refuses(String what, String field, Object value, String blamed) {
    JsonNode refusal =
        ben.call("PUT", "/conversations/" + chat + "/own/" + what, body(field, value))
            .refused(400, "invalid")
            .body();
    assertEquals(blamed, refusal.path("field").asString());
  }

  private static Map<String, Object> body(String field, Object value) {
    Map<String, Object> body = new HashMap<>();
    body.put(field, value);
    return body;
  }
}
