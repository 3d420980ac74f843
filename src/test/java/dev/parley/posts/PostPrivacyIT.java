package dev.parley.posts;

import static dev.parley.posts.Posting.change;
import static dev.parley.posts.Posting.comments;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.inOffice;
import static dev.parley.posts.Posting.picture;
import static dev.parley.posts.Posting.posts;
import static dev.parley.posts.Posting.themes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation on a post by everybody to whom its author can be something, for each kind of
 * post. What one may not see answers exactly like what does not exist, and is in no list.
 */
class PostPrivacyIT extends ClientTest {

  private static final String MISSING = "99999999";

  /** What somebody is to the authors. */
  private enum Viewer {
    AUTHOR,
    STRANGER,
    REQUESTED,
    FOLLOWER,
    CLOSE_FRIEND,
    GROUP_MEMBER,
    FORMER_MEMBER,
    /** Was all of it before, and the author blocks them now. */
    BLOCKED,
    /** The same, but it is they who block the author. */
    BLOCKER,
    MODERATOR,
    ADMINISTRATOR
  }

  /** A kind of post, and who sees it. */
  private enum Kind {
    PUBLIC(false, 0, EnumSet.complementOf(EnumSet.of(Viewer.BLOCKED, Viewer.BLOCKER))),
    OF_PRIVATE_PROFILE(true, 0, EnumSet.of(Viewer.AUTHOR, Viewer.FOLLOWER, Viewer.CLOSE_FRIEND)),
    FOLLOWERS(false, 1, EnumSet.of(Viewer.AUTHOR, Viewer.FOLLOWER, Viewer.CLOSE_FRIEND)),
    CLOSE_FRIENDS(false, 2, EnumSet.of(Viewer.AUTHOR, Viewer.CLOSE_FRIEND)),
    OF_PRIVATE_PROFILE_FOR_CLOSE_FRIENDS(true, 2, EnumSet.of(Viewer.AUTHOR, Viewer.CLOSE_FRIEND)),
    /** Those whom the author blocks, or who block the author, were shown out before. */
    GROUP(false, 0, EnumSet.of(Viewer.AUTHOR, Viewer.GROUP_MEMBER)),
    DELETED(false, 0, EnumSet.noneOf(Viewer.class));

    final boolean privateProfile;
    final int postType;
    final Set<Viewer> seenBy;

    Kind(boolean privateProfile, int postType, Set<Viewer> seenBy) {
      this.privateProfile = privateProfile;
      this.postType = postType;
      this.seenBy = seenBy;
    }
  }

  /** A post that is there, with a comment of its author's; both with pictures. */
  private record Target(String post, String comment, String title, List<String> pictures) {}

  /** Whoever comes first to a new server is its administrator; it shall be none of the others. */
  private final Person first = parley.person("first");

  private final Map<Viewer, Person> people = new EnumMap<>(Viewer.class);
  private final Person open = parley.person("open");
  private final Person closed = parley.person("closed");
  private String group;

  {
    for (Viewer viewer : Viewer.values()) {
      people.put(viewer, parley.person(viewer.name().toLowerCase(java.util.Locale.ROOT)));
    }
    people.remove(Viewer.AUTHOR);
    inOffice(people.get(Viewer.MODERATOR), "moderator");
    inOffice(people.get(Viewer.ADMINISTRATOR), "administrator");
    group = open.groupWith(people.get(Viewer.GROUP_MEMBER), people.get(Viewer.FORMER_MEMBER));
    people.get(Viewer.FORMER_MEMBER).call("DELETE", member(Viewer.FORMER_MEMBER), null).expect(204);
    change("UPDATE accounts SET profile_type = 1 WHERE id = " + closed.id());
    for (Person author : List.of(open, closed)) {
      follows(Viewer.REQUESTED, author, "requested");
      for (Viewer viewer :
          List.of(Viewer.FOLLOWER, Viewer.CLOSE_FRIEND, Viewer.BLOCKED, Viewer.BLOCKER)) {
        follows(viewer, author, "following");
      }
      for (Viewer viewer : List.of(Viewer.CLOSE_FRIEND, Viewer.BLOCKED, Viewer.BLOCKER)) {
        String pair = "(" + author.id() + ", " + people.get(viewer).id() + ")";
        change("INSERT INTO close_friends (account_id, friend_id) VALUES " + pair);
      }
      // Behind the server's back, which would also end what they are to each other.
      blocks(author, people.get(Viewer.BLOCKED));
      blocks(people.get(Viewer.BLOCKER), author);
    }
  }

  private String member(Viewer viewer) {
    return "/conversations/" + group + "/members/" + people.get(viewer).id();
  }

  private void follows(Viewer viewer, Person author, String state) {
    change(
        "INSERT INTO follows (follower_id, followed_id, state) VALUES (%s, %s, '%s')"
            .formatted(people.get(viewer).id(), author.id(), state));
  }

  private static void blocks(Person one, Person other) {
    change(
        "INSERT INTO blocks (blocker_id, blocked_id) VALUES (%s, %s)"
            .formatted(one.id(), other.id()));
  }

