package dev.parley.ws;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.posts.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What there must be for an example to be played: ann, who plays it, ben, and a group of theirs.
 * What only one type needs is done before that type.
 */
final class ExampleStage implements AutoCloseable {

  private static final String PASSWORD = "a long enough one";
  private static final long PATIENCE_NANOS = 15_000_000_000L;

  /** What a member of a request is, by its name. */
  private static final Map<String, Function<ExampleStage, Object>> KNOWN = new HashMap<>();

  /** What has to be so before a request of a type. */
  private static final Map<String, Consumer<ExampleStage>> BEFORE = new HashMap<>();

  static {
    KNOWN.put("chatID", s -> s.chat);
    KNOWN.put("userID", s -> s.ben.id());
    KNOWN.put("userIDs", s -> List.of(s.ben.id()));
    KNOWN.put("recepientID", s -> s.ben.id());
    KNOWN.put("messageID", s -> s.message);
    KNOWN.put("searchQuery", s -> s.ben.name());
    KNOWN.put("groupID", ExampleStage::group);
    KNOWN.put("postID", ExampleStage::post);
    KNOWN.put("commentID", ExampleStage::comment);
    KNOWN.put("categoryID", s -> s.category);
    KNOWN.put("eventID", ExampleStage::event);
    KNOWN.put("dateEvent", s -> Instant.now().plusSeconds(86_400).toString());

    BEFORE.put("addMember", s -> s.is("userID", s.cat.id()));
    BEFORE.put("blockedUsers", ExampleStage::blocks);
    BEFORE.put("unblockUser", ExampleStage::blocks);
    BEFORE.put("invites", ExampleStage::invites);
    BEFORE.put("revokeInvite", ExampleStage::invites);
    BEFORE.put("inviteInfo", ExampleStage::invitesCat);
    BEFORE.put("joinByInvite", ExampleStage::invitesCat);
    BEFORE.put("endSession", ExampleStage::logsInTwice);
    BEFORE.put("markUnread", s -> s.is("seq", 1));
    BEFORE.put("pinnedMessages", s -> s.ann.call("PUT", "/messages/" + s.message + "/pin", null));
    BEFORE.put("searchMessages", ExampleStage::waitsForTheIndex);
    BEFORE.put("searchPosts", ExampleStage::post);
    BEFORE.put("openChat", s -> s.ben.posts(s.ben.privateChatWith(s.ann), "hi"));
    BEFORE.put("chatPortion", ExampleStage::opensAChat);
    BEFORE.put("sendMessageToOpendChat", ExampleStage::opensAChat);
    BEFORE.put("unFollowUser", s -> follows(s.ann, s.ben));
    BEFORE.put("getFollowStatus", s -> follows(s.ann, s.ben));
    BEFORE.put("userFollowers", s -> follows(s.ann, s.ben));
    BEFORE.put("userFollowing", s -> follows(s.ben, s.ann));
    BEFORE.put("removeFollower", s -> follows(s.ben, s.ann));
    BEFORE.put("addCloseFriend", s -> follows(s.ben, s.ann));
    BEFORE.put("searchNotCloseFriends", s -> follows(s.ben, s.ann));
    BEFORE.put("removeCloseFriend", ExampleStage::hasAFriend);
    BEFORE.put("closeFriends", ExampleStage::hasAFriend);
    BEFORE.put("followRequests", ExampleStage::isAsked);
    BEFORE.put("sentFollowRequests", ExampleStage::asks);
    BEFORE.put("answerFollowRequest", ExampleStage::isAsked);
    BEFORE.put("leaveGroup", s -> s.plays(s.ben));
    BEFORE.put("userGroups", ExampleStage::group);
    BEFORE.put("addUserToGroup", s -> s.is("userID", s.cat.id()));
    BEFORE.put("inviteToGroup", s -> s.is("user", s.cat.id()));
    BEFORE.put("searchUsersNotInGroup", s -> s.is("user", s.cat.name()));
    BEFORE.put("requestToJoinToGroup", s -> s.plays(s.cat));
    BEFORE.put("groupRequests", ExampleStage::catAsks);
    BEFORE.put("answerJoinRequest", ExampleStage::catAsks);
    BEFORE.put("groupInvitations", ExampleStage::catIsInvited);
    BEFORE.put("answerInvitation", ExampleStage::catIsInvited);
    BEFORE.put("getGroupEventsList", ExampleStage::event);
    BEFORE.put(
        "getGroupEvent",
        s -> s.ann.call("PUT", "/events/" + s.event() + "/answer", Map.of("option", 1)));
    BEFORE.put("getUserNotifications", ExampleStage::isAsked);
    BEFORE.put("notifications", ExampleStage::isAsked);
    BEFORE.put("acceptFollowRequest", ExampleStage::isTold);
    BEFORE.put("declineFollowRequest", ExampleStage::isTold);
    BEFORE.put("acceptRequestToJoinGroup", ExampleStage::isAskedToTakeIn);
    BEFORE.put("declineRequestToJoinGroup", ExampleStage::isAskedToTakeIn);
    BEFORE.put("acceptInvitationToGroup", ExampleStage::isInvited);
    BEFORE.put("declineInvitationToGroup", ExampleStage::isInvited);
    BEFORE.put("postsPortion", ExampleStage::post);
    BEFORE.put("userPostsPortion", s -> s.writes(s.ben, ""));
    BEFORE.put("postsPortionInGroup", s -> s.writes(s.ann, s.group()));
    BEFORE.put("fullPostAndComments", ExampleStage::comment);
    BEFORE.put("likePost", s -> s.is("messageID", s.post()));
    BEFORE.put("createCategory", s -> s.keepsOrder("createCategory"));
    BEFORE.put("renameCategory", s -> s.keepsOrder("renameCategory"));
    BEFORE.put("retireCategory", s -> s.keepsOrder("retireCategory"));
    BEFORE.put("onlineUsers", s -> s.keeps(s.ben.connects()));
  }

