package dev.parley.crash;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares a conversation's history with what the server acknowledged. */
final class Audit {
  private static final int KEY_LENGTH = 36;

  private Audit() {}

  /**
   * Judges one conversation.
   *
   * @param history its messages as REST gives them, from the first
   * @param last the number of the last message, as the conversation itself tells
   */
  static Verdict of(List<JsonNode> history, long last, List<Ledger.Entry> entries, Ledger ledger) {
    Map<String, Receipt> stored = new HashMap<>();
    int doubled = 0;
    int foreign = 0;
    int gaps = 0;
    long seq = 0;
    for (JsonNode message : history) {
      gaps += message.path("seq").asLong(0) == seq + 1 ? 0 : 1;
      seq = message.path("seq").asLong(0);
      if (message.path("kind").asString("").equals("system")) {
        continue;
      }
      String content = message.path("content").asString("");
      String key = content.substring(0, Math.min(KEY_LENGTH, content.length()));
      Receipt found = new Receipt(message.path("id").asString(""), seq, false);
      doubled += stored.put(key, found) == null ? 0 : 1;
      foreign += ledger.knows(key) ? 0 : 1;
    }
    gaps += seq == last ? 0 : 1;
    int lost = 0;
    int reordered = overtaken(entries);
    for (Ledger.Entry entry : entries) {
      Receipt found = stored.get(entry.key());
      lost += found == null ? 1 : 0;
      reordered += found == null || found.agrees(entry.receipt()) ? 0 : 1;
    }
    return new Verdict(lost, doubled, reordered, gaps, foreign);
  }

  /**
   * Counts messages that stand before one which was acknowledged before they were begun. Messages
   * under way at the same time may stand in either order.
   */
  private static int overtaken(List<Ledger.Entry> entries) {
    List<Ledger.Entry> fromTheEnd =
        entries.stream()
            .sorted(Comparator.comparingLong((Ledger.Entry e) -> e.receipt().seq()).reversed())
            .toList();
    int count = 0;
    long earliest = Long.MAX_VALUE;
    for (Ledger.Entry entry : fromTheEnd) {
      count += entry.begun() > earliest ? 1 : 0;
      earliest = Math.min(earliest, entry.acknowledged());
    }
    return count;
  }
}
