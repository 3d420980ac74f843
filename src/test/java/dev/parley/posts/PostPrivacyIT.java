package dev.parley.posts;

import static dev.parley.client.Database.change;
import static dev.parley.posts.Posting.comments;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.inOffice;
import static dev.parley.posts.Posting.picture;
import static dev.parley.posts.Posting.posts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Each kind of post, and how many of them everybody sees to whom its author can be something; and
 * what one sees no more when one is that no more. What may be done to which is in the tables of
 * {@code privacy}.
 */
class PostPrivacyIT extends ClientTest {

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
