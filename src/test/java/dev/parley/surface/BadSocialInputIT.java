package dev.parley.surface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.images.TestPictures;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What people send to a social network that makes no sense, or is not theirs to send: it is refused
 * with the right code and field, nothing is another than before, and the socket stays open.
 */
class BadSocialInputIT extends ClientTest {

  private static final String MISSING = "99999999";
  private static final List<String> ANSWERS =
      List.of(
          "acceptFollowRequest",
          "declineFollowRequest",
          "acceptRequestToJoinGroup",
          "declineRequestToJoinGroup",
          "acceptInvitationToGroup",
          "declineInvitationToGroup");

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person eve = parley.person("eve");
  private final Wire anns = ann.connects();
  private final Wire bens = ben.connects();
  private final Wire eves = eve.connects();

  @AfterEach
  void everySocketIsStillOpen() {
    for (Wire wire : List.of(anns, bens, eves)) {
      wire.asks("getChatList", Map.of());
      wire.close();
    }
  }

  private static void refused(Wire wire, String type, Object payload, String code, String field) {
    JsonNode refusal = wire.isRefused(type, payload, code);
    assertEquals(field, refusal.path("field").asString(""), type + " " + payload);
  }

  private static String writes(Person person, Object... members) {
    Map<String, Object> post = new HashMap<>(Map.of("title", "t", "body", "b"));
    for (int i = 0; i < members.length; i += 2) {
      post.put((String) members[i], members[i + 1]);
    }
    return person.call("POST", "/posts", post).expect(201).body().path("id").asString();
  }

  @Test
  void negativeAndHugeOffsets() {
    String group = ann.foundsGroupWith();
    writes(ann);
    writes(ann, "groupID", group);
    anns.asks("openChat", ben.id());
    List<String> types =
        List.of("postsPortion", "userPostsPortion", "postsPortionInGroup", "chatPortion");
    for (String type : types) {
      for (Object offset : List.of(-1, Long.MIN_VALUE, "-10")) {
        refused(anns, type, portion(group, offset), "invalid", "offset");
      }
      for (Object offset : List.of("1e99", "ten", 1.5, Map.of())) {
        refused(anns, type, portion(group, offset), "invalid", "offset");
      }
      JsonNode far = anns.asks(type, portion(group, Long.MAX_VALUE));
      assertTrue((type.equals("chatPortion") ? far.path("messages") : far).isEmpty(), type);
    }
  }

  private Map<String, Object> portion(String group, Object offset) {
    return Map.of("userID", ann.id(), "groupID", group, "offset", offset);
  }

  @Test
  void idsOfOthersNotifications() {
    anns.asks("setProfileType", 1);
    bens.asks("followUser", ann.id());
    String id = anns.asks("getUserNotifications", Map.of()).get(0).path("id").asString();
    for (String type : ANSWERS) {
      String nothing = eves.isRefused(type, MISSING, "notFound").toString();
      assertEquals(nothing, eves.isRefused(type, id, "notFound").toString(), type);
      assertEquals(nothing, bens.isRefused(type, id, "notFound").toString(), type);
    }
    eve.call("PUT", "/notifications/" + id + "/answer", Map.of("accept", true))
        .refused(404, "notFound");
    eves.asks("markNotificationsRead", Map.of("ids", List.of(id)));
    assertEquals(1, anns.asks("getUserNotifications", Map.of()).size(), "still unread");
    assertEquals("requested", bens.asks("getFollowStatus", ann.id()).asString());
  }

  @Test
  void acceptingRequestsThatAreNotOnesOwn() {
    anns.asks("setProfileType", 1);
    bens.asks("followUser", ann.id());
    for (Person other : List.of(ben, eve)) {
      other.call("PUT", "/followers/" + ben.id(), null);
      other.call("PUT", "/followers/" + ann.id(), null);
    }
    assertEquals("requested", bens.asks("getFollowStatus", ann.id()).asString());
    assertEquals(1, ann.get("/followers/requests").body().size());

    String group = ann.foundsGroupWith(eve);
    bens.asks("requestToJoinToGroup", group);
    for (Wire wire : List.of(bens, eves)) {
      wire.isRefused("answerJoinRequest", answer(group), "forbidden");
    }
    eves.isRefused("answerInvitation", Map.of("groupID", group, "accept", true), "notFound");
    bens.isRefused("answerInvitation", Map.of("groupID", group, "accept", true), "notFound");
    assertEquals(0, bens.asks("verifyGroupView", group).asInt(-2));
    anns.asks("answerJoinRequest", answer(group));
    anns.isRefused("answerJoinRequest", answer(group), "notFound");
  }

  private Map<String, Object> answer(String group) {
    return Map.of("groupID", group, "userID", ben.id(), "accept", true);
  }

  @Test
  void likesOnWhatOneCantSee() {
    String post = writes(ann, "postType", 2);
    String comment =
        ann.call("POST", "/posts/" + post + "/comments", Map.of("content", "c"))
            .expect(201)
            .body()
            .at("/comments/0/id")
            .asString();
    for (boolean liked : new boolean[] {true, false}) {
      bens.isRefused("likePost", like("post", post, liked), "notFound");
      bens.isRefused("likePost", like("comment", comment, liked), "notFound");
      // The number of a post is none of a comment, and the other way round.
      anns.isRefused("likePost", like("post", MISSING, liked), "notFound");
    }
    refused(anns, "likePost", like("person", post, true), "invalid", "messageType");
    JsonNode full = anns.asks("fullPostAndComments", post);
    assertEquals("[0,0]", full.at("/content/likes").toString());
    assertEquals("[0,0]", full.at("/comments/0/content/likes").toString());
  }

