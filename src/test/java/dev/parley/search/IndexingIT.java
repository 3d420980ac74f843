package dev.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the index keeps up; the database is changed behind the server's back. */
class IndexingIT extends SearchTest {

  private static final int MANY = 3000;

  private final Person ann = parley.person("ann");
  private final String chat = ann.groupWith();
  private final String word = Parley.unique("word").replace("-", "");

  @Test
  void aMessageIsFoundLongBeforeTheNextComparison() {
    long began = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      indexed(ann, chat);
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    // A busy machine may take its time; comparisons alone would take 30 to 40 seconds.
    assertTrue(seconds < 20, "took " + seconds + " s");
  }

  @Test
  void whatNobodyNotedIsFoundByComparison() {
    long id = Long.parseLong(sends(ann, chat, "before"));
    indexed(ann, chat);
    // As after a dump was read back, or when the messages are older than the index.
    assertEquals(1, Database.change("UPDATE messages SET content = ? WHERE id = ?", word, id));
    Database.change("DELETE FROM search_progress WHERE conversation_id = ?", number());
    eventually("the comparison", () -> finds(ann, word).equals(List.of(word)));
    assertEquals(List.of(), finds(ann, word + " before"));
  }

  @Test
  void whatAnotherNodeWroteOrTookBackIsFoundByItsNumberOfChange() {
    long first = Long.parseLong(sends(ann, chat, word + " first"));
    long second = Long.parseLong(sends(ann, chat, word + " second"));
    indexed(ann, chat);
    change("content = '" + word + " changed'", first);
    change("content = '', deleted_at = now()", second);
    eventually("the change", () -> finds(ann, word + " changed").size() == 1);
    assertEquals(List.of(word + " changed"), finds(ann, word));
    assertEquals(1, Database.count("SELECT count(*) FROM message_words WHERE id = ?", first));
    assertEquals(0, Database.count("SELECT count(*) FROM message_words WHERE id = ?", second));
  }

  @Test
  void aConversationThatAnotherNodeIndexesHoldsUpNoOther() throws SQLException {
    String other = ann.groupWith();
    indexed(ann, chat);
    try (Connection node = Database.connect()) {
      node.setAutoCommit(false);
      node.createStatement()
          .execute("SELECT 1 FROM search_progress WHERE conversation_id = " + chat + " FOR UPDATE");
      ann.posts(chat, word);
      indexed(ann, other);
      assertEquals(List.of(), finds(ann, word));
      node.rollback();
    }
    eventually("the other node to be done", () -> !finds(ann, word).isEmpty());
  }

  @Test
  void aLongConversationIsReadToItsBeginningEachMessageOnce() {
    Database.change(
        """
        INSERT INTO messages (conversation_id, seq, ev, sender_id, content, created_at)
        SELECT c.id, c.seq + i, c.ev + i, ?,
          'common' || CASE WHEN i % 7 = 0 THEN ' some' WHEN i % 1000 = 1 THEN ' rare' ELSE '' END,
          now()
        FROM conversations c, generate_series(1, ?) i WHERE c.id = ? ORDER BY i
        """,
        Long.parseLong(ann.id()), MANY, number());
    Database.change(
        "UPDATE conversations SET seq = seq + ?, ev = ev + ? WHERE id = ?", MANY, MANY, number());
    eventually("all to be indexed", () -> findsIn(ann, chat, "rare").size() == 2);
    assertEquals(expected(i -> true), all("common"));
    assertEquals(expected(i -> i % 7 == 0), all("some"));
    assertEquals(expected(i -> i % 7 != 0 && i % 1000 == 1), all("common rare"));
    assertEquals(expected(i -> true), all("com"));
  }

  /** The numbers that fit, the newest first; the first message of all says who made the group. */
  private static List<Long> expected(java.util.function.IntPredicate fits) {
    return IntStream.iterate(MANY, i -> i > 0, i -> i - 1)
        .filter(fits)
        .mapToObj(i -> i + 1L)
        .toList();
  }

  private List<Long> all(String text) {
    List<Long> found = new ArrayList<>();
    String after = "";
    do {
      Answer page = search(ann, text, "&limit=50&chat=" + chat + after).expect(200);
      page.body().path("messages").forEach(m -> found.add(m.path("seq").asLong()));
      after = page.body().has("next") ? "&after=" + page.body().path("next").asString() : "";
    } while (!after.isEmpty());
    return found;
  }

  private long number() {
    return Long.parseLong(chat);
  }

  private void change(String what, long message) {
    Database.change(
        "WITH c AS (UPDATE conversations SET ev = ev + 1 WHERE id = ? RETURNING ev)"
            + " UPDATE messages SET ev = c.ev, "
            + what
            + " FROM c WHERE id = ?",
        number(),
        message);
  }
}
