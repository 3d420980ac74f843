package dev.parley.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann writes, for everybody and in a group with ben, and ben has something to say to it. */
class PostNotificationsIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  @Test
  void aPostInAGroupIsToldToEveryOtherMemberWhoWantsToHear() {
    Person cat = parley.person("cat");
    String group = ann.foundsGroupWith(ben, cat);
    off(cat, "groupPost");
    try (Wire bens = ben.connects();
        Wire anns = ann.connects()) {
      JsonNode post = anns.asks("newPost", Map.of("title", "t", "body", "b", "groupID", group));
      JsonNode told = bens.receives("newNotification", n -> is(n, "group post"));
      assertEquals(group, told.path("groupId").asString());
      assertEquals(post.path("id").asString(), told.path("postId").asString());
      assertEquals(ann.id(), told.path("fromUserId").asString());
      assertEquals(List.of(), types(cat, "group post"));
      assertEquals(List.of(), types(ann, "group post"));
      anns.asks("deletePost", post.path("id"));
      assertEquals(List.of(), types(ben, "group post"));
    }
  }

  @Test
  void aCommentIsToldToTheAuthorUnlessSwitchedOff() {
    try (Wire bens = ben.connects();
        Wire anns = ann.connects()) {
      String post = post(anns);
      bens.asks("newComment", Map.of("postID", post, "content", "nice"));
      JsonNode told = anns.receives("newNotification");
      assertEquals("comment", told.path("type").asString());
      assertEquals(post, told.path("postId").asString());
      assertTrue(told.path("body").asString().contains(ben.name()));
      anns.asks("newComment", Map.of("postID", post, "content", "thanks"));
      off(ann, "comment");
      bens.asks("newComment", Map.of("postID", post, "content", "really"));
      assertEquals(1, types(ann, "comment").size());
    }
  }

  @Test
  void aReactionIsToldOnceAndTakenBackWithIt() {
    try (Wire bens = ben.connects();
        Wire anns = ann.connects()) {
      String post = post(anns);
      react(bens, post, true);
      assertEquals("reaction", anns.receives("newNotification").path("type").asString());
      react(bens, post, false);
      assertEquals(1, types(ann, "reaction").size());
      react(bens, post, false);
      assertEquals(List.of(), types(ann, "reaction"));
      off(ann, "reaction");
      react(bens, post, true);
      assertEquals(List.of(), types(ann, "reaction"));
    }
  }

  @Test
  void whoSeesAPostNoMoreIsNotToldWhatIsSaidOfItNorWasToldBefore() {
    Person cat = parley.person("cat");
    String group = ann.foundsGroupWith(ben, cat);
    try (Wire bens = ben.connects();
        Wire cats = cat.connects()) {
      JsonNode made = bens.asks("newPost", Map.of("title", "t", "body", "b", "groupID", group));
      String post = made.path("id").asString();
      cats.asks("newComment", Map.of("postID", post, "content", "before"));
      assertEquals(1, types(ben, "comment").size());
      ben.call("DELETE", "/groups/" + group + "/membership", null).expect(204);
      assertEquals(List.of(), types(ben, "comment"));
      bens.settles();
      int told = bens.pushes("newNotification").size();
      int active = bens.pushes("postActivity").size();
      cats.asks("newComment", Map.of("postID", post, "content", "after"));
      react(cats, post, true);
      assertEquals(List.of(), types(ben, "comment"));
      assertEquals(List.of(), types(ben, "reaction"));
      cats.asks("newPost", Map.of("title", "t", "body", "b", "groupID", group));
      // What ben is told of next comes after all that.
      ann.invites(group, ben);
      bens.receives("newNotification", n -> is(n, "invite to group"));
      assertEquals(told + 1, bens.pushes("newNotification").size());
      assertEquals(active, bens.pushes("postActivity").size());
    }
  }

  private static void react(Wire wire, String post, boolean like) {
    wire.asks("likePost", Map.of("messageType", "post", "messageID", post, "reaction", like));
  }

  private static String post(Wire wire) {
    return wire.asks("newPost", Map.of("title", "t", "body", "b")).path("id").asString();
  }

  private static void off(Person who, String kind) {
    who.call("PATCH", "/notifications/settings", Map.of(kind, false)).expect(200);
  }

  private static boolean is(JsonNode notification, String type) {
    return notification.path("type").asString().equals(type);
  }

  private static List<String> types(Person who, String type) {
    try (Wire wire = who.connects()) {
      return wire.asks("getUserNotifications", Map.of())
          .valueStream()
          .map(n -> n.path("type").asString())
          .filter(type::equals)
          .toList();
    }
  }
}
