package dev.parley.realtime;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Things to tell many clients, encoded once per dialect however many they are. The native encoding
 * is made at once, by whoever publishes; the others when the first of their clients is met.
 */
final class Broadcast {

  private final List<Item> items;
  private final Frame own;
  private final Map<Dialect, Optional<Frame>> others = new ConcurrentHashMap<>(0);

  private Broadcast(List<Item> items) {
    this.items = items;
    this.own = encode(Dialect.NATIVE).orElse(null);
  }

  static Broadcast of(List<Item> items) {
    return new Broadcast(items);
  }

  static Broadcast of(Item item) {
    return new Broadcast(List.of(item));
  }

  /** What a client of this kind gets, or null when that is nothing. */
  Frame in(Dialect dialect) {
    return dialect == Dialect.NATIVE
        ? own
        : others.computeIfAbsent(dialect, this::encode).orElse(null);
  }

  private Optional<Frame> encode(Dialect dialect) {
    List<String> messages = items.stream().map(dialect::encode).filter(Objects::nonNull).toList();
    return messages.isEmpty() ? Optional.empty() : Optional.of(Frame.of(messages));
  }
}
