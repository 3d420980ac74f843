package dev.parley.surface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Types;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of both surfaces, tried by those who may not: nobody, a stranger, a former
 * member, somebody blocked, a member without the role, the server's administrator. A new operation
 * without a row here fails the build.
 */
class LeakIT extends ClientTest {

  private static final String SECRET = "the-cake-is-a-secret";
  private static final String MISSING = "99999999";
  private static final String UNKNOWN = "A".repeat(24);

  /** What an operation is to somebody who is not in the conversation. */
  private enum Rule {
    /** Answers as if it did not exist. */
    HIDDEN,
    /** The same; and members may not do it either unless they are administrators, or the sender. */
    ADMIN,
    /** Is about the caller only, who gets nothing of the conversation. */
    OWN,
    /** Is for administrators, and says so whether or not what it is about exists. */
    ADMINISTRATION,
    /** Anybody may ask, session or not. */
    PUBLIC;

    boolean hides() {
      return this == HIDDEN || this == ADMIN;
    }
  }

  /** REST: method and path as OpenAPI has them. {c} a conversation, {m} a message, {p} a person. */
  private static final Map<String, Rule> REST = new LinkedHashMap<>();

  private static final Map<String, Rule> SOCKET = new LinkedHashMap<>();

  static {
    REST.put("POST /accounts", Rule.PUBLIC);
    REST.put("GET /accounts/me", Rule.OWN);
    REST.put("PATCH /accounts/me", Rule.OWN);
    REST.put("DELETE /accounts/me", Rule.OWN);
    REST.put("PATCH /accounts/{id}", Rule.ADMINISTRATION);
    REST.put("DELETE /accounts/{id}", Rule.ADMINISTRATION);
    REST.put("PUT /accounts/me/password", Rule.OWN);
    REST.put("PATCH /accounts/me/settings", Rule.OWN);
    REST.put("POST /sessions", Rule.PUBLIC);
    REST.put("GET /sessions", Rule.OWN);
    REST.put("GET /sessions/current", Rule.PUBLIC);
    REST.put("DELETE /sessions/current", Rule.OWN);
    REST.put("DELETE /sessions/{id}", Rule.HIDDEN);
    REST.put("GET /people", Rule.OWN);
    REST.put("GET /people/{id}", Rule.OWN);
    REST.put("GET /people/me", Rule.OWN);
    REST.put("PATCH /people/me", Rule.OWN);
    REST.put("POST /attachments", Rule.OWN);
    REST.put("GET /attachments/{id}", Rule.HIDDEN);
    REST.put("GET /attachments/{id}/preview", Rule.HIDDEN);
    REST.put("PUT /people/{id}/block", Rule.OWN);
    REST.put("DELETE /people/{id}/block", Rule.OWN);
    REST.put("GET /blocks", Rule.OWN);
    REST.put("GET /people/{id}/profile", Rule.OWN);
    REST.put("GET /people/{id}/followers", Rule.OWN);
    REST.put("GET /people/{id}/following", Rule.OWN);
    REST.put("GET /follows/{id}", Rule.OWN);
    REST.put("PUT /follows/{id}", Rule.OWN);
    REST.put("DELETE /follows/{id}", Rule.OWN);
    REST.put("GET /followers/requests", Rule.OWN);
    REST.put("GET /followers/requests/sent", Rule.OWN);
    REST.put("DELETE /followers/requests/{id}", Rule.OWN);
    REST.put("PUT /followers/{id}", Rule.OWN);
    REST.put("DELETE /followers/{id}", Rule.OWN);
    REST.put("GET /close-friends", Rule.OWN);
    REST.put("GET /close-friends/others", Rule.OWN);
    REST.put("PUT /close-friends/{id}", Rule.OWN);
    REST.put("DELETE /close-friends/{id}", Rule.OWN);
    REST.put("GET /server", Rule.PUBLIC);
    REST.put("GET /conversations", Rule.OWN);
    REST.put("POST /conversations", Rule.OWN);
    REST.put("GET /conversations/{id}", Rule.HIDDEN);
    REST.put("PATCH /conversations/{id}", Rule.ADMIN);
    REST.put("DELETE /conversations/{id}", Rule.ADMIN);
    REST.put("GET /conversations/{id}/members", Rule.HIDDEN);
    REST.put("POST /conversations/{id}/members", Rule.ADMIN);
    REST.put("PATCH /conversations/{id}/members/{userID}", Rule.ADMIN);
    REST.put("DELETE /conversations/{id}/members/{userID}", Rule.ADMIN);
    REST.put("GET /conversations/{id}/invites", Rule.ADMIN);
    REST.put("POST /conversations/{id}/invites", Rule.ADMIN);
    REST.put("DELETE /conversations/{id}/invites/{inviteID}", Rule.ADMIN);
    REST.put("GET /invites/{code}", Rule.HIDDEN);
    REST.put("POST /invites/{code}", Rule.HIDDEN);
    REST.put("GET /groups", Rule.OWN);
    REST.put("POST /groups", Rule.OWN);
    REST.put("GET /groups/own", Rule.OWN);
    REST.put("GET /groups/own/invitations", Rule.OWN);
    REST.put("GET /groups/{id}", Rule.HIDDEN);
    REST.put("PATCH /groups/{id}", Rule.HIDDEN);
    REST.put("DELETE /groups/{id}", Rule.HIDDEN);
    REST.put("GET /groups/{id}/members", Rule.HIDDEN);
    REST.put("DELETE /groups/{id}/membership", Rule.HIDDEN);
    REST.put("GET /groups/{id}/outsiders", Rule.HIDDEN);
    REST.put("POST /groups/{id}/invitations", Rule.HIDDEN);
    REST.put("PUT /groups/{id}/invitation", Rule.HIDDEN);
    REST.put("POST /groups/{id}/requests", Rule.HIDDEN);
    REST.put("GET /groups/{id}/requests", Rule.HIDDEN);
    REST.put("PUT /groups/{id}/requests/{userID}", Rule.HIDDEN);
    REST.put("GET /groups/{id}/events", Rule.HIDDEN);
    REST.put("POST /groups/{id}/events", Rule.HIDDEN);
    REST.put("GET /events/{id}", Rule.HIDDEN);
    REST.put("PATCH /events/{id}", Rule.ADMIN);
    REST.put("DELETE /events/{id}", Rule.ADMIN);
    REST.put("PUT /events/{id}/answer", Rule.HIDDEN);
    REST.put("GET /events/{id}/ics", Rule.HIDDEN);
    REST.put("GET /conversations/{id}/messages", Rule.HIDDEN);
    REST.put("POST /conversations/{id}/messages", Rule.HIDDEN);
    REST.put("PUT /conversations/{id}/read", Rule.HIDDEN);
    REST.put("PUT /conversations/{id}/own/mute", Rule.HIDDEN);
    REST.put("PUT /conversations/{id}/own/archive", Rule.HIDDEN);
    REST.put("PUT /conversations/{id}/own/draft", Rule.HIDDEN);
    REST.put("PUT /conversations/{id}/own/unread", Rule.HIDDEN);
    REST.put("GET /conversations/{id}/pins", Rule.HIDDEN);
    REST.put("GET /notifications", Rule.OWN);
    REST.put("PUT /notifications/read", Rule.OWN);
    REST.put("PUT /notifications/{id}/answer", Rule.HIDDEN);
    REST.put("GET /notifications/settings", Rule.OWN);
    REST.put("PATCH /notifications/settings", Rule.OWN);
    REST.put("GET /posts", Rule.HIDDEN);
    REST.put("POST /posts", Rule.HIDDEN);
    REST.put("GET /posts/{id}", Rule.HIDDEN);
    REST.put("PATCH /posts/{id}", Rule.ADMIN);
    REST.put("DELETE /posts/{id}", Rule.ADMIN);
    REST.put("GET /posts/{id}/comments", Rule.HIDDEN);
    REST.put("POST /posts/{id}/comments", Rule.HIDDEN);
    REST.put("PATCH /comments/{id}", Rule.ADMIN);
    REST.put("DELETE /comments/{id}", Rule.ADMIN);
    REST.put("POST /reactions", Rule.HIDDEN);
    REST.put("GET /categories", Rule.OWN);
    REST.put("POST /categories", Rule.ADMINISTRATION);
    REST.put("PATCH /categories/{id}", Rule.ADMINISTRATION);
    REST.put("GET /search", Rule.HIDDEN);
    REST.put("GET /search/all", Rule.OWN);
    REST.put("GET /search/groups-users", Rule.OWN);
    REST.put("GET /search/posts", Rule.OWN);
    REST.put("GET /messages/{id}", Rule.HIDDEN);
    REST.put("PATCH /messages/{id}", Rule.ADMIN);
    REST.put("DELETE /messages/{id}", Rule.ADMIN);
    REST.put("POST /messages/{id}/reactions", Rule.HIDDEN);
    REST.put("PUT /messages/{id}/pin", Rule.HIDDEN);
    REST.put("DELETE /messages/{id}/pin", Rule.HIDDEN);

    SOCKET.put("sync", Rule.OWN);
    SOCKET.put("getSessions", Rule.OWN);
    SOCKET.put("changePassword", Rule.OWN);
    SOCKET.put("updateSettings", Rule.OWN);
    SOCKET.put("updateAccount", Rule.OWN);
    SOCKET.put("updateProfile", Rule.OWN);
    SOCKET.put("deleteAccount", Rule.OWN);
    SOCKET.put("createConversation", Rule.OWN);
    SOCKET.put("blockUser", Rule.OWN);
    SOCKET.put("unblockUser", Rule.OWN);
    SOCKET.put("blockedUsers", Rule.OWN);
    SOCKET.put("getUserProfile", Rule.OWN);
    SOCKET.put("setProfileType", Rule.OWN);
    SOCKET.put("followUser", Rule.OWN);
    SOCKET.put("unFollowUser", Rule.OWN);
    SOCKET.put("getFollowStatus", Rule.OWN);
    SOCKET.put("removeFollower", Rule.OWN);
    SOCKET.put("userFollowers", Rule.OWN);
    SOCKET.put("userFollowing", Rule.OWN);
    SOCKET.put("followRequests", Rule.OWN);
    SOCKET.put("sentFollowRequests", Rule.OWN);
    SOCKET.put("answerFollowRequest", Rule.HIDDEN);
    SOCKET.put("addCloseFriend", Rule.OWN);
    SOCKET.put("removeCloseFriend", Rule.OWN);
    SOCKET.put("closeFriends", Rule.OWN);
    SOCKET.put("searchNotCloseFriends", Rule.OWN);
    SOCKET.put("openChat", Rule.OWN);
    SOCKET.put("chatPortion", Rule.OWN);
    SOCKET.put("sendMessageToOpendChat", Rule.OWN);
    SOCKET.put("closeChat", Rule.OWN);
    SOCKET.put("onlineUsers", Rule.OWN);
    SOCKET.put("endSession", Rule.HIDDEN);
    SOCKET.put("focus", Rule.HIDDEN);
    SOCKET.put("typing", Rule.HIDDEN);
    SOCKET.put("sendMessage", Rule.HIDDEN);
    SOCKET.put("editMessage", Rule.ADMIN);
    SOCKET.put("deleteMessage", Rule.ADMIN);
    SOCKET.put("reactToMessage", Rule.HIDDEN);
    SOCKET.put("pinMessage", Rule.HIDDEN);
    SOCKET.put("pinnedMessages", Rule.HIDDEN);
    SOCKET.put("history", Rule.HIDDEN);
    SOCKET.put("searchMessages", Rule.HIDDEN);
    SOCKET.put("searchEverything", Rule.OWN);
    SOCKET.put("searchGroupsUsers", Rule.OWN);
    SOCKET.put("searchPosts", Rule.OWN);
    SOCKET.put("getChatList", Rule.OWN);
    SOCKET.put("getUserNotifications", Rule.OWN);
    SOCKET.put("notifications", Rule.OWN);
    SOCKET.put("markNotificationsRead", Rule.OWN);
    SOCKET.put("setNotificationSettings", Rule.OWN);
    SOCKET.put("acceptFollowRequest", Rule.HIDDEN);
    SOCKET.put("declineFollowRequest", Rule.HIDDEN);
    SOCKET.put("acceptRequestToJoinGroup", Rule.HIDDEN);
    SOCKET.put("declineRequestToJoinGroup", Rule.HIDDEN);
    SOCKET.put("acceptInvitationToGroup", Rule.HIDDEN);
    SOCKET.put("declineInvitationToGroup", Rule.HIDDEN);
    SOCKET.put("postsPortion", Rule.OWN);
    SOCKET.put("userPostsPortion", Rule.OWN);
    SOCKET.put("postsPortionInGroup", Rule.HIDDEN);
    SOCKET.put("fullPostAndComments", Rule.HIDDEN);
    SOCKET.put("newPost", Rule.HIDDEN);
    SOCKET.put("editPost", Rule.ADMIN);
    SOCKET.put("deletePost", Rule.ADMIN);
    SOCKET.put("newComment", Rule.HIDDEN);
    SOCKET.put("editComment", Rule.ADMIN);
    SOCKET.put("deleteComment", Rule.ADMIN);
    SOCKET.put("likePost", Rule.HIDDEN);
    SOCKET.put("categories", Rule.OWN);
    SOCKET.put("createCategory", Rule.ADMINISTRATION);
    SOCKET.put("renameCategory", Rule.ADMINISTRATION);
    SOCKET.put("retireCategory", Rule.ADMINISTRATION);
    SOCKET.put("markRead", Rule.HIDDEN);
    SOCKET.put("markUnread", Rule.HIDDEN);
    SOCKET.put("muteConversation", Rule.HIDDEN);
    SOCKET.put("archiveConversation", Rule.HIDDEN);
    SOCKET.put("saveDraft", Rule.HIDDEN);
    SOCKET.put("updateConversation", Rule.ADMIN);
    SOCKET.put("deleteConversation", Rule.ADMIN);
    SOCKET.put("leaveConversation", Rule.HIDDEN);
    SOCKET.put("addMember", Rule.ADMIN);
    SOCKET.put("removeMember", Rule.ADMIN);
    SOCKET.put("setRole", Rule.ADMIN);
    SOCKET.put("createGroup", Rule.OWN);
    SOCKET.put("userGroups", Rule.OWN);
    SOCKET.put("groupInvitations", Rule.OWN);
    SOCKET.put("updateGroup", Rule.HIDDEN);
    SOCKET.put("deleteGroup", Rule.HIDDEN);
    SOCKET.put("leaveGroup", Rule.HIDDEN);
    SOCKET.put("getGroupProfile", Rule.HIDDEN);
    SOCKET.put("verifyGroupView", Rule.HIDDEN);
    SOCKET.put("groupMembers", Rule.HIDDEN);
    SOCKET.put("addUserToGroup", Rule.HIDDEN);
    SOCKET.put("inviteToGroup", Rule.HIDDEN);
    SOCKET.put("searchUsersNotInGroup", Rule.HIDDEN);
    SOCKET.put("requestToJoinToGroup", Rule.HIDDEN);
    SOCKET.put("groupRequests", Rule.HIDDEN);
    SOCKET.put("answerJoinRequest", Rule.HIDDEN);
    SOCKET.put("answerInvitation", Rule.HIDDEN);
    SOCKET.put("CreateGroupEvent", Rule.HIDDEN);
    SOCKET.put("createGroupEvent", Rule.HIDDEN);
    SOCKET.put("getGroupEventsList", Rule.HIDDEN);
    SOCKET.put("getGroupEvent", Rule.HIDDEN);
    SOCKET.put("setUserOptionForEvent", Rule.HIDDEN);
    SOCKET.put("changeUserOptionForEvent", Rule.HIDDEN);
    SOCKET.put("updateEvent", Rule.ADMIN);
    SOCKET.put("deleteEvent", Rule.ADMIN);
    SOCKET.put("createInvite", Rule.ADMIN);
    SOCKET.put("invites", Rule.ADMIN);
    SOCKET.put("revokeInvite", Rule.ADMIN);
    SOCKET.put("inviteInfo", Rule.HIDDEN);
    SOCKET.put("joinByInvite", Rule.HIDDEN);
  }

