package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whole dialogues of the first browser client, each held by a golden file. */
class SocialIT extends ClientTest {

  private static final String MISSING = "99999999";

  private final Golden golden = new Golden();
  private final Member nobody = Member.nobody(parley);
  private final Member ann = Member.named(parley, "ann");
  private final Member ben = Member.named(parley, "ben");

  @Test
  void registeringAndLoggingIn() {
    String kim = Parley.unique("kim");
    Map<String, Object> who = Member.newcomer(kim, "kim");
    golden.ask(nobody, "POST", "/registerUser", who);
    golden.ask(nobody, "POST", "/registerUser", who);
    Map<String, Object> named = Member.newcomer(kim, "kim");
    named.put("email", "other-" + kim + "@example.org");
    golden.ask(nobody, "POST", "/registerUser", named);
    String lee = Parley.unique("lee");
    Map<String, Object> unnamed = Member.newcomer(lee, lee);
    unnamed.put("userName", "");
    golden.ask(nobody, "POST", "/registerUser", unnamed);
    for (String missing : List.of("password", "userName", "email", "dateOfBirth")) {
      Map<String, Object> incomplete = Member.newcomer(Parley.unique("mo"), "mo mo");
      incomplete.put(missing, "");
      golden.ask(nobody, "POST", "/registerUser", incomplete);
    }
    Map<String, Object> unborn = Member.newcomer(Parley.unique("mo"), "mo");
    unborn.put("dateOfBirth", "yesterday");
    golden.ask(nobody, "POST", "/registerUser", unborn);
    golden.ask(nobody, "POST", "/registerUser", "{\"userName\": ");
    golden.ask(nobody, "POST", "/registerUser", "[]");
    golden.ask(nobody, "POST", "/registerUser", "");
    golden.ask(nobody, "GET", "/registerUser", null);
    golden.ask(nobody, "POST", "/loginUser", Map.of("username", kim, "password", Member.PASSWORD));
    golden.ask(
        nobody,
        "POST",
        "/loginUser",
        Map.of("username", kim + "@example.org", "password", Member.PASSWORD));
    golden.ask(nobody, "POST", "/loginUser", Map.of("username", lee, "password", "wrong horse"));
    golden.ask(nobody, "POST", "/loginUser", Map.of("username", "nobody-x", "password", "wrong"));
    golden.ask(nobody, "POST", "/loginUser", Map.of("username", kim));
    golden.ask(nobody, "POST", "/loginUser", "username=kim");
    golden.ask(nobody, "GET", "/checkAuth", null);
    golden.ask(ann, "GET", "/checkAuth", null);
    golden.ask(ann, "POST", "/checkAuth", null);
    golden.ask(nobody, "POST", "/logout", null);
    golden.ask(ann, "POST", "/logout", null);
    golden.ask(ann, "POST", "/logout", null);
    golden.check("entrance");
  }

  @Test
  void comingOnlineFollowingAndAsking() {
    try (Wire anns = ann.opens("/websocket")) {
      golden.hears(ann, anns, "onlineUsers");
      golden.hears(ann, anns, "currentSession");
      golden.asks(ann, anns, "setProfileType", 1);
      try (Wire bens = ben.page()) {
        golden.asks(ben, bens, "followUser", ann.id());
        golden.asks(ben, bens, "getFollowStatus", ann.id());
        golden.asks(ben, bens, "getUserProfile", ann.id());
        golden.asks(ben, bens, "userFollowers", ann.id());
        String request = golden.hears(ann, anns, "newNotification").path("id").asString();
        golden.asks(ann, anns, "getUserNotifications", null);
        golden.isRefused(
            ben, bens, "acceptFollowRequest", fields("id", request, "userID", ben.id()));
        // In another tab: that ben is here may be told before the reply, or after the next.
        try (Wire tab = ann.page()) {
          golden.asks(ann, tab, "acceptFollowRequest", fields("id", request, "userID", ben.id()));
          golden.isRefused(
              ann, tab, "acceptFollowRequest", fields("id", request, "userID", ben.id()));
        }
        golden.hears(ann, anns, "newOnlineUser");
        golden.hears(ben, bens, "newOnlineUser");
        golden.asks(ann, anns, "getUserNotifications", null);
        golden.asks(ann, anns, "onlineUsers", null);
        golden.asks(ben, bens, "getFollowStatus", ann.id());
        golden.asks(ben, bens, "userFollowing", ben.id());
        golden.asks(ben, bens, "userFollowers", ann.id());
        golden.asks(ben, bens, "getUserProfile", ann.id());
        golden.asks(ann, anns, "getUserProfile", ann.id());
        golden.asks(ann, anns, "searchNotCloseFriends", ben.name());
        golden.asks(ann, anns, "addCloseFriend", ben.id());
        golden.asks(ann, anns, "searchNotCloseFriends", ben.name());
        golden.isRefused(ben, bens, "addCloseFriend", ann.id());
        golden.asks(ben, bens, "unFollowUser", ann.id());
        golden.isRefused(ben, bens, "unFollowUser", ann.id());
        golden.hears(ann, anns, "offlineUser");
        golden.asks(ben, bens, "followUser", ann.id());
        String again = golden.hears(ann, anns, "newNotification").path("id").asString();
        golden.asks(ann, anns, "declineFollowRequest", fields("id", again, "userID", ben.id()));
        golden.isRefused(ben, bens, "followUser", MISSING);
        golden.isRefused(ben, bens, "followUser", ben.id());
      }
    }
    golden.check("follow");
  }

