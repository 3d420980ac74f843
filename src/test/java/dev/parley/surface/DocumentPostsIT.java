package dev.parley.surface;

import static dev.parley.surface.DocumentIT.asks;
import static dev.parley.surface.DocumentIT.isRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Types;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same client as in {@link DocumentIT}, at the document's types about posts and the rest. */
class DocumentPostsIT extends ClientTest {

  /** The types of seed 004, in its order and with its spelling. */
  private static final List<String> TYPES =
      List.of(
          "postsPortion",
          "userPostsPortion",
          "fullPostAndComments",
          "newPost",
          "newComment",
          "onlineUsers",
          "openChat",
          "sendMessageToOpendChat",
          "inputChatMessage",
          "closeChat",
          "chatPortion",
          "newOnlineUser",
          "offlineUser",
          "createGroup",
          "addUserToGroup",
          "groupMembers",
          "userGroups",
          "getUserProfile",
          "deletePost",
          "postsPortionInGroup",
          "userFollowers",
          "userFollowing",
          "followUser",
          "getFollowStatus",
          "searchGroupsUsers",
          "setProfileType",
          "newNotification",
          "CreateGroupEvent");

  /** The types that a social network needs and the document has forgotten. */
  private static final List<String> FORGOTTEN =
      List.of(
          "likePost",
          "unFollowUser",
          "acceptFollowRequest",
          "declineFollowRequest",
          "addCloseFriend",
          "searchNotCloseFriends",
          "getGroupProfile",
          "verifyGroupView",
          "searchUsersNotInGroup",
          "requestToJoinToGroup",
          "inviteToGroup",
          "acceptRequestToJoinGroup",
          "declineRequestToJoinGroup",
          "acceptInvitationToGroup",
          "declineInvitationToGroup",
          "leaveGroup",
          "getGroupEventsList",
          "getGroupEvent",
          "setUserOptionForEvent",
          "changeUserOptionForEvent",
          "getUserNotifications",
          "getChatList");

  /** What the server says without being asked. */
  private static final Set<String> PUSHES =
      Set.of("inputChatMessage", "newOnlineUser", "offlineUser", "newNotification");

