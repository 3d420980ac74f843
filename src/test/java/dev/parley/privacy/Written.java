package dev.parley.privacy;

import dev.parley.client.Person;
import dev.parley.images.TestPictures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Posts, and what hangs on them. */
final class Written {

  private final Things things;
  private final Map<List<Object>, List<Post>> shared = new ConcurrentHashMap<>();

  /** A post with a picture, and a comment of its author's with one. */
  private record Post(String id, String comment, List<String> pictures) {}

  Written(Things things) {
    this.things = things;
  }

  /** All that there are of a kind. */
  List<Target> shared(Thing thing, Kind kind, Viewer viewer) {
    List<Object> key = kind == Kind.OWN ? List.of(kind, viewer) : List.of(kind);
    List<Post> posts = shared.computeIfAbsent(key, k -> all(kind, viewer));
    return posts.stream().flatMap(post -> targets(thing, post).stream()).toList();
  }

  /** One that is there for nobody else. */
  Target anew(Thing thing, Kind kind, Viewer viewer) {
    int type = kind == Kind.CHOSEN ? 2 : 0;
    return targets(thing, write(kind, viewer, things.owner(kind, viewer), type)).get(0);
  }

  private static List<Target> targets(Thing thing, Post post) {
    return switch (thing) {
      case POST -> List.of(Target.of(thing, post.id()).with(Map.of("messageType", "post")));
      case COMMENT ->
          List.of(Target.of(thing, post.comment()).with(Map.of("messageType", "comment")));
      default -> post.pictures().stream().map(id -> Target.of(thing, id)).toList();
    };
  }

  private List<Post> all(Kind kind, Viewer viewer) {
    List<Post> all = new ArrayList<>();
    Person open = things.cast.open;
    Person closed = things.cast.closed;
    switch (kind) {
      // For close friends, whom they have not chosen: nobody else shall find them in lists.
      case OWN -> all.add(write(kind, viewer, things.cast.viewer(viewer), 2));
      case PRIVATE -> {
        all.add(write(kind, viewer, closed, 0));
        all.add(write(kind, viewer, closed, 1));
        all.add(write(kind, viewer, open, 1));
      }
      case CHOSEN -> {
        all.add(write(kind, viewer, open, 2));
        all.add(write(kind, viewer, closed, 2));
      }
      default -> all.add(write(kind, viewer, open, 0));
    }
    return all;
  }

  private Post write(Kind kind, Viewer viewer, Person author, int type) {
    Map<String, Object> post = new HashMap<>();
    post.put("title", things.secrets.text(Thing.POST, kind, viewer));
    post.put("body", things.secrets.text(Thing.POST, kind, viewer));
    post.put("postType", type);
    post.put("pictureID", picture(author));
    if (kind == Kind.GROUP) {
      post.put("groupID", things.cast.group);
    }
    JsonNode made = author.call("POST", "/posts", post).expect(201).body();
    String id = made.path("id").asString();
    Map<String, Object> words =
        Map.of(
            "content",
            things.secrets.text(Thing.COMMENT, kind, viewer),
            "pictureID",
            picture(author));
    JsonNode comment =
        author
            .call("POST", "/posts/" + id + "/comments", words)
            .expect(201)
            .body()
            .at("/comments/0");
    if (kind == Kind.DELETED) {
      author.call("DELETE", "/posts/" + id, null).expect(204);
    }
    return new Post(
        id,
        comment.path("id").asString(),
        List.of(number(made.path("image")), number(comment.path("content").path("image"))));
  }

  /** The number of a new picture that is used for nothing yet. */
  static String picture(Person person) {
    return person.uploads("me.png", TestPictures.png(8, 8)).path("id").asString();
  }

  /** The number in the address of a picture. */
  static String number(JsonNode address) {
    return address.asString().replaceAll("\\D*v1\\D*(\\d+).*", "$1");
  }
}
