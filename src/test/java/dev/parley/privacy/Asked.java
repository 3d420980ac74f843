package dev.parley.privacy;

import dev.parley.client.Person;
import java.util.Map;

/** What people are asked, and the notifications that ask it. */
final class Asked {

  private final Things things;

  Asked(Things things) {
    this.things = things;
  }

  Target make(Thing thing, Kind kind, Viewer viewer) {
    Cast cast = things.cast;
    Person who = cast.guest();
    return switch (thing) {
      case ASKER, FOLLOW_QUESTION -> {
        Person whom = kind == Kind.OWN ? cast.viewer(viewer) : cast.closed;
        Cast.call(who, "PUT", "/follows/" + whom.id(), null);
        String question = question(whom, who);
        if (kind == Kind.DELETED) {
          Cast.call(who, "DELETE", "/follows/" + whom.id(), null);
        }
        yield Target.of(thing, thing == Thing.ASKER ? who.id() : question);
      }
      case JOIN_QUESTION -> {
        Person whom = kind == Kind.OWN ? cast.viewer(viewer) : cast.open;
        String group = whom.foundsGroupWith();
        Cast.asks(who, group);
        String question = question(whom, who);
        if (kind == Kind.DELETED) {
          Cast.call(who, "PUT", answer(group, who), Map.of("accept", false));
        }
        yield Target.of(thing, question);
      }
      case INVITATION -> {
        Person whom = kind == Kind.OWN ? cast.viewer(viewer) : cast.partner;
        String group = who.foundsGroupWith();
        who.invites(group, whom);
        String question = question(whom, who);
        if (kind == Kind.DELETED) {
          who.call("DELETE", "/groups/" + group, null).expect(204);
        }
        yield Target.of(thing, question);
      }
      default -> throw new IllegalArgumentException(thing.name());
    };
  }

  private static String answer(String group, Person who) {
    return "/groups/" + group + "/requests/" + who.id();
  }

  private static String question(Person whom, Person who) {
    return whom.get("/notifications")
        .expect(200)
        .body()
        .path("notifications")
        .valueStream()
        .filter(n -> n.path("fromUserId").asString("").equals(who.id()))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }
}
