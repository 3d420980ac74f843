package dev.parley.overview;

import dev.parley.client.Mirror;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People with conversations and what has been said in them, and their clients: each with the
 * conversation in front, and with it in the background.
 */
final class Stage implements AutoCloseable {

  final Person actor;
  final Person other;
  final Person outsider;

  /** The actor administrates it, the other one is a member. */
  final String group;

  final String pair;

  /** A social group like the group, for those who need one. */
  String club;

  /** In the group: the actor's, answered by the others; unread for the other one. */
  final String first;

  /** In the group: the other one's, pinned, with the actor's reaction; mentions the actor. */
  final String second;

  /** In the group: the actor's, an answer to the first one, mentions the other one. */
  final String third;

  /** Where the actor acts. */
  Wire hands;

  /** Where the outsider acts. */
  Wire outsiders;

  private final List<Viewer> viewers = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();

  /** A client, and a socket of the same person on which to ask how things really are. */
  record Viewer(Person person, String description, Mirror mirror, Wire probe) {}

  Stage(Parley parley) {
    actor = parley.person("actor");
    other = parley.person("other");
    outsider = parley.person("outsider");
    group = actor.groupWith(other);
    pair = actor.privateChatWith(other);
    first = says(actor, group, Map.of("content", "first"));
    second = says(other, group, Map.of("content", "@" + actor.name() + " second"));
    third = says(actor, group, Map.of("content", "third @" + other.name(), "replyTo", first));
    says(other, group, Map.of("content", "fourth", "replyTo", first));
    actor.call("PUT", "/messages/" + second + "/pin", null).expect(200);
    actor.call("POST", "/messages/" + second + "/reactions", Map.of("emoji", "👍")).expect(200);
    says(other, pair, Map.of("content", "hello"));
    says(actor, pair, Map.of("content", "hello yourself"));
  }

  private static String says(Person person, String chat, Map<String, ?> message) {
    return person
        .call("POST", "/conversations/" + chat + "/messages", message)
        .expect(201)
        .body()
        .path("messageID")
        .asString();
  }

  /** Makes the social group. */
  void founds() {
    club = actor.foundsGroupWith(other);
  }

  /** Everybody comes in; from now on their clients live on pushes. */
  void opens(String chat) {
    hands = connect(actor);
    outsiders = connect(outsider);
    for (Person person : List.of(actor, other, outsider)) {
      Wire probe = connect(person);
      for (boolean focused : new boolean[] {true, false}) {
        if (focused && person == outsider) {
          continue; // Has nothing to look at.
        }
        Wire wire = connect(person);
        if (focused) {
          wire.asks("focus", Map.of("chatID", chat));
        }
        String name = person.name() + (focused ? ", looking at it" : ", with it in the background");
        viewers.add(new Viewer(person, name, Mirror.of(wire), probe));
      }
    }
  }

  private Wire connect(Person person) {
    Wire wire = person.connects();
    wires.add(wire);
    return wire;
  }

  /** Somebody is gone and sees nothing any more. */
  void forgets(Person person) {
    viewers.removeIf(viewer -> viewer.person() == person);
  }

  List<Viewer> viewers() {
    return viewers;
  }

  Set<String> people() {
    return Stream.of(actor, other, outsider).map(Person::id).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
  }
}
