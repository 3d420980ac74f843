package dev.parley.groups;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.Map;

/** A group with an event, people in it, and one person on whom everything turns. */
final class Scene {

  /** What the subject is to the group. */
  enum Role {
    STRANGER,
    INVITED,
    REQUESTED,
    MEMBER,
    MODERATOR,
    CREATOR,
    FORMER,
    BLOCKED
  }

  final Person creator;
  final Person moderator;
  final Person asker;
  final Person nobody;
  final Person subject;
  final String group;
  final String event;

  Scene(Parley parley, Role role) {
    creator = parley.person("creator");
    moderator = parley.person("moderator");
    asker = parley.person("asker");
    nobody = parley.person("nobody");
    subject = role == Role.CREATOR ? creator : parley.person("subject");
    group = creator.foundsGroupWith(moderator);
    makesModerator(creator, group, moderator);
    asker.call("POST", "/groups/" + group + "/requests", null).expect(200);
    event = creator.plans(group, "walk");
    switch (role) {
      case STRANGER, CREATOR -> {
        // Is that already.
      }
      case INVITED -> creator.invites(group, subject);
      case REQUESTED -> subject.call("POST", "/groups/" + group + "/requests", null).expect(200);
      case MEMBER -> joins();
      case MODERATOR -> {
        joins();
        makesModerator(creator, group, subject);
      }
      case FORMER -> {
        joins();
        creator
            .call("DELETE", "/conversations/" + group + "/members/" + subject.id(), null)
            .expect(204);
      }
      case BLOCKED -> creator.call("PUT", "/people/" + subject.id() + "/block", null).expect(204);
    }
  }

  static void makesModerator(Person by, String group, Person member) {
    by.call("PATCH", "/conversations/" + group + "/members/" + member.id(), Map.of("role", "admin"))
        .expect(200);
  }

  private void joins() {
    creator.invites(group, subject);
    subject.call("PUT", "/groups/" + group + "/invitation", Map.of("accept", true)).expect(200);
  }
}