  @Test
  void writingPostsCommentsAndLikes() {
    try (Wire anns = ann.page();
        Wire bens = ben.page()) {
      golden.asks(ann, anns, "userPostsPortion", fields("userID", ann.id(), "offset", 0));
      JsonNode post =
          golden.asks(
              ann,
              anns,
              "newPost",
              fields(
                  "Title",
                  "sea",
                  "body",
                  "was calm",
                  "categories",
                  List.of("nature", "love"),
                  "postType",
                  null,
                  "groupID",
                  ""));
      String id = post.path("id").asString();
      golden.asks(ann, anns, "userPostsPortion", fields("userID", ann.id(), "offset", 0));
      golden.asks(ann, anns, "fullPostAndComments", id);
      JsonNode commented =
          golden.asks(ben, bens, "newComment", fields("postID", id, "content", "how calm?"));
      String comment = commented.path("comments").get(0).path("id").asString();
      like(ben, bens, "post", id, true);
      like(ben, bens, "post", id, false);
      like(ben, bens, "post", id, false);
      like(ann, anns, "comment", comment, true);
      golden.asks(ben, bens, "fullPostAndComments", id);
      golden.asks(ben, bens, "userPostsPortion", fields("userID", ann.id(), "offset", 0));
      golden.isRefused(ann, anns, "newPost", fields("Title", " ", "body", "x"));
      golden.isRefused(ann, anns, "newPost", fields("Title", "x", "body", ""));
      golden.isRefused(ann, anns, "newPost", fields("Title", "x", "body", "x", "postType", 7));
      golden.isRefused(ben, bens, "newComment", fields("postID", id, "content", " "));
      golden.isRefused(ben, bens, "newComment", fields("postID", MISSING, "content", "x"));
      golden.isRefused(ben, bens, "deletePost", id);
      golden.isRefused(ben, bens, "fullPostAndComments", MISSING);
      golden.isRefused(ben, bens, "postsPortion", -1);
      golden.asks(ann, anns, "deletePost", id);
      golden.isRefused(ben, bens, "fullPostAndComments", id);
      JsonNode close =
          golden.asks(
              ann, anns, "newPost", fields("title", "secret", "body", "mine", "postType", 2));
      golden.isRefused(ben, bens, "fullPostAndComments", close.path("id").asString());
      assertTrue(ask(bens, "postsPortion", 0).toString().indexOf("secret") < 0);
    }
    golden.check("posts");
  }