  final Parley parley;
  final Person ann;
  final Person ben;
  final Person cat;
  final String chat;
  final String message;
  private final Map<String, Object> own = new HashMap<>();
  private final List<Wire> wires = new ArrayList<>();
  private Person actor;
  private String group;
  private String event;
  private String post;
  private String comment;
  private String category;
  private Wire wire;

  ExampleStage(Parley parley) {
    this.parley = parley;
    ann = parley.person("ann");
    ben = parley.person("ben");
    cat = parley.person("cat");
    actor = ann;
    chat =
        ann.call(
                "POST",
                "/conversations",
                Map.of("kind", "group", "name", "book club", "userIDs", List.of(ben.id())))
            .expect(201)
            .body()
            .path("id")
            .asString();
    message = ann.posts(chat, "hello").path("messageID").asString();
  }

  /** A social group with ann, who made it, and ben. */
  private String group() {
    if (group == null) {
      group = ann.foundsGroupWith(ben);
    }
    return group;
  }

  private String event() {
    if (event == null) {
      event = ann.plans(group(), "walk");
    }
    return event;
  }

  private String post() {
    if (post == null) {
      post = writes(ann, "");
    }
    return post;
  }

  private String comment() {
    if (comment == null) {
      comment =
          ann.call("POST", "/posts/" + post() + "/comments", Map.of("content", "How fine!"))
              .expect(201)
              .body()
              .at("/comments/0/id")
              .asString();
    }
    return comment;
  }

  private String writes(Person person, String group) {
    Map<String, Object> draft = new HashMap<>(Map.of("title", "First snow", "body", "At last."));
    if (!group.isEmpty()) {
      draft.put("groupID", group);
    }
    return person.call("POST", "/posts", draft).expect(201).body().path("id").asString();
  }

  /** Moderators keep the categories: ann is one, and has made one. */
  private void keepsOrder(String type) {
    Posting.inOffice(ann, "moderator");
    category =
        ann.call("POST", "/categories", Map.of("name", Parley.unique("gardens")))
            .expect(201)
            .body()
            .path("id")
            .asString();
    is("name", Parley.unique(type));
  }

  private void plays(Person person) {
    actor = person;
  }

  private void catAsks() {
    is("userID", cat.id());
    cat.call("POST", "/groups/" + group() + "/requests", null).expect(200);
  }

  private void catIsInvited() {
    ann.invites(group(), cat);
    actor = cat;
  }

  /** Does what has to be done before a request of this type. */
  void before(String type) {
    BEFORE.getOrDefault(type, s -> {}).accept(this);
  }

  /** What a member of a request is, or null when it is as it stands there. */
  Object known(String member) {
    Function<ExampleStage, Object> common = KNOWN.get(member);
    Object mine = own.get(member);
    return mine != null || common == null ? mine : common.apply(this);
  }

  /** The socket of the one who plays. */
  Wire wire() {
    if (wire == null) {
      wire = keeps(actor.connects());
    }
    return wire;
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
  }

  private void is(String member, Object value) {
    own.put(member, value);
  }

  private Wire keeps(Wire opened) {
    wires.add(opened);
    return opened;
  }

  private void blocks() {
    ann.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
  }

  private void invites() {
    var made = ann.call("POST", "/conversations/" + chat + "/invites", Map.of()).expect(201).body();
    is("inviteID", made.path("id").asString());
    is("code", made.path("code").asString());
  }

  private void invitesCat() {
    invites();
    actor = cat;
  }

  private void logsInTwice() {
    Person once = parley.register(Parley.unique("dan"), PASSWORD);
    is(
        "sessionID",
        once.get("/sessions").expect(200).body().path("items").get(0).path("id").asString());
    actor = parley.logIn(once, PASSWORD);
  }

  private static void follows(Person one, Person other) {
    try (Wire hands = one.connects()) {
      hands.asks("followUser", other.id());
    }
  }

  private void hasAFriend() {
    follows(ben, ann);
    wire().asks("addCloseFriend", ben.id());
  }

  private void isAsked() {
    wire().asks("setProfileType", 1);
    follows(ben, ann);
  }

  private void asks() {
    try (Wire bens = ben.connects()) {
      bens.asks("setProfileType", 1);
    }
    follows(ann, ben);
  }

  private void isTold() {
    isAsked();
    isToAnswer("follow request");
  }

  private void isAskedToTakeIn() {
    String group = ann.foundsGroupWith();
    ben.call("POST", "/groups/" + group + "/requests", null).expect(200);
    isToAnswer("join group request");
  }

  private void isInvited() {
    ben.invites(ben.foundsGroupWith(), ann);
    isToAnswer("invite to group");
  }

  private void isToAnswer(String type) {
    String id =
        ann.get("/notifications")
            .body()
            .path("notifications")
            .valueStream()
            .filter(n -> n.path("type").asString().equals(type))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    is("notificationID", id);
    is("id", id);
  }

  private void opensAChat() {
    wire().asks("openChat", ben.id());
  }

  private void waitsForTheIndex() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (wire().asks("searchMessages", Map.of("text", "hello")).path("messages").isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the message is not found");
      }
      wire().awaitsMoreThan(wire().messages(), 200);
    }
  }
}
