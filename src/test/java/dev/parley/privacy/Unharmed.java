package dev.parley.privacy;

import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What their owners see of the things that nobody was to change. */
final class Unharmed {

  private final Things things;

  Unharmed(Things things) {
    this.things = things;
  }

  /** All of it. */
  Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    Person open = things.cast.open;
    String group = things.cast.group;
    for (String part : List.of("", "/members", "/requests", "/events")) {
      look(state, open, "/groups/" + group + part);
    }
    for (Kind kind : List.of(Kind.PRIVATE, Kind.GROUP)) {
      String chat = there(Thing.CHAT, kind).id();
      look(state, open, "/conversations/" + chat + "/messages?limit=100");
      look(state, open, "/conversations/" + chat + "/pins");
    }
    look(state, open, "/conversations/" + there(Thing.LINK, Kind.GROUP).place() + "/invites");
    look(state, open, "/events/" + there(Thing.EVENT, Kind.GROUP).id());
    for (Person owner : List.of(open, things.cast.closed)) {
      look(state, owner, "/posts?limit=50&user=" + owner.id());
      look(state, owner, "/people/" + owner.id() + "/followers?limit=1000");
      look(state, owner, "/people/" + owner.id() + "/following?limit=1000");
      look(state, owner, "/followers/requests");
      look(state, owner, "/close-friends");
      look(state, owner, "/blocks");
      look(state, owner, "/notifications?limit=100");
    }
    for (Kind kind : List.of(Kind.PUBLIC, Kind.PRIVATE, Kind.CHOSEN, Kind.GROUP)) {
      look(state, open, "/search/posts?limit=50&text=" + things.word(Thing.POST, kind, null));
      for (Target post : things.there(Thing.POST, kind, null)) {
        Person author = open.get("/posts/" + post.id()).status() == 200 ? open : things.cast.closed;
        look(state, author, "/posts/" + post.id());
      }
    }
    return state;
  }

  private Target there(Thing thing, Kind kind) {
    return things.there(thing, kind, Viewer.STRANGER).get(0);
  }

  private static void look(Map<String, String> state, Person person, String path) {
    // Whether somebody is online is no harm.
    state.put(
        person.name() + " GET " + path,
        person.get(path).expect(200).text().replaceAll("\"online\":\\w+", ""));
  }
}