  @Test
  void groupsTheirMembersPostsAndEvents() {
    Member cat = Member.named(parley, "cat");
    try (Wire anns = ann.page();
        Wire bens = ben.page();
        Wire cats = cat.page()) {
      golden.asks(ann, anns, "userGroups", ann.id());
      String name = Parley.unique("chess");
      String group =
          golden
              .asks(ann, anns, "createGroup", fields("title", name, "description", "fridays"))
              .path("id")
              .asString();
      golden.asks(ann, anns, "userGroups", ann.id());
      golden.asks(ben, bens, "searchGroupsUsers", name);
      golden.asks(ben, bens, "searchGroupsUsers", "nothing-is-called-like-this");
      golden.asks(ben, bens, "getGroupProfile", group);
      golden.asks(ben, bens, "verifyGroupView", group);
      golden.isRefused(ben, bens, "groupMembers", group);
      golden.isRefused(ben, bens, "postsPortionInGroup", fields("groupID", group, "offset", 0));
      golden.isRefused(
          ben, bens, "newPost", fields("title", "in", "body", "side", "groupID", group));
      golden.isRefused(ben, bens, "getGroupEventsList", group);

      golden.asks(ben, bens, "requestToJoinToGroup", group);
      golden.asks(ben, bens, "verifyGroupView", group);
      String request = golden.hears(ann, anns, "newNotification").path("id").asString();
      golden.isRefused(ben, bens, "acceptRequestToJoinGroup", request);
      golden.asks(ann, anns, "acceptRequestToJoinGroup", request);
      golden.hears(ben, bens, "newNotification");
      golden.asks(ben, bens, "verifyGroupView", group);
      golden.asks(ben, bens, "groupMembers", group);

      golden.asks(ben, bens, "searchUsersNotInGroup", fields("groupID", group, "user", cat.name()));
      golden.asks(ben, bens, "inviteToGroup", fields("groupID", group, "user", cat.id()));
      String invitation = golden.hears(cat, cats, "newNotification").path("id").asString();
      golden.asks(cat, cats, "declineInvitationToGroup", invitation);
      golden.hears(ben, bens, "newNotification");
      golden.asks(
          ann,
          anns,
          "addUserToGroup",
          fields("groupID", group, "userID", cat.id(), "userName", cat.name()));
      invitation = golden.hears(cat, cats, "newNotification").path("id").asString();
      golden.asks(cat, cats, "acceptInvitationToGroup", invitation);
      golden.hears(ann, anns, "newNotification");

      golden.asks(ben, bens, "newPost", fields("title", "in", "body", "side", "groupID", group));
      golden.hears(ann, anns, "newNotification");
      golden.hears(cat, cats, "newNotification");
      golden.asks(ann, anns, "postsPortionInGroup", fields("groupID", group, "offset", 0));
      golden.asks(ann, anns, "postsPortionInGroup", fields("groupID", group, "offset", 10));

      golden.asks(ann, anns, "getGroupEventsList", group);
      String event =
          golden
              .asks(
                  ann,
                  anns,
                  "CreateGroupEvent",
                  fields(
                      "title", "walk", "Description", "up", "GroupID", group, "DateEvent", soon()))
              .path("id")
              .asString();
      golden.hears(ben, bens, "newNotification");
      golden.isRefused(
          ann,
          anns,
          "createGroupEvent",
          fields("title", "", "description", "", "groupID", group, "dateEvent", soon()));
      golden.isRefused(
          ann,
          anns,
          "createGroupEvent",
          fields("title", "walk", "groupID", group, "dateEvent", "2020-01-01T00:00:00Z"));
      golden.asks(ben, bens, "getGroupEventsList", group);
      golden.asks(ben, bens, "getGroupEvent", event);
      golden.asks(ben, bens, "setUserOptionForEvent", fields("eventID", event, "option", 1));
      golden.asks(ben, bens, "getGroupEvent", event);
      golden.asks(ben, bens, "changeUserOptionForEvent", fields("eventID", event, "option", 0));
      golden.asks(ann, anns, "getGroupEvent", event);
      golden.isRefused(ben, bens, "setUserOptionForEvent", fields("eventID", event, "option", 7));

      golden.asks(cat, cats, "leaveGroup", group);
      golden.isRefused(cat, cats, "leaveGroup", group);
      golden.isRefused(cat, cats, "getGroupEvent", event);
      golden.asks(cat, cats, "requestToJoinToGroup", group);
      request =
          anns.receives(
                  "newNotification",
                  data -> data.path("type").asString().equals("join group request"))
              .path("id")
              .asString();
      golden.asks(ann, anns, "declineRequestToJoinGroup", request);
      golden.isRefused(ann, anns, "declineRequestToJoinGroup", request);
      golden.hears(cat, cats, "newNotification");
    }
    golden.check("groups");
  }