  private static Map<String, Object> like(String type, String id, boolean liked) {
    return Map.of("messageType", type, "messageID", id, "reaction", liked);
  }

  @Test
  void picturesThatArentPictures() {
    String post = writes(ann);
    String group = ann.foundsGroupWith();
    String text = upload(ann, "me.png", "no picture at all".getBytes(UTF_8));
    String foreign = upload(ben, "me.png", TestPictures.png(8, 8));
    Map<String, String> wrong =
        Map.of(text, "invalid", "x", "invalid", foreign, "notFound", MISSING, "notFound");
    wrong.forEach(
        (id, code) -> {
          anns.isRefused("newPost", Map.of("title", "t", "body", "b", "pictureID", id), code);
          anns.isRefused("editPost", Map.of("postID", post, "pictureID", id), code);
          anns.isRefused(
              "newComment", Map.of("postID", post, "content", "c", "pictureID", id), code);
          anns.isRefused("updateProfile", Map.of("pictureID", id), code);
          anns.isRefused("updateGroup", Map.of("groupID", group, "pictureID", id), code);
        });
    byte[] picture = TestPictures.png(64, 64);
    ann.upload("half.png", Arrays.copyOf(picture, picture.length / 2)).refused(400, "invalid");
    JsonNode full = anns.asks("fullPostAndComments", post);
    assertTrue(full.path("image").isNull() && full.path("comments").isEmpty(), full.toString());
    assertEquals(1, anns.asks("userPostsPortion", Map.of("userID", ann.id())).size());
    assertTrue(anns.asks("getUserProfile", ann.id()).path("picture").isNull());
    assertTrue(anns.asks("getGroupProfile", group).path("picture").isNull());
  }

  private static String upload(Person person, String name, byte[] bytes) {
    return person.uploads(name, bytes).path("id").asString();
  }

  @Test
  void eventsInThePast() {
    String group = ann.foundsGroupWith();
    String event = ann.plans(group, "walk");
    String before = anns.asks("getGroupEvent", event).toString();
    for (String date :
        List.of(Instant.now().minusSeconds(1).toString(), "1999-12-31T23:59:59Z", "", "soon")) {
      Map<String, Object> wanted = Map.of("groupID", group, "title", "late", "dateEvent", date);
      refused(anns, "CreateGroupEvent", wanted, "invalid", "dateEvent");
      refused(
          anns, "updateEvent", Map.of("eventID", event, "dateEvent", date), "invalid", "dateEvent");
    }
    refused(
        anns,
        "CreateGroupEvent",
        Map.of("groupID", group, "title", "never"),
        "invalid",
        "dateEvent");
    assertEquals(1, anns.asks("getGroupEventsList", group).size());
    assertEquals(before, anns.asks("getGroupEvent", event).toString());
  }

  @Test
  void emptyTitles() {
    String group = ann.foundsGroupWith();
    String post = writes(ann);
    String event = ann.plans(group, "walk");
    String date = Instant.now().plusSeconds(9_000).toString();
    for (String title : List.of("", "  ", "\n\t")) {
      Map<String, Map<String, Object>> attempts =
          Map.of(
              "newPost", Map.of("title", title, "body", "b"),
              "editPost", Map.of("postID", post, "title", title),
              "createGroup", Map.of("title", title, "description", ""),
              "updateGroup", Map.of("groupID", group, "title", title),
              "CreateGroupEvent", Map.of("groupID", group, "title", title, "dateEvent", date),
              "updateEvent", Map.of("eventID", event, "title", title));
      attempts.forEach(
          (type, payload) -> {
            JsonNode refusal = anns.isRefused(type, payload, "invalid");
            assertEquals("Title is missing", refusal.path("data").asString(), type);
            assertEquals("title", refusal.path("field").asString(), type);
          });
    }
    assertEquals("t", anns.asks("fullPostAndComments", post).path("theme").asString());
    assertEquals(1, anns.asks("getGroupEventsList", group).size());
  }

  @Test
  void doubleFollow() {
    for (int i = 0; i < 2; i++) {
      assertEquals("following", bens.asks("followUser", ann.id()).asString());
    }
    assertEquals(1, anns.asks("userFollowers", ann.id()).size());
    anns.asks("setProfileType", 1);
    for (int i = 0; i < 3; i++) {
      assertEquals("requested", eves.asks("followUser", ann.id()).asString());
    }
    assertEquals(1, anns.asks("followRequests", Map.of()).size());
    assertEquals(1, anns.asks("getUserNotifications", Map.of()).size());
    bens.asks("unFollowUser", ann.id());
    bens.isRefused("unFollowUser", ann.id(), "conflict");
  }

  @Test
  void followOfOneself() {
    refused(anns, "followUser", ann.id(), "invalid", "userID");
    ann.call("PUT", "/follows/" + ann.id(), null).refused(400, "invalid");
    assertEquals(0, anns.asks("userFollowers", ann.id()).size());
    anns.isRefused("followUser", MISSING, "notFound");
    refused(anns, "followUser", "me", "invalid", "userID");
  }

  @Test
  void theLastModeratorLeaving() {
    String group = ann.foundsGroupWith(ben);
    anns.isRefused("leaveGroup", group, "conflict");
    ann.call("DELETE", "/groups/" + group + "/membership", null).refused(409, "conflict");
    assertEquals(2, bens.asks("groupMembers", group).size());
    anns.asks("setRole", Map.of("chatID", group, "userID", ben.id(), "role", "admin"));
    anns.asks("leaveGroup", group);
    assertEquals(1, bens.asks("groupMembers", group).size());
  }
}
