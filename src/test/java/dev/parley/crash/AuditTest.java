package dev.parley.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A judge that never finds anyone guilty is none. */
class AuditTest {
  private final ObjectMapper json = new ObjectMapper();
  private final Ledger ledger = new Ledger();
  private final List<JsonNode> history = new ArrayList<>();

  /** A message of which the server said that it has the number, under way in the time given. */
  private String acknowledged(long seq, long begun, long until) {
    String key = UUID.randomUUID().toString();
    ledger.begin(key);
    Receipt receipt = new Receipt("m" + seq, seq, false);
    ledger.acknowledge(new Ledger.Entry("chat", key, receipt, begun, until));
    return key;
  }

  private void stored(long seq, String key) {
    history.add(
        json.createObjectNode()
            .put("id", "m" + seq)
            .put("seq", seq)
            .put("kind", "text")
            .put("content", key + " and more"));
  }

  private Verdict verdict() {
    long last = history.isEmpty() ? 0 : history.get(history.size() - 1).path("seq").asLong(0);
    return Audit.of(history, last, ledger.entries("chat"), ledger);
  }

  @Test
  void aCompleteHistoryIsClean() {
    history.add(json.createObjectNode().put("seq", 1).put("kind", "system").put("content", "hi"));
    stored(2, acknowledged(2, 0, 5));
    stored(3, acknowledged(3, 1, 2));
    assertEquals(Verdict.CLEAN, verdict());
  }

  @Test
  void aMissingMessageIsLost() {
    stored(1, acknowledged(1, 0, 1));
    acknowledged(2, 1, 2);
    assertEquals(new Verdict(1, 0, 0, 0, 0), verdict());
  }

  @Test
  void aMessageThatIsThereTwiceIsDoubled() {
    String key = acknowledged(2, 0, 1);
    stored(1, key);
    stored(2, key);
    assertEquals(new Verdict(0, 1, 0, 0, 0), verdict());
  }

  @Test
  void aMessageAtAnotherNumberIsReordered() {
    String one = acknowledged(1, 0, 9);
    String two = acknowledged(2, 0, 9);
    stored(1, two);
    stored(2, one);
    assertEquals(new Verdict(0, 0, 2, 0, 0), verdict());
  }

  @Test
  void aMessageThatOvertookAnAcknowledgedOneIsReordered() {
    stored(1, acknowledged(1, 5, 6));
    stored(2, acknowledged(2, 0, 3));
    assertEquals(new Verdict(0, 0, 1, 0, 0), verdict());
  }

  @Test
  void aNumberLeftOutIsAGap() {
    stored(1, acknowledged(1, 0, 1));
    stored(3, acknowledged(3, 1, 2));
    assertEquals(new Verdict(0, 0, 0, 1, 0), verdict());
  }

  @Test
  void aHistoryThatEndsTooEarlyIsAGap() {
    stored(1, acknowledged(1, 0, 1));
    assertEquals(new Verdict(0, 0, 0, 1, 0), Audit.of(history, 2, ledger.entries("chat"), ledger));
  }

  @Test
  void aMessageThatNobodySentIsForeign() {
    stored(1, UUID.randomUUID().toString());
    assertEquals(new Verdict(0, 0, 0, 0, 1), verdict());
  }
}