  @Test
  void messagesThatComeWhileTheRoomIsNotOpen() {
    try (Wire anns = ann.page();
        Wire bens = ben.page();
        Wire bensSecond = ben.page()) {
      golden.asks(ann, anns, "getChatList", null);
      Person annElsewhere = ann.natively();
      annElsewhere.posts(annElsewhere.privateChatWith(ben.natively()), "hi");
      golden.hears(ben, bens, "inputChatMessage");
      golden.hears(ben, bensSecond, "inputChatMessage");
      golden.asks(ben, bens, "getChatList", null);
      golden.asks(ann, anns, "getChatList", null);
      // Who wrote it has no use for it here.
      assertEquals(List.of(), anns.pushes("inputChatMessage"));
    }
    golden.check("messages");
  }

  @Test
  void everyTabOfAPersonHearsTheSameAndNoneEndsAnother() {
    try (Wire first = ann.page();
        Wire second = ann.page();
        Wire bens = ben.page()) {
      ask(first, "setProfileType", 1);
      ask(bens, "followUser", ann.id());
      JsonNode one = first.hears("newNotification");
      assertEquals(one, second.hears("newNotification"));
      ask(first, "onlineUsers", null);
      ask(second, "onlineUsers", null);
      assertTrue(first.isOpen() && second.isOpen());
    }
  }

  @Test
  void whoeverGoesIsToldToThoseWhoKnowThem() {
    try (Wire anns = ann.page()) {
      Wire bens = ben.page();
      ask(bens, "followUser", ann.id());
      anns.receives("newOnlineUser", data -> data.path("id").asString().equals(ben.id()));
      bens.close();
      JsonNode gone =
          anns.receives("offlineUser", data -> data.path("id").asString().equals(ben.id()));
      assertEquals(ben.name(), gone.path("userName").asString());
      try (Wire again = ben.page()) {
        JsonNode here =
            anns.receives("newOnlineUser", data -> data.path("id").asString().equals(ben.id()));
        assertEquals(ben.name(), here.path("userName").asString());
      }
      assertTrue(anns.isOpen());
    }
  }

  @Test
  void ofStrangersNobodyHearsThatTheyAreHere() {
    Member stranger = Member.named(parley, "stranger");
    try (Wire anns = ann.page();
        Wire strangers = stranger.page();
        Wire bens = ben.page()) {
      ask(bens, "followUser", ann.id());
      anns.receives("newOnlineUser", data -> data.path("id").asString().equals(ben.id()));
      assertTrue(
          anns.pushes("newOnlineUser").stream()
              .noneMatch(data -> data.path("id").asString().equals(stranger.id())));
      assertTrue(!ask(anns, "onlineUsers", null).toString().contains(stranger.name()));
    }
  }

  @Test
  void whoeverOnlyAsksToFollowIsNotToldToHaveGone() {
    Member stranger = Member.named(parley, "stranger");
    try (Wire anns = ann.page();
        Wire strangers = stranger.page();
        Wire bens = ben.page()) {
      ask(anns, "setProfileType", 1);
      ask(strangers, "followUser", ann.id());
      ask(strangers, "unFollowUser", ann.id());
      ask(strangers, "followUser", ann.id());
      JsonNode request = ask(anns, "getUserNotifications", null).get(0).path("id");
      ask(anns, "declineFollowRequest", fields("id", request, "userID", stranger.id()));
      ask(anns, "followUser", ben.id());
      bens.receives("newOnlineUser", data -> data.path("id").asString().equals(ann.id()));
      ask(anns, "unFollowUser", ben.id());
      bens.receives("offlineUser", data -> data.path("id").asString().equals(ann.id()));
      assertTrue(
          anns.pushes("offlineUser").stream()
              .noneMatch(data -> data.path("id").asString().equals(stranger.id())));
      assertEquals(0, strangers.pushes("offlineUser").size());
    }
  }

  private void like(Member who, Wire wire, String type, String id, boolean reaction) {
    golden.asks(
        who, wire, "likePost", fields("messageType", type, "messageID", id, "reaction", reaction));
  }

  private static JsonNode ask(Wire wire, String type, Object payload) {
    wire.raw(Member.message(type, payload));
    JsonNode reply = wire.hears(type).path("payload");
    assertEquals("success", reply.path("result").asString(), reply.toString());
    return reply.path("data");
  }

  static String soon() {
    return Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** In this order; a value may be null. */
  static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }
}