  /** A conversation that is none of the outsiders' business. */
  private final Person ann = parley.person("ann");

  private final Person former = parley.person("former");
  private final Person stranger = parley.person("stranger");

  /** Somebody with whom the administrator wants to have nothing to do. */
  private final Person blocked = parley.person("blocked");

  private final Person member = parley.person("member");
  private final String chat = ann.groupWith(former, member);
  private final String message = ann.posts(chat, SECRET).path("messageID").asString();
  private final JsonNode attachment = ann.uploads(SECRET, SECRET.getBytes(UTF_8));

  {
    ann.posts(chat, "look", attachment);
  }

  /** A social group, which everybody may know of, and what is planned there, which only some. */
  private final String club = ann.foundsGroupWith(former, member);

  private final String event = ann.plans(club, SECRET);

  /** What the administrator was asked by somebody who wants to come in. */
  private final String question = question();

  /** A post in the group, with a comment of its author's. */
  private final String post = written("/posts", "/id");

  private final String comment = written("/posts/" + post + "/comments", "/comments/0/id");

  private String written(String path, String id) {
    Map<String, Object> body =
        Map.of("title", SECRET, "body", SECRET, "content", SECRET, "groupID", chat);
    JsonNode made = ann.call("POST", path, body).expect(201).body();
    return made.at(id).asString();
  }