  private static final int PORTION = 10;

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  private static Wire socket(Person person) {
    return Wire.open(person, null);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** A post as the document has it in lists. */
  private static void isPost(JsonNode post, Person author, String theme, String text) {
    assertTrue(post.path("id").isString(), post.toString());
    assertEquals(theme, post.path("theme").asString());
    isContent(post.path("content"), author, text);
    assertTrue(post.path("categories").isArray());
    assertTrue(post.path("categories").valueStream().allMatch(JsonNode::isString));
    assertTrue(post.path("commentsQuantity").isInt());
    assertTrue(post.path("groupID").isString());
  }

  private static void isContent(JsonNode content, Person author, String text) {
    assertEquals(quoted(author.id()), content.path("userID").toString());
    assertEquals(author.name(), content.path("userName").asString());
    assertEquals(text, content.path("text").asString());
    assertTrue(age(content.path("dateCreate")).compareTo(Duration.ofMinutes(5)) < 0);
    assertEquals(2, content.path("likes").size());
    assertTrue(content.path("likes").valueStream().allMatch(JsonNode::isInt));
    assertTrue(content.path("userReaction").isInt());
  }

  private static Duration age(JsonNode date) {
    return Duration.between(Instant.parse(date.asString()), Instant.now());
  }

  private static JsonNode writes(Wire wire, String title) {
    return asks(
        wire,
        "newPost",
        "{\"title\":\"%s\",\"body\":\"of %s\",\"categories\":[\"nature\",\"love\"]}"
            .formatted(title, title));
  }

  private static List<String> themes(JsonNode posts) {
    return posts.valueStream().map(post -> post.path("theme").asString()).toList();
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.iterate(from, i -> i >= to, i -> i - 1).mapToObj(String::valueOf).toList();
  }

  @Test
  void everyTypeOfTheDocumentHasATestNamedAfterIt() {
    List<String> tests =
        Stream.of(DocumentIT.class, DocumentPostsIT.class)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    List<String> without =
        TYPES.stream()
            .filter(
                type ->
                    tests.stream()
                        .noneMatch(
                            name ->
                                List.of(name.split("and")).contains(type.toLowerCase(Locale.ROOT))
                                    || name.equals(type.toLowerCase(Locale.ROOT))))
            .toList();
    assertEquals(List.of(), without);
  }

  @Test
  void everyTypeOfTheDocumentAndThoseItHasForgottenAreKnown() {
    Set<String> wanted = new TreeSet<>(TYPES);
    wanted.addAll(FORGOTTEN);
    wanted.removeAll(PUSHES);
    wanted.removeAll(Types.all());
    assertEquals(Set.of(), wanted);
  }

  @Test
  void newPost() {
    try (Wire wire = socket(ann)) {
      JsonNode post = writes(wire, "lake");
      isPost(post, ann, "lake", "of lake");
      assertEquals("[\"love\",\"nature\"]", post.path("categories").toString());
      assertEquals(0, post.path("commentsQuantity").asInt(-1));
      assertEquals("", post.path("groupID").asString());
      assertEquals("[0,0]", post.at("/content/likes").toString());
      assertEquals(-1, post.at("/content/userReaction").asInt());
      assertFalse(post.has("comments"));
      isPost(
          asks(wire, "newPost", "{\"Title\":\"sea\",\"BODY\":\"of sea\",\"postType\":null}"),
          ann,
          "sea",
          "of sea");
    }
  }

  @Test
  void newPostWithoutTitleOrTextOrWithUnknownCategoryIsRefused() {
    try (Wire wire = socket(ann)) {
      isRefused(
          wire, "newPost", "{\"title\":\"\",\"body\":\"b\",\"categories\":[]}", "Title is missing");
      isRefused(
          wire, "newPost", "{\"title\":\"t\",\"body\":\" \",\"categories\":[]}", "Text is missing");
      isRefused(
          wire,
          "newPost",
          "{\"title\":\"t\",\"body\":\"b\",\"categories\":[\"no such\"]}",
          "there is no category no such");
      assertEquals(
          0,
          asks(wire, "userPostsPortion", "{\"userID\":\"%s\",\"offset\":0}".formatted(ann.id()))
              .size());
    }
  }

  @Test
  void postsPortion() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      writes(bens, "of another");
      IntStream.rangeClosed(1, PORTION).forEach(i -> writes(anns, "" + i));
      JsonNode newest = asks(bens, "postsPortion", "0");
      assertEquals(PORTION, newest.size());
      newest.forEach(post -> assertFalse(post.has("comments"), post.toString()));
      JsonNode one =
          newest
              .valueStream()
              .filter(post -> post.path("content").path("userID").asString().equals(ann.id()))
              .findFirst()
              .orElseThrow();
      isPost(one, ann, "10", "of 10");
      JsonNode second = asks(bens, "postsPortion", "10");
      assertTrue(id(second.get(0)) < id(newest.get(PORTION - 1)));
      assertEquals(0, asks(bens, "postsPortion", "9223372036854775807").size());
      isRefused(bens, "postsPortion", "-1", "offset must not be negative");
    }
  }

  private static long id(JsonNode post) {
    return Long.parseLong(post.path("id").asString());
  }

  @Test
  void userPostsPortion() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      IntStream.rangeClosed(1, PORTION + 2).forEach(i -> writes(anns, "" + i));
      String portion = "{\"userID\":\"%s\",\"offset\":%s}";
      JsonNode posts = asks(bens, "userPostsPortion", portion.formatted(ann.id(), 0));
      assertEquals(numbers(12, 3), themes(posts));
      isPost(posts.get(0), ann, "12", "of 12");
      assertEquals(
          numbers(2, 1), themes(asks(bens, "userPostsPortion", portion.formatted(ann.id(), 10))));
      isRefused(bens, "userPostsPortion", portion.formatted("99999999", 0), "person not found");
      isRefused(
          bens, "userPostsPortion", portion.formatted(ann.id(), -1), "offset must not be negative");
      asks(anns, "setProfileType", "\"1\"");
      assertEquals(0, asks(bens, "userPostsPortion", portion.formatted(ann.id(), 0)).size());
    }
  }

  @Test
  void fullPostAndComments() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      String post = writes(anns, "lake").path("id").asString();
      comments(bens, post, "first");
      comments(anns, post, "second");
      JsonNode full = asks(bens, "fullPostAndComments", quoted(post));
      isFull(full, post);
      assertEquals(2, full.path("comments").size());
      isComment(full.path("comments").get(0), post, ben, "first");
      isComment(full.path("comments").get(1), post, ann, "second");
      isRefused(bens, "fullPostAndComments", "\"99999999\"", "post not found");
      asks(anns, "setProfileType", "1");
      isRefused(bens, "fullPostAndComments", quoted(post), "post not found");
    }
  }

  private void isFull(JsonNode full, String post) {
    isPost(full, ann, "lake", "of lake");
    assertEquals(quoted(post), full.path("id").toString());
    assertTrue(full.path("comments").isArray());
    assertEquals(full.path("comments").size(), full.path("commentsQuantity").asInt());
  }

  private static void isComment(JsonNode comment, String post, Person author, String text) {
    assertTrue(comment.path("id").isString(), comment.toString());
    assertEquals(quoted(post), comment.path("postID").toString());
    isContent(comment.path("content"), author, text);
  }

  private static JsonNode comments(Wire wire, String post, String content) {
    return asks(
        wire, "newComment", "{\"postID\":\"%s\",\"content\":\"%s\"}".formatted(post, content));
  }

  @Test
  void newComment() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      String post = writes(anns, "lake").path("id").asString();
      JsonNode full = comments(bens, post, "fine");
      isFull(full, post);
      isComment(full.path("comments").get(0), post, ben, "fine");
      isRefused(
          bens,
          "newComment",
          "{\"postID\":\"%s\",\"content\":\"\"}".formatted(post),
          "Text is missing");
      isRefused(
          bens, "newComment", "{\"postID\":\"99999999\",\"content\":\"x\"}", "post not found");
      isRefused(bens, "newComment", "{\"content\":\"x\"}", "postID is missing");
    }
  }

  @Test
  void deletePost() {
    try (Wire anns = socket(ann);
        Wire bens = socket(ben)) {
      String post = writes(anns, "lake").path("id").asString();
      isRefused(bens, "deletePost", quoted(post), "only the author may delete a post");
      assertEquals(quoted(post), asks(anns, "deletePost", quoted(post)).toString());
      isRefused(anns, "deletePost", quoted(post), "post not found");
      isRefused(anns, "fullPostAndComments", quoted(post), "post not found");
    }
  }

  @Test
  void postsPortionInGroup() {
    String group = ann.foundsGroupWith(ben);
    try (Wire anns = socket(ann);
        Wire bens = socket(ben);
        Wire others = socket(parley.person("eve"))) {
      for (int i = 1; i <= PORTION + 1; i++) {
        asks(
            anns,
            "newPost",
            "{\"title\":\"%s\",\"body\":\"of %s\",\"categories\":[],\"groupID\":\"%s\"}"
                .formatted(i, i, group));
      }
      String portion = "{\"groupID\":\"%s\",\"offset\":%s}";
      JsonNode posts = asks(bens, "postsPortionInGroup", portion.formatted(group, 0));
      assertEquals(numbers(11, 2), themes(posts));
      isPost(posts.get(0), ann, "11", "of 11");
      assertEquals(group, posts.get(0).path("groupID").asString());
      assertEquals(
          List.of("1"), themes(asks(bens, "postsPortionInGroup", portion.formatted(group, 10))));
      isRefused(others, "postsPortionInGroup", portion.formatted(group, 0), "group not found");
      isRefused(
          bens, "postsPortionInGroup", portion.formatted(group, -1), "offset must not be negative");
    }
  }

  @Test
  void searchGroupsUsers() {
    String mark = Parley.unique("Mark").replace("-", "");
    Person zoe = parley.person(mark + "zoe");
    try (Wire anns = socket(ann);
        Wire zoes = socket(zoe)) {
      String group =
          asks(anns, "createGroup", "{\"title\":\"%s club\",\"description\":\"\"}".formatted(mark))
              .path("id")
              .asString();
      String club =
          "{\"entityType\":\"groups\",\"id\":\"%s\",\"name\":\"%s club\"}".formatted(group, mark);
      String person =
          "{\"entityType\":\"profile\",\"id\":\"%s\",\"name\":\"%s\"}"
              .formatted(zoe.id(), zoe.name());
      String lower = quoted(mark.toLowerCase(Locale.ROOT));
      assertEquals(
          "[" + club + "," + person + "]", asks(anns, "searchGroupsUsers", lower).toString());
      assertEquals("[" + club + "]", asks(zoes, "searchGroupsUsers", lower).toString());
      assertEquals("[]", asks(anns, "searchGroupsUsers", "\"no such thing\"").toString());
      assertEquals("[]", asks(anns, "searchGroupsUsers", "\"\"").toString());
      ann.call("PUT", "/people/" + zoe.id() + "/block", null).expect(204);
      assertEquals("[]", asks(zoes, "searchGroupsUsers", lower).toString());
      isRefused(anns, "searchGroupsUsers", "null", "searchQuery is missing");
      isRefused(
          anns,
          "searchGroupsUsers",
          quoted("x".repeat(201)),
          "text must have at most 200 characters");
    }
  }

  @Test
  void newNotification() {
    try (Wire anns = socket(ann);
        Wire second = socket(ann);
        Wire bens = socket(ben)) {
      asks(anns, "setProfileType", "\"1\"");
      asks(bens, "followUser", quoted(ann.id()));
      for (Wire wire : List.of(anns, second)) {
        JsonNode told = wire.receives("newNotification");
        assertTrue(told.path("id").isInt(), told.toString());
        assertEquals(quoted(ann.id()), told.path("userId").toString());
        assertEquals(quoted(ben.id()), told.path("fromUserId").toString());
        assertEquals("follow request", told.path("type").asString());
        assertEquals(ben.name() + " wants to follow you", told.path("body").asString());
        assertTrue(told.path("groupId").isNull());
        assertTrue(told.path("postId").isNull());
        assertEquals("0", told.path("read").toString());
        assertTrue(age(told.path("dateCreate")).compareTo(Duration.ofMinutes(5)) < 0);
      }
      bens.settles();
      assertEquals(List.of(), bens.pushes("newNotification"));
    }
  }
}
