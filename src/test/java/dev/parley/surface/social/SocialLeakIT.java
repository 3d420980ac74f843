package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.images.TestPictures;
import dev.parley.surface.RootPaths;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every address of this system and every type that its client knows, tried by those who may not:
 * nobody, a stranger and a former member of the group. A new one without a row fails the build.
 */
class SocialLeakIT extends ClientTest {

  private static final String SECRET = "the-cake-is-a-secret";
  private static final String MISSING = "99999999";

  /** What something is to somebody whom it does not concern. */
  private enum Rule {
    /** Answers as if it did not exist. */
    HIDDEN,
    /** Is refused, in one text for all that is there. */
    REFUSED,
    /** Answers, and nothing of what is not for them. */
    OWN,
    /** Anybody may ask, session or not. */
    PUBLIC
  }

  private static final Map<String, Rule> HTTP = new LinkedHashMap<>();

  /**
   * With what is sent: {p} a secret post, {c} a comment, {g} a group, {e} an event, {n} a notice.
   */
  private static final Map<String, Rule> SOCKET = new LinkedHashMap<>();

  static {
    HTTP.put("POST /registerUser", Rule.PUBLIC);
    HTTP.put("POST /loginUser", Rule.PUBLIC);
    HTTP.put("GET /checkAuth", Rule.OWN);
    HTTP.put("POST /logout", Rule.OWN);
    HTTP.put("POST /submitPostImg", Rule.HIDDEN);
    HTTP.put("POST /submitCommentImg", Rule.HIDDEN);
    HTTP.put("GET /img/*", Rule.HIDDEN);

    SOCKET.put("postsPortion 0", Rule.OWN);
    SOCKET.put("userPostsPortion {'userID':'{u}','offset':0}", Rule.OWN);
    SOCKET.put("postsPortionInGroup {'groupID':'{g}','offset':0}", Rule.HIDDEN);
    SOCKET.put("fullPostAndComments '{p}'", Rule.HIDDEN);
    SOCKET.put("fullPostAndComments '{q}'", Rule.HIDDEN);
    SOCKET.put("newPost {'title':'x','body':'x','groupID':'{g}'}", Rule.HIDDEN);
    SOCKET.put("newComment {'postID':'{p}','content':'x'}", Rule.HIDDEN);
    SOCKET.put("likePost {'messageType':'post','messageID':'{p}','reaction':true}", Rule.HIDDEN);
    SOCKET.put("likePost {'messageType':'comment','messageID':'{c}','reaction':true}", Rule.HIDDEN);
    SOCKET.put("deletePost '{p}'", Rule.HIDDEN);
    SOCKET.put("deletePost '{q}'", Rule.HIDDEN);
    SOCKET.put("onlineUsers null", Rule.OWN);
    SOCKET.put("getChatList null", Rule.OWN);
    SOCKET.put("getUserNotifications '{u}'", Rule.OWN);
    SOCKET.put("userGroups '{u}'", Rule.OWN);
    SOCKET.put("userFollowers '{u}'", Rule.OWN);
    SOCKET.put("userFollowing '{u}'", Rule.OWN);
    SOCKET.put("getUserProfile '{u}'", Rule.OWN);
    SOCKET.put("searchNotCloseFriends 'ann'", Rule.OWN);
    SOCKET.put("searchGroupsUsers 'the-cake'", Rule.OWN);
    SOCKET.put("acceptFollowRequest {'id':'{n}','userID':'{u}'}", Rule.HIDDEN);
    SOCKET.put("declineFollowRequest {'id':'{n}','userID':'{u}'}", Rule.HIDDEN);
    SOCKET.put("acceptRequestToJoinGroup '{n}'", Rule.HIDDEN);
    SOCKET.put("declineRequestToJoinGroup '{n}'", Rule.HIDDEN);
    SOCKET.put("acceptInvitationToGroup '{n}'", Rule.HIDDEN);
    SOCKET.put("declineInvitationToGroup '{n}'", Rule.HIDDEN);
    SOCKET.put("getGroupProfile '{g}'", Rule.OWN);
    SOCKET.put("verifyGroupView '{g}'", Rule.OWN);
    SOCKET.put("groupMembers '{g}'", Rule.REFUSED);
    SOCKET.put("addUserToGroup {'groupID':'{g}','userID':'{s}'}", Rule.REFUSED);
    SOCKET.put("inviteToGroup {'groupID':'{g}','user':'{s}'}", Rule.REFUSED);
    SOCKET.put("searchUsersNotInGroup {'groupID':'{g}','user':'a'}", Rule.REFUSED);
    SOCKET.put("leaveGroup '{g}'", Rule.REFUSED);
    SOCKET.put("getGroupEventsList '{g}'", Rule.REFUSED);
    SOCKET.put("CreateGroupEvent {'title':'x','groupID':'{g}','dateEvent':'{t}'}", Rule.REFUSED);
    SOCKET.put("createGroupEvent {'title':'x','groupID':'{g}','dateEvent':'{t}'}", Rule.REFUSED);
    SOCKET.put("getGroupEvent '{e}'", Rule.HIDDEN);
    SOCKET.put("setUserOptionForEvent {'eventID':'{e}','option':1}", Rule.HIDDEN);
    SOCKET.put("changeUserOptionForEvent {'eventID':'{e}','option':1}", Rule.HIDDEN);
  }

