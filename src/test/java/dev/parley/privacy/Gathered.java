package dev.parley.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Conversations and groups, and what is in them. */
final class Gathered {

  private final Things things;

  Gathered(Things things) {
    this.things = things;
  }

  /** What is there before anything is made, or null. */
  List<Target> shared(Thing thing, Kind kind, Viewer viewer) {
    if (kind != Kind.GROUP || thing != Thing.CHAT && thing != Thing.GROUP) {
      return null;
    }
    dress(things.cast.group, things.cast.open, kind, viewer, Thing.GROUP, Thing.CHAT);
    return List.of(inside(Target.of(thing, things.cast.group)));
  }

  Target make(Thing thing, Kind kind, Viewer viewer) {
    return switch (thing) {
      case CHAT -> inside(Target.of(thing, chat(kind, viewer)));
      case GROUP -> inside(Target.of(thing, group(kind, viewer)));
      case LINK, CODE -> link(thing, kind, viewer);
      case EVENT -> {
        Person owner = things.owner(kind, viewer);
        String where = there(Thing.GROUP, kind == Kind.OWN ? kind : Kind.GROUP, viewer);
        String event = owner.plans(where, things.secrets.text(thing, kind, viewer));
        if (kind == Kind.DELETED) {
          owner.call("DELETE", "/events/" + event, null).expect(204);
        }
        yield Target.of(thing, event);
      }
      default -> said(thing, kind, viewer);
    };
  }

  private Target said(Thing thing, Kind kind, Viewer viewer) {
    Person owner = kind == Kind.OWN ? things.cast.viewer(viewer) : things.cast.open;
    String where = there(Thing.CHAT, kind == Kind.DELETED ? Kind.GROUP : kind, viewer);
    String text = things.secrets.text(thing, kind, viewer);
    if (thing == Thing.DRAFT) {
      Cast.call(owner, "PUT", "/conversations/" + where + "/own/draft", Map.of("content", text));
      return Target.of(thing, where);
    }
    JsonNode file = thing == Thing.FILE ? owner.uploads(text + ".txt", text.getBytes(UTF_8)) : null;
    String words = things.secrets.text(Thing.MESSAGE, kind, viewer);
    JsonNode receipt = file == null ? owner.posts(where, words) : owner.posts(where, words, file);
    String message = receipt.path("messageID").asString();
    if (kind == Kind.DELETED) {
      owner.call("DELETE", "/messages/" + message, null).expect(200);
    }
    return Target.of(thing, file == null ? message : file.path("id").asString()).in(where);
  }

  private Target link(Thing thing, Kind kind, Viewer viewer) {
    Person owner = things.owner(kind, viewer);
    // Whoever knows the code is invited by it, and told the name.
    Thing name = thing == Thing.CODE ? thing : Thing.GROUP;
    String where =
        kind == Kind.OWN ? chat(kind, viewer) : club(Kind.GROUP, viewer, owner, name, thing);
    String links = "/conversations/" + where + "/invites";
    JsonNode link = owner.call("POST", links, Map.of()).expect(201).body();
    if (kind == Kind.DELETED) {
      owner.call("DELETE", links + "/" + link.path("id").asString(), null).expect(204);
    }
    String key = thing == Thing.CODE ? "code" : "id";
    return Target.of(thing, link.path(key).asString()).in(where);
  }

  private String chat(Kind kind, Viewer viewer) {
    Cast cast = things.cast;
    Person owner = things.owner(kind, viewer);
    return switch (kind) {
      case OWN -> dress(owner.groupWith(cast.extra), owner, kind, viewer, Thing.CHAT, Thing.CHAT);
      case PUBLIC -> everybody();
      case PRIVATE -> cast.open.privateChatWith(cast.partner);
      case GROUP -> club(kind, viewer, owner, Thing.GROUP, Thing.CHAT);
      case DELETED -> deleted(viewer);
      case CHOSEN -> throw new IllegalArgumentException();
    };
  }

  private String group(Kind kind, Viewer viewer) {
    Cast cast = things.cast;
    return switch (kind) {
      case OWN -> club(kind, viewer, cast.viewer(viewer), Thing.GROUP, Thing.CHAT);
      // A conversation that is no social group.
      case PRIVATE -> {
        String chat =
            cast.open.groupWith(cast.viewer(Viewer.MEMBER), cast.viewer(Viewer.MODERATOR));
        yield dress(chat, cast.open, Kind.GROUP, viewer, Thing.CHAT, Thing.CHAT);
      }
      case DELETED -> deleted(viewer);
      // Who is invited comes in.
      default -> club(kind, viewer, cast.open, Thing.GROUP, Thing.CODE);
    };
  }

  private String deleted(Viewer viewer) {
    Person owner = things.cast.open;
    String chat = club(Kind.DELETED, viewer, owner, Thing.GROUP, Thing.CHAT);
    owner.posts(chat, things.secrets.text(Thing.MESSAGE, Kind.DELETED, viewer));
    owner.call("DELETE", "/groups/" + chat, null).expect(204);
    return chat;
  }

  /**
   * A social group that is like the one that was founded step by step; a viewer's own has none of
   * the others in it.
   */
  private String club(Kind kind, Viewer viewer, Person founder, Thing name, Thing topic) {
    Cast cast = things.cast;
    Person moderator = cast.viewer(Viewer.MODERATOR);
    String group =
        kind == Kind.OWN
            ? founder.groupWith(cast.extra)
            : founder.groupWith(cast.extra, cast.viewer(Viewer.MEMBER), moderator);
    cast.behind.founds(group);
    Cast.asks(cast.asker, group);
    if (kind != Kind.OWN) {
      String path = "/conversations/" + group + "/members/" + moderator.id();
      Cast.call(founder, "PATCH", path, Map.of("role", "admin"));
      founder.invites(group, cast.viewer(Viewer.INVITED));
    }
    return dress(group, founder, kind, viewer, name, topic);
  }

  /** Gives it a name, which of a social group everybody may know, and a topic for its members. */
  private String dress(
      String chat, Person owner, Kind kind, Viewer viewer, Thing name, Thing topic) {
    Map<String, String> words =
        Map.of(
            "name", things.secrets.text(name, kind, viewer),
            "topic", things.secrets.text(topic, kind, viewer));
    Cast.call(owner, "PATCH", "/conversations/" + chat, words);
    return chat;
  }

  private Target inside(Target target) {
    return target.with(things.cast.asker.id());
  }

  private String there(Thing thing, Kind kind, Viewer viewer) {
    return things.there(thing, kind, viewer).get(0).id();
  }

  private String everybody() {
    return things
        .cast
        .open
        .get("/conversations?limit=100")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(chat -> chat.path("kind").asString().equals("everybody"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }
}
