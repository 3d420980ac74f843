package dev.parley.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server on which people write in private to those only whom they know. */
class CorrespondenceIT {

  private static ServerProcess server;
  private static Parley parley;

  /** Made while everybody could write to everybody, by the one. */
  private static String old;

  private static Person one;
  private static Person other;

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> environment = new HashMap<>();
    server =
        new ServerProcess(Path.of(System.getProperty("parley.install")), List.of(), environment);
    server.start();
    parley = new Parley(server.address().toString());
    one = parley.person("one");
    other = parley.person("other");
    old = one.privateChatWith(other);
    says(one, old).expect(201);
    server.kill();
    environment.put("PARLEY_OPEN_MESSAGING", "false");
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void whatWasBegunBeforeIsOnlyReadAnyMore() {
    says(one, old).refused(403, "forbidden");
    assertEquals(1, other.history(old).size());
    assertFalse(one.get("/conversations/" + old).body().path("mayWrite").asBoolean());
    follow(other, one);
    says(one, old).expect(201);
  }

  @Test
  void strangersBeginNoPrivateConversation() {
    begins(ann, ben).refused(403, "forbidden");
    assertFalse(mayWrite(ann, ben));
    try (Wire wire = ann.connects()) {
      wire.isRefused(
          "createConversation",
          Map.of("kind", "private", "userIDs", List.of(ben.id())),
          "forbidden");
    }
  }

  @Test
  void toAskToFollowIsNotEnough() {
    ben.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
    follow(ann, ben);
    begins(ann, ben).refused(403, "forbidden");
    ben.call("PUT", "/followers/" + ann.id(), null).expect(204);
    String chat = begins(ann, ben).expect(201).body().path("id").asString();
    says(ben, chat).expect(201);
  }

  @Test
  void whoFollowsMayWriteAndBeAnsweredUntilTheFollowEnds() {
    follow(ann, ben);
    assertTrue(mayWrite(ben, ann));
    String chat = begins(ben, ann).expect(201).body().path("id").asString();
    says(ann, chat).expect(201);
    says(ben, chat).expect(201);
    try (Wire bens = ben.connects()) {
      ann.call("DELETE", "/follows/" + ben.id(), null).expect(200);
      assertFalse(bens.receives("ownChatChanged").path("mayWrite").asBoolean());
      says(ann, chat).refused(403, "forbidden");
      bens.isRefused("sendMessage", Map.of("chatID", chat, "content", "hi"), "forbidden");
      follow(ben, ann);
      assertTrue(bens.receives("ownChatChanged").path("mayWrite").asBoolean());
    }
    says(ann, chat).expect(201);
  }

  @Test
  void whoIsInAGroupTogetherMayWriteUntilOneLeavesIt() {
    Person cat = parley.person("cat");
    follow(cat, ann);
    follow(cat, ben);
    String group = cat.groupWith(ann);
    begins(ann, ben).refused(403, "forbidden");
    cat.call("POST", "/conversations/" + group + "/members", Map.of("userID", ben.id()))
        .expect(201);
    String chat = begins(ann, ben).expect(201).body().path("id").asString();
    says(ben, chat).expect(201);
    cat.call("DELETE", "/conversations/" + group + "/members/" + ben.id(), null).expect(204);
    says(ben, chat).refused(403, "forbidden");
    String second = cat.groupWith(ann, ben);
    says(ben, chat).expect(201);
    cat.call("DELETE", "/conversations/" + second, null).expect(204);
    says(ann, chat).refused(403, "forbidden");
  }

  @Test
  void strangersTakeEachOtherIntoNoGroup() {
    Person cat = parley.person("cat");
    String group = ann.groupWith();
    for (String kind : List.of("group", "channel")) {
      founds(ann, kind, ben).refused(403, "forbidden");
    }
    adds(ann, group, ben).refused(403, "forbidden");
    assertEquals(1, ann.get("/conversations/" + group).body().path("memberCount").asInt());
    // One who is known does not bring along one who is not.
    follow(ann, cat);
    founds(ann, "group", cat, ben).refused(403, "forbidden");
    begins(ann, ben).refused(403, "forbidden");
    try (Wire wire = ann.connects()) {
      wire.isRefused("addMember", Map.of("chatID", group, "userID", ben.id()), "forbidden");
      wire.isRefused(
          "createConversation", Map.of("kind", "group", "userIDs", List.of(ben.id())), "forbidden");
    }
    adds(ann, group, cat).expect(201);
    adds(ann, group, new Person(parley, "99999999", "nobody", "")).refused(404, "notFound");
  }

  @Test
  void whoFollowsEitherWayOrSharesARoomIsTakenIntoAGroup() {
    String group = ann.groupWith();
    follow(ben, ann);
    adds(ann, group, ben).expect(201);
    Person cat = parley.person("cat");
    adds(ann, group, cat).refused(403, "forbidden");
    follow(ben, cat);
    founds(ben, "group", ann, cat).expect(201);
    adds(ann, group, cat).expect(201);
  }

  private static Answer founds(Person who, String kind, Person... others) {
    List<String> ids = Stream.of(others).map(Person::id).toList();
    return who.call("POST", "/conversations", Map.of("kind", kind, "userIDs", ids));
  }

  private static Answer adds(Person who, String group, Person whom) {
    return who.call("POST", "/conversations/" + group + "/members", Map.of("userID", whom.id()));
  }

  @Test
  void anInvitationToAGroupIsNotEnoughBeforeItIsAccepted() {
    String group =
        ann.call("POST", "/groups", Map.of("title", "Chess"))
            .expect(201)
            .body()
            .path("id")
            .asString();
    ann.call("POST", "/groups/" + group + "/invitations", Map.of("userID", ben.id()));
    begins(ben, ann).refused(403, "forbidden");
    ben.call("PUT", "/groups/" + group + "/invitation", Map.of("accept", true)).expect(200);
    String chat = begins(ben, ann).expect(201).body().path("id").asString();
    says(ann, chat).expect(201);
    ben.call("DELETE", "/groups/" + group + "/membership", null).expect(204);
    says(ann, chat).refused(403, "forbidden");
  }

  @Test
  void aBlockIsStrongerThanAFollow() {
    follow(ann, ben);
    follow(ben, ann);
    String chat = begins(ann, ben).expect(201).body().path("id").asString();
    ann.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
    says(ben, chat).refused(403, "forbidden");
    ann.call("DELETE", "/people/" + ben.id() + "/block", null).expect(204);
    // The block has ended what let them.
    says(ben, chat).refused(403, "forbidden");
    follow(ben, ann);
    says(ben, chat).expect(201);
  }

  private static void follow(Person who, Person whom) {
    who.call("PUT", "/follows/" + whom.id(), null).expect(200);
  }

  private static boolean mayWrite(Person viewer, Person whom) {
    JsonNode seen = viewer.get("/people/" + whom.id() + "/profile").expect(200).body();
    return seen.path("mayWrite").asBoolean();
  }

  private static Answer begins(Person who, Person whom) {
    return who.call(
        "POST", "/conversations", Map.of("kind", "private", "userIDs", List.of(whom.id())));
  }

  private static Answer says(Person who, String chat) {
    return who.call("POST", "/conversations/" + chat + "/messages", Map.of("content", "hi"));
  }
}
