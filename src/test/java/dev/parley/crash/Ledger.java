package dev.parley.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the writers sent and what the server told them about it. Thread-safe. */
final class Ledger {
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> begun = new HashSet<>();
  private final Map<String, Integer> retried = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private int duplicates;

  /**
   * An acknowledged message.
   *
   * @param begun {@link System#nanoTime} before its first try
   * @param acknowledged {@link System#nanoTime} after its receipt
   */
  record Entry(String chat, String key, Receipt receipt, long begun, long acknowledged) {}

  /** Notes that a message may be on its way from now on. */
  synchronized void begin(String key) {
    begun.add(key);
  }

  /** Notes that a try failed as tries may, and why. */
  synchronized void retry(String reason) {
    retried.merge(reason, 1, Integer::sum);
  }

  /** Notes a message that the server says it has stored. */
  synchronized void acknowledge(Entry entry) {
    entries.add(entry);
    duplicates += entry.receipt().duplicate() ? 1 : 0;
  }

  /** Notes something that must not happen. */
  synchronized void broken(String what) {
    broken.add(what);
  }

  /** Returns how many messages were acknowledged so far. */
  synchronized int size() {
    return entries.size();
  }

  /** Returns the acknowledged messages of a conversation. */
  synchronized List<Entry> entries(String chat) {
    return entries.stream().filter(entry -> entry.chat().equals(chat)).toList();
  }

  /** Returns whether a message with the key was ever tried. */
  synchronized boolean knows(String key) {
    return begun.contains(key);
  }

  /** Returns how often each kind of failed try occurred. */
  synchronized Map<String, Integer> retried() {
    return Map.copyOf(retried);
  }

  /** Returns how many first receipts said that an unanswered try had been stored after all. */
  synchronized int duplicates() {
    return duplicates;
  }

  /** Returns what must not have happened. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }
}