  private Person author(Kind kind) {
    return kind.privateProfile ? closed : open;
  }

  private Person person(Viewer viewer, Kind kind) {
    return viewer == Viewer.AUTHOR ? author(kind) : people.get(viewer);
  }

  private Target make(Kind kind) {
    Person author = author(kind);
    String title = Parley.unique("secret " + kind);
    JsonNode post =
        kind == Kind.GROUP
            ? posts(author, title, "groupID", group, "pictureID", picture(author))
            : posts(author, title, "postType", kind.postType, "pictureID", picture(author));
    JsonNode full =
        author
            .call(
                "POST",
                "/posts/" + id(post) + "/comments",
                Map.of("content", title, "pictureID", picture(author)))
            .expect(201)
            .body();
    JsonNode comment = full.path("comments").get(0);
    if (kind == Kind.DELETED) {
      author.call("DELETE", "/posts/" + id(post), null).expect(204);
    }
    return new Target(
        id(post),
        id(comment),
        title,
        List.of(post.path("image").asString(), comment.path("content").path("image").asString()));
  }

  private static Map<String, Object> like(String type, String id) {
    return Map.of("messageType", type, "messageID", id, "reaction", true);
  }

  /** What one does to a post or a comment that one sees, by type. */
  private static Map<String, List<Object>> socket(String post, String comment) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    all.put("fullPostAndComments", List.of(post));
    all.put("newComment", List.of(Map.of("postID", post, "content", "let me in")));
    all.put("likePost", List.of(like("post", post), like("comment", comment)));
    all.put("editPost", List.of(Map.of("postID", post, "body", "taken over")));
    all.put("editComment", List.of(Map.of("commentID", comment, "content", "taken over")));
    all.put("deleteComment", List.of(comment));
    all.put("deletePost", List.of(post));
    return all;
  }

  private record Request(String method, String path, Object body) {
    Answer by(Person person) {
      return person.call(method, path, body);
    }
  }

  private static List<Request> rest(String post, String comment) {
    return List.of(
        new Request("GET", "/posts/" + post, null),
        new Request("GET", "/posts/" + post + "/comments", null),
        new Request("POST", "/posts/" + post + "/comments", Map.of("content", "let me in")),
        new Request("POST", "/reactions", like("post", post)),
        new Request("POST", "/reactions", like("comment", comment)),
        new Request("PATCH", "/posts/" + post, Map.of("body", "taken over")),
        new Request("PATCH", "/comments/" + comment, Map.of("content", "taken over")),
        new Request("DELETE", "/comments/" + comment, null),
        new Request("DELETE", "/posts/" + post, null));
  }

  @Test
  void whatOneMayNotSeeIsLikeWhatDoesNotExist() {
    for (Kind kind : Kind.values()) {
      Target target = make(kind);
      for (Viewer viewer : Viewer.values()) {
        if (!kind.seenBy.contains(viewer)) {
          assertHidden(person(viewer, kind), target, viewer + " and " + kind);
        }
      }
      if (kind != Kind.DELETED) {
        assertUntouched(author(kind), target);
      }
    }
  }

  private void assertHidden(Person person, Target target, String what) {
    Map<String, List<Object>> missing = socket(MISSING, MISSING);
    try (Wire wire = person.connects()) {
      socket(target.post(), target.comment())
          .forEach(
              (type, payloads) -> {
                for (int i = 0; i < payloads.size(); i++) {
                  assertEquals(
                      wire.isRefused(type, missing.get(type).get(i), "notFound").toString(),
                      wire.isRefused(type, payloads.get(i), "notFound").toString(),
                      type + ": " + what);
                }
              });
      assertFalse(lists(wire, person).contains(target.title()), what);
    }
    List<Request> nothing = rest(MISSING, MISSING);
    List<Request> requests = rest(target.post(), target.comment());
    for (int i = 0; i < requests.size(); i++) {
      Answer hidden = requests.get(i).by(person).refused(404, "notFound");
      assertEquals(nothing.get(i).by(person).text(), hidden.text(), requests.get(i) + ": " + what);
    }
    for (String picture : target.pictures()) {
      assertEquals(404, person.fetch(picture).statusCode(), what);
      assertEquals(404, person.fetch(picture.replace("/preview", "")).statusCode(), what);
    }
  }

  /** All that somebody gets in lists, searched and not. */
  private String lists(Wire wire, Person person) {
    StringBuilder all = new StringBuilder();
    all.append(wire.asks("postsPortion", 0));
    all.append(wire.asks("searchPosts", Map.of("text", "secrets", "limit", 50)));
    all.append(wire.asks("searchEverything", Map.of("text", "secret")));
    for (Person author : List.of(open, closed)) {
      all.append(wire.asks("userPostsPortion", Map.of("userID", author.id(), "offset", 0)));
      all.append(person.get("/posts?user=" + author.id()).expect(200).text());
    }
    all.append(wire.reply(wire.sends("postsPortionInGroup", Map.of("groupID", group))));
    all.append(person.get("/posts?limit=50").expect(200).text());
    all.append(person.get("/search/posts?limit=50&text=secrets").expect(200).text());
    all.append(person.get("/posts?group=" + group).text());
    return all.toString();
  }

  private static void assertUntouched(Person author, Target target) {
    JsonNode post = author.get("/posts/" + target.post()).expect(200).body();
    assertEquals(target.title(), post.path("theme").asString());
    assertEquals("[0,0]", post.path("content").path("likes").toString());
    assertEquals(1, post.path("comments").size());
    assertEquals("[0,0]", post.at("/comments/0/content/likes").toString());
  }

  @Test
  void whoSeesAPostReadsCommentsAndVotesAndChangesOnlyWhatIsTheirs() {
    for (Kind kind : Kind.values()) {
      for (Viewer viewer : kind.seenBy) {
        assertShown(person(viewer, kind), make(kind), viewer, viewer + " and " + kind);
      }
    }
  }

  private void assertShown(Person person, Target target, Viewer viewer, String what) {
    boolean author = viewer == Viewer.AUTHOR;
    boolean office = viewer == Viewer.MODERATOR || viewer == Viewer.ADMINISTRATOR;
    List<String> allowed =
        new ArrayList<>(List.of("fullPostAndComments", "newComment", "likePost"));
    if (author) {
      allowed.addAll(List.of("editPost", "editComment"));
    }
    if (author || office) {
      allowed.addAll(List.of("deleteComment", "deletePost"));
    }
    try (Wire wire = person.connects()) {
      assertEquals(200, person.fetch(target.pictures().get(0)).statusCode(), what);
      assertEquals(200, person.fetch(target.pictures().get(1)).statusCode(), what);
      assertEquals(
          List.of(target.title()),
          themes(wire.asks("searchPosts", Map.of("text", target.title())).path("posts")),
          what);
      socket(target.post(), target.comment())
          .forEach(
              (type, payloads) -> {
                for (Object payload : payloads) {
                  JsonNode reply = wire.reply(wire.sends(type, payload));
                  assertEquals(
                      allowed.contains(type) ? "success" : "forbidden",
                      reply.path("code").asString(reply.path("result").asString()),
                      type + ": " + what + " " + reply);
                }
              });
    }
  }

  @Test
  void aProfileCountsThePostsThatTheViewerSees() {
    for (Kind kind : Kind.values()) {
      make(kind);
    }
    for (Person author : List.of(open, closed)) {
      for (Viewer viewer : Viewer.values()) {
        long seen =
            EnumSet.allOf(Kind.class).stream()
                .filter(kind -> author(kind) == author && kind.seenBy.contains(viewer))
                .count();
        Person who = viewer == Viewer.AUTHOR ? author : people.get(viewer);
        JsonNode profile = who.get("/people/" + author.id() + "/profile").expect(200).body();
        assertEquals(seen, profile.path("posts").asInt(-1), viewer + " of " + author.name());
      }
    }
  }

  @Test
  void nobodyGetsNothing() {
    Target target = make(Kind.PUBLIC);
    for (Request request : rest(target.post(), target.comment())) {
      Answer answer = parley.call(request.method(), "/api/v1" + request.path(), request.body());
      assertEquals(401, answer.status(), request.toString());
    }
    assertEquals(401, parley.call("GET", "/api/v1/posts", null).status());
    target.pictures().forEach(at -> assertEquals(401, parley.fetch(at).statusCode()));
    assertUntouched(open, target);
  }

  @Test
  void whoFollowsNoMoreAndWhoIsBlockedSeesAtOnceNothing() {
    Target target = make(Kind.FOLLOWERS);
    Person follower = people.get(Viewer.FOLLOWER);
    Person close = people.get(Viewer.CLOSE_FRIEND);
    comments(follower, target.post(), "hello");
    open.call("PUT", "/people/" + close.id() + "/block", null).expect(204);
    assertEquals(404, close.get("/posts/" + target.post()).status());
    change("DELETE FROM follows WHERE follower_id = " + follower.id());
    assertEquals(404, follower.get("/posts/" + target.post()).status());
    assertEquals(404, follower.fetch(target.pictures().get(0)).statusCode());
  }

  @Test
  void inAGroupABlockChangesNothing() {
    Target target = make(Kind.GROUP);
    Person member = people.get(Viewer.GROUP_MEMBER);
    open.call("PUT", "/people/" + member.id() + "/block", null).expect(204);
    member.get("/posts/" + target.post()).expect(200);
    open.call("DELETE", member(Viewer.GROUP_MEMBER), null).expect(204);
    member.get("/posts/" + target.post()).refused(404, "notFound");
  }

  @Test
  void aFormerMemberSeesNotEvenTheirOwnPostsInTheGroup() {
    Person member = people.get(Viewer.GROUP_MEMBER);
    String post = id(posts(member, "mine", "groupID", group));
    comments(open, post, "secret");
    member.call("DELETE", member(Viewer.GROUP_MEMBER), null).expect(204);
    member.get("/posts/" + post).refused(404, "notFound");
    open.get("/posts/" + post).expect(200);
  }
}
