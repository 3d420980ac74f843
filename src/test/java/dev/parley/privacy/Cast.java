package dev.parley.privacy;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.EnumMap;
import java.util.Map;

/** Those who look, those at whom they look, and what they are to each other. */
final class Cast implements AutoCloseable {

  private static final String PASSWORD = "a long enough one";

  private final Parley parley;
  final Behind behind = new Behind();

  /** Whoever comes first to a new server is its administrator; it shall be nobody of these. */
  final Person first;

  /** Has a public profile, and founded the group. */
  final Person open;

  /** Has a private profile. */
  final Person closed;

  /** Deletes the account. */
  final Person gone;

  /** In a private conversation with the two. */
  final Person partner;

  /** Follows everybody, and everybody follows them. */
  final Person fan;

  /** Has asked to come into every group. */
  final Person asker;

  /** A member of every group; asks for nothing. */
  final Person extra;

  /** The social group, founded by the open one. */
  final String group;

  private final Map<Viewer, Person> viewers = new EnumMap<>(Viewer.class);

  /**
   * Brings them in.
   *
   * @param word in the names of those at whom one looks
   */
  Cast(Parley parley, String word) {
    this.parley = parley;
    first = parley.person("first");
    open = parley.register(Parley.unique(word + "-open"), PASSWORD);
    closed = parley.person(word + "-closed");
    gone = parley.person(word + "-gone");
    partner = parley.person("partner");
    fan = parley.person("fan");
    asker = parley.person("asker");
    extra = parley.person("extra");
    behind.makesPrivate(closed);
    Viewer.withSession().parallelStream().forEach(this::comes);
    behind.appoints(viewer(Viewer.ADMINISTRATOR));
    group = open.foundsGroupWith(extra);
    relations();
  }

  private void comes(Viewer viewer) {
    Person person = parley.register(Parley.unique(viewer.name().toLowerCase()), PASSWORD);
    // Private, so that one can ask them for something.
    behind.makesPrivate(person);
    synchronized (viewers) {
      viewers.put(viewer, person);
    }
  }

  private void relations() {
    asks(asker, group);
    asks(viewer(Viewer.REQUESTED), group);
    open.invites(group, viewer(Viewer.INVITED));
    for (Viewer viewer : Viewer.withSession()) {
      Person person = viewer(viewer);
      behind.follow(person, fan);
      switch (viewer) {
        case MEMBER, MODERATOR, FORMER, BLOCKED, BLOCKER -> comesIn(person);
        default -> {}
      }
      for (Person owner : new Person[] {open, closed}) {
        become(viewer, person, owner);
      }
    }
    behind.follow(open, fan);
    behind.follow(closed, fan);
    call(open, "PATCH", member(Viewer.MODERATOR), Map.of("role", "admin"));
    for (Viewer viewer : new Viewer[] {Viewer.FORMER, Viewer.BLOCKED, Viewer.BLOCKER}) {
      open.call("DELETE", member(viewer), null).expect(204);
    }
    for (Person owner : new Person[] {open, closed}) {
      blocks(owner, viewer(Viewer.BLOCKED));
      blocks(viewer(Viewer.BLOCKER), owner);
    }
  }

  /** What a viewer is to an owner of things, a block excepted. */
  private void become(Viewer viewer, Person person, Person owner) {
    switch (viewer) {
      case REQUESTED -> {
        Answer answer = person.call("PUT", "/follows/" + owner.id(), null).expect(200);
        if (answer.text().contains("\"following\"")) {
          // A public profile is followed at once; there is nothing to wait for.
          person.call("DELETE", "/follows/" + owner.id(), null).expect(200);
        }
      }
      case FOLLOWER -> behind.follows(person, owner);
      case FRIEND, BLOCKED, BLOCKER -> {
        behind.follows(person, owner);
        behind.chooses(owner, person);
      }
      default -> {}
    }
  }

  /** Somebody new to whom a viewer is what they are to the others. */
  Person another(Viewer viewer, boolean isPrivate) {
    Person person = parley.person("another");
    if (isPrivate) {
      behind.makesPrivate(person);
    }
    become(viewer, viewer(viewer), person);
    if (viewer == Viewer.BLOCKED) {
      blocks(person, viewer(viewer));
    } else if (viewer == Viewer.BLOCKER) {
      blocks(viewer(viewer), person);
    }
    return person;
  }

  /** Somebody who knows nobody. */
  Person guest() {
    return parley.person("guest");
  }

  /** A session more of a viewer; its number. */
  String session(Viewer viewer) {
    Person again = parley.logIn(viewer(viewer), PASSWORD);
    return current(again);
  }

  /** The number of somebody's session. */
  static String current(Person person) {
    return person
        .get("/sessions")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(session -> session.path("current").asBoolean())
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  Person viewer(Viewer viewer) {
    return viewers.get(viewer);
  }

  private String id(Viewer viewer) {
    return viewers.get(viewer).id();
  }

  private String member(Viewer viewer) {
    return "/conversations/" + group + "/members/" + id(viewer);
  }

  private static void blocks(Person one, Person other) {
    one.call("PUT", "/people/" + other.id() + "/block", null).expect(204);
  }

  private void comesIn(Person person) {
    open.invites(group, person);
    call(person, "PUT", "/groups/" + group + "/invitation", Map.of("accept", true));
  }

  static void asks(Person person, String group) {
    call(person, "POST", "/groups/" + group + "/requests", null);
  }

  static void call(Person person, String method, String path, Object body) {
    person.call(method, path, body).expect(200);
  }

  @Override
  public void close() {
    behind.close();
  }
}