  private final Member ann = Member.named(parley, "ann");
  private final Member former = Member.named(parley, "former");
  private final Member stranger = Member.named(parley, "stranger");
  private final Map<String, String> things = new LinkedHashMap<>();

  @Test
  void everyAddressHasARow() {
    Set<String> addresses =
        RootPaths.table().entrySet().stream()
            .filter(row -> row.getKey().startsWith("social/"))
            .flatMap(row -> row.getValue().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> rows =
        HTTP.keySet().stream()
            .map(row -> row.substring(row.indexOf(' ') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(rows, addresses);
  }

  @Test
  void nobodyGetsNothing() {
    prepare();
    HTTP.forEach(
        (operation, rule) -> {
          if (rule != Rule.PUBLIC) {
            Answer answer = attempt(Member.nobody(parley), operation, false);
            assertEquals(401, answer.status(), operation);
            assertFalse(answer.text().contains(SECRET), operation);
          }
        });
    assertEquals(401, Member.nobody(parley).isRefused("/websocket"));
    assertEquals(
        401,
        Wire.refusedHandshakeAt(
            parley,
            "/websocket?userLoggedIn=" + ann.session(),
            "Origin",
            parley.root().toString()));
    assertUnharmed();
  }

  @Test
  void outsidersAreToldThatThereIsNothing() {
    prepare();
    for (Member outsider : List.of(stranger, former)) {
      HTTP.forEach(
          (operation, rule) -> {
            if (rule == Rule.HIDDEN) {
              Answer hidden = attempt(outsider, operation, false);
              Answer missing = attempt(outsider, operation, true);
              assertEquals(404, hidden.status(), operation + hidden.text());
              assertEquals(missing.text(), hidden.text(), operation);
            }
          });
      List<Map.Entry<String, Rule>> rows = List.copyOf(SOCKET.entrySet());
      // A page may not ask so much at once.
      for (int from = 0; from < rows.size(); from += 20) {
        try (Wire wire = outsider.page()) {
          rows.subList(from, Math.min(rows.size(), from + 20))
              .forEach(row -> check(wire, row.getKey(), row.getValue()));
          assertTrue(wire.isOpen());
        }
      }
    }
    assertUnharmed();
  }

  private void check(Wire wire, String row, Rule rule) {
    JsonNode answer = ask(wire, row, things);
    assertFalse(answer.toString().contains(SECRET), row + answer);
    assertFalse(answer.toString().contains("@example.org"), row + answer);
    String result = answer.path("result").asString();
    if (rule == Rule.OWN) {
      assertEquals("success", result, row + answer);
    } else {
      assertEquals("error", result, row + answer);
    }
    if (rule == Rule.HIDDEN) {
      Map<String, String> none = new LinkedHashMap<>(things);
      none.replaceAll((name, id) -> name.matches("\\{[sut]}") ? id : MISSING);
      assertEquals(ask(wire, row, none), answer, row);
    }
  }

  private static JsonNode ask(Wire wire, String row, Map<String, String> things) {
    String type = row.substring(0, row.indexOf(' '));
    String payload = row.substring(row.indexOf(' ') + 1).replace('\'', '"');
    for (Map.Entry<String, String> thing : things.entrySet()) {
      payload = payload.replace(thing.getKey(), thing.getValue());
    }
    wire.raw("{\"type\":\"" + type + "\",\"payload\":" + payload + "}\n");
    return wire.hears(type).path("payload");
  }

  private Answer attempt(Member who, String operation, boolean missing) {
    String method = operation.substring(0, operation.indexOf(' '));
    String path =
        operation
            .substring(operation.indexOf(' ') + 1)
            .replace("*", "post/" + (missing ? MISSING : things.get("{p}")) + ".png");
    if (method.equals("GET")) {
      return who.call(method, path, null);
    }
    return who.call(
        method,
        path,
        SocialIT.fields(
            "postID", missing ? MISSING : things.get("{p}"),
            "commentID", missing ? MISSING : things.get("{c}"),
            "image", "data:image/png;base64,AAAA"));
  }

  /** What only ann may see, and what only the members of her group. */
  private void prepare() {
    try (Wire wire = ann.page();
        Wire formers = former.page()) {
      things.put("{t}", SocialIT.soon());
      things.put("{u}", ann.id());
      things.put("{s}", stranger.id());
      ask(wire, "setProfileType 1", Map.of());
      things.put("{p}", id(wire, "newPost {'title':'" + SECRET + "','body':'x','postType':2}"));
      String picture = Base64.getEncoder().encodeToString(TestPictures.png(8, 8));
      ann.call(
              "POST",
              "/submitPostImg",
              SocialIT.fields(
                  "postID", things.get("{p}"), "image", "data:image/png;base64," + picture))
          .expect(200);
      things.put(
          "{c}",
          ask(wire, "newComment {'postID':'{p}','content':'" + SECRET + "'}", things)
              .path("data")
              .path("comments")
              .get(0)
              .path("id")
              .asString());
      things.put("{g}", id(wire, "createGroup {'title':'open club','description':'x'}"));
      ask(formers, "requestToJoinToGroup '{g}'", things);
      things.put("{n}", notice(wire));
      ask(wire, "acceptRequestToJoinGroup '{n}'", things);
      ask(formers, "leaveGroup '{g}'", things);
      things.put("{q}", id(wire, "newPost {'title':'" + SECRET + "','body':'x','groupID':'{g}'}"));
      things.put(
          "{e}",
          id(
              wire,
              "CreateGroupEvent {'title':'"
                  + SECRET
                  + "','description':'x','groupID':'{g}','dateEvent':'{t}'}"));
      // A request that waits for ann, and is nobody else's business.
      try (Wire others = Member.named(parley, "other").page()) {
        ask(others, "followUser '{u}'", things);
      }
      things.put("{n}", notice(wire));
    }
  }

  private String id(Wire wire, String row) {
    return ask(wire, row, things).path("data").path("id").asString();
  }

  private static String notice(Wire wire) {
    return wire.hears("newNotification").path("payload").path("data").path("id").asString();
  }

  /** Nothing of what was tried has had an effect. */
  private void assertUnharmed() {
    try (Wire wire = ann.page()) {
      JsonNode post = ask(wire, "fullPostAndComments '{p}'", things).path("data");
      assertEquals(1, post.path("commentsQuantity").asInt());
      ann.call("GET", "/" + post.path("image").asString(), null).expect(200);
      assertEquals("[0,0]", post.path("content").path("likes").toString());
      assertEquals(
          1,
          ask(wire, "postsPortionInGroup {'groupID':'{g}','offset':0}", things)
              .path("data")
              .size());
      assertEquals(1, ask(wire, "groupMembers '{g}'", things).path("data").size());
      assertEquals(1, ask(wire, "getGroupEventsList '{g}'", things).path("data").size());
      assertEquals(
          "null",
          ask(wire, "getGroupEvent '{e}'", things).path("data").path("userOptions").toString());
      assertTrue(
          ask(wire, "getUserNotifications null", things)
              .toString()
              .contains("\"id\":" + things.get("{n}") + ","));
    }
  }
}