  /** One link that works, of which outsiders know the number only, and the code of one that did. */
  private final String invite = invite().path("id").asString();

  private final String revoked = revoked();

  @Test
  void everyOperationOfRestHasARow() {
    JsonNode paths =
        parley
            .call("GET", "/openapi", null, "Accept", "application/json")
            .expect(200)
            .body()
            .path("paths");
    Set<String> found = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            found.add(
                                operation.getKey().toUpperCase()
                                    + " "
                                    + path.getKey().replaceFirst("^/api/v1", ""))));
    assertEquals(new TreeSet<>(REST.keySet()), found);
  }

  @Test
  void everyTypeOfTheSocketHasARow() {
    assertEquals(new TreeSet<>(SOCKET.keySet()), Types.all());
  }

  @Test
  void nobodyGetsNothingOverRest() {
    REST.forEach(
        (operation, rule) -> {
          if (rule != Rule.PUBLIC) {
            Answer answer = rest(null, operation, chat, message, ann.id());
            assertEquals(401, answer.status(), operation);
            assertFalse(answer.text().contains(SECRET), operation);
          }
        });
    assertTrue(Wire.refusedHandshake(parley) == 401);
    assertUnharmed();
  }

  @Test
  void outsidersAreToldOverRestThatThereIsNothing() {
    makeOutsiders();
    for (Person outsider : new Person[] {stranger, former, blocked, administrator()}) {
      REST.forEach(
          (operation, rule) -> {
            if (rule.hides()) {
              Answer hidden = rest(outsider, operation, chat, message, ann.id());
              Answer missing = rest(outsider, operation, MISSING, MISSING, ann.id());
              hidden.refused(404, "notFound");
              assertEquals(missing.text(), hidden.text(), operation + " by " + outsider.name());
              assertEquals(missing.status(), hidden.status());
            } else if (rule == Rule.ADMINISTRATION) {
              if (outsider.name().startsWith("administrator")) {
                return; // It is what they are for; see the tests of accounts.
              }
              Answer hidden = rest(outsider, operation, chat, message, ann.id());
              Answer missing = rest(outsider, operation, MISSING, MISSING, MISSING);
              hidden.refused(403, "forbidden");
              assertEquals(missing.text(), hidden.text(), operation + " by " + outsider.name());
            } else if (operation.startsWith("GET")) {
              Answer own = rest(outsider, operation, chat, message, ann.id());
              assertFalse(own.text().contains(SECRET), operation);
            }
          });
    }
    assertUnharmed();
  }

  @Test
  void outsidersAreToldOverTheSocketThatThereIsNothing() {
    makeOutsiders();
    for (Person outsider : new Person[] {stranger, former, blocked, administrator()}) {
      try (Wire wire = outsider.connects()) {
        SOCKET.forEach(
            (type, rule) -> {
              if (rule.hides()) {
                String hidden = wire.isRefused(type, payload(type, chat), "notFound").toString();
                String missing =
                    wire.isRefused(type, payload(type, MISSING), "notFound").toString();
                assertEquals(missing, hidden, type + " by " + outsider.name());
              }
            });
        JsonNode sync = wire.asks("sync", Map.of("chats", Map.of(chat, 0)));
        assertFalse(sync.toString().contains(SECRET));
        assertEquals(chat, sync.path("gone").get(0).asString());
        ann.posts(chat, SECRET);
        wire.settles();
        for (String type :
            new String[] {"inputChatMessage", "chatActivity", "conversationChanged"}) {
          assertTrue(
              wire.pushes(type).stream().noneMatch(p -> p.path("chatID").asString().equals(chat)));
        }
      }
    }
    assertUnharmed();
  }

  @Test
  void plainMembersAreRefusedOverRestWhatIsForAdministrators() {
    String before = state();
    REST.forEach(
        (operation, rule) -> {
          if (rule == Rule.ADMIN) {
            rest(member, operation, chat, message, ann.id()).refused(403, "forbidden");
            assertEquals(before, state(), operation);
          }
        });
  }

  @Test
  void plainMembersAreRefusedOverTheSocketWhatIsForAdministrators() {
    String before = state();
    try (Wire wire = member.connects()) {
      SOCKET.forEach(
          (type, rule) -> {
            if (rule == Rule.ADMIN) {
              Map<String, Object> payload = payload(type, chat);
              payload.put("userID", ann.id());
              wire.isRefused(type, payload, "forbidden");
              assertEquals(before, state(), type);
            }
          });
    }
  }

  /** The conversation, its members, messages and links. */
  private String state() {
    String path = "/conversations/" + chat;
    return ann.get(path).expect(200).text()
        + ann.get(path + "/invites").expect(200).text()
        + ann.get("/groups/" + club + "/events").expect(200).text()
        + ann.get("/posts/" + post).expect(200).text()
        + ann.history(chat);
  }

  /** Who runs the server, and is in none of its conversations. */
  private Person administrator() {
    Person administrator = parley.person("administrator");
    try (Connection database = Parley.database();
        PreparedStatement promote =
            database.prepareStatement("UPDATE accounts SET role = 'administrator' WHERE id = ?")) {
      promote.setLong(1, Long.parseLong(administrator.id()));
      assertEquals(1, promote.executeUpdate());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    assertEquals("administrator", administrator.get("/accounts/me").body().path("role").asString());
    return administrator;
  }

  private void makeOutsiders() {
    ann.call("PUT", "/people/" + blocked.id() + "/block", null).expect(204);
    ann.call("PATCH", "/conversations/" + chat, Map.of("name", SECRET, "topic", SECRET))
        .expect(200);
    ann.call("DELETE", "/conversations/" + chat + "/members/" + former.id(), null).expect(204);
    ann.call("DELETE", "/conversations/" + club + "/members/" + former.id(), null).expect(204);
  }

  /** Nothing of what was tried has had an effect. */
  private void assertUnharmed() {
    JsonNode now = ann.get("/conversations/" + chat).expect(200).body();
    assertFalse(now.path("name").asString().equals("taken over"));
    assertFalse(now.path("members").toString().contains(stranger.id() + "\",\"name"));
    assertFalse(ann.history(chat).toString().contains("let me in"));
    assertFalse(ann.get("/posts/" + post).expect(200).text().contains("let me in"));
    assertEquals(1, ann.get("/posts?group=" + chat).expect(200).body().path("items").size());
    JsonNode links = ann.get("/conversations/" + chat + "/invites").expect(200).body();
    assertEquals(1, links.path("invites").size());
    ann.get("/accounts/me").expect(200);
  }

  private Answer rest(Person who, String operation, String chat, String message, String person) {
    String method = operation.substring(0, operation.indexOf(' '));
    boolean missing = chat.equals(MISSING);
    String path =
        operation
            .substring(operation.indexOf(' ') + 1)
            .replace("/messages/{id}", "/messages/" + message)
            .replace(
                "/attachments/{id}",
                "/attachments/" + (missing ? MISSING : attachment.path("id").asString()))
            .replace("/conversations/{id}", "/conversations/" + chat)
            .replaceFirst(
                "^/(people|follows|followers|followers/requests|close-friends)/\\{id}",
                "/$1/" + person)
            .replace("/groups/{id}", "/groups/" + chat)
            .replace("/notifications/{id}", "/notifications/" + (missing ? MISSING : question))
            .replace("/events/{id}", "/events/" + (missing ? MISSING : event))
            .replace("/accounts/{id}", "/accounts/" + person)
            .replace("/sessions/{id}", "/sessions/" + (missing ? MISSING : session()))
            .replace("{inviteID}", missing ? MISSING : invite)
            .replace("{code}", missing ? UNKNOWN : revoked)
            .replace("/posts/{id}", "/posts/" + (missing ? MISSING : post))
            .replace("/comments/{id}", "/comments/" + (missing ? MISSING : comment))
            .replace("/categories/{id}", "/categories/" + (missing ? MISSING : "1"))
            .replaceFirst("/posts$", "/posts?group=" + chat)
            .replaceFirst("/search$", "/search?text=secret&chat=" + chat)
            .replaceFirst("/search/(all|groups-users|posts)$", "/search/$1?text=secret")
            .replace("{userID}", person);
    Object body =
        switch (method) {
          case "POST", "PUT", "PATCH" -> {
            Map<String, Object> attempt = attempt(operation);
            attempt.put("groupID", chat);
            attempt.put("messageType", "post");
            attempt.put("messageID", missing ? MISSING : post);
            attempt.put("reaction", true);
            yield attempt;
          }
          default -> null;
        };
    return who == null ? parley.call(method, "/api/v1" + path, body) : who.call(method, path, body);
  }

  private JsonNode invite() {
    return ann.call("POST", "/conversations/" + chat + "/invites", Map.of()).expect(201).body();
  }

  private String question() {
    parley.person("asker").call("POST", "/groups/" + club + "/requests", null).expect(200);
    return ann.get("/notifications").body().path("notifications").get(0).path("id").asString();
  }

  private String revoked() {
    JsonNode made = invite();
    String path = "/conversations/" + chat + "/invites/" + made.path("id").asString();
    ann.call("DELETE", path, null).expect(204);
    return made.path("code").asString();
  }

  private String session() {
    return ann.get("/sessions").expect(200).body().path("items").get(0).path("id").asString();
  }

  /** What outsiders send: every member that any operation reads, so that each goes all the way. */
  private Map<String, Object> attempt(String key) {
    Map<String, Object> attempt = new LinkedHashMap<>();
    attempt.put("name", "taken over");
    attempt.put("content", "let me in");
    attempt.put("key", key);
    attempt.put("userID", stranger.id());
    attempt.put("role", "admin");
    attempt.put("seq", 1);
    attempt.put("kind", "group");
    attempt.put("newPassword", "short");
    attempt.put("password", "short");
    attempt.put("emoji", "👍");
    attempt.put("pinned", true);
    attempt.put("archived", true);
    attempt.put("text", "secret");
    attempt.put("title", "taken over");
    attempt.put("user", stranger.id());
    attempt.put("accept", true);
    attempt.put("option", 1);
    attempt.put("body", "let me in");
    return attempt;
  }

  private Map<String, Object> payload(String type, String target) {
    boolean missing = target.equals(MISSING);
    Map<String, Object> payload = attempt(type + target);
    payload.put("chatID", target);
    payload.put("groupID", target);
    payload.put("eventID", missing ? MISSING : event);
    payload.put("postID", missing ? MISSING : post);
    payload.put("commentID", missing ? MISSING : comment);
    payload.put("messageType", "post");
    payload.put("reaction", true);
    payload.put("messageID", missing ? MISSING : type.equals("likePost") ? post : message);
    payload.put("inviteID", missing ? MISSING : invite);
    payload.put("notificationID", missing ? MISSING : question);
    payload.put("code", missing ? UNKNOWN : revoked);
    if (type.equals("endSession")) {
      payload.put("sessionID", missing ? MISSING : session());
    }
    return payload;
  }
}
