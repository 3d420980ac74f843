package dev.parley.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GroupsIT extends ClientTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final Person eve = parley.person("eve");

  @Test
  void createGroupMakesAConversationWithItsMakerInIt() {
    try (Wire wire = ann.connects()) {
      String title = Parley.unique("Chess");
      JsonNode made = wire.asks("createGroup", Map.of("TITLE", title, "Description", "on Fridays"));
      assertEquals(title, made.path("name").asString());
      assertEquals("on Fridays", made.path("description").asString());
      assertEquals(ann.id(), made.path("creatorID").asString());
      assertEquals(ann.id(), made.path("members").get(0).path("id").asString());
      assertEquals(ann.name(), made.path("members").get(0).path("userName").asString());
      assertTrue(made.path("dateCreate").asString().endsWith("Z"));
      assertEquals(1, made.path("memberCount").asInt());
      String id = made.path("id").asString();
      JsonNode chat = ann.get("/conversations/" + id).expect(200).body();
      assertEquals("group", chat.path("kind").asString());
      assertEquals(title, chat.path("name").asString());
    }
  }

  @Test
  void createGroupRefusesTextsThatAreNone() {
    try (Wire wire = ann.connects()) {
      for (String title : List.of("", "  ")) {
        JsonNode refused = wire.isRefused("createGroup", Map.of("title", title), "invalid");
        assertEquals("Title is missing", refused.path("data").asString());
        assertEquals("title", refused.path("field").asString());
      }
      wire.isRefused("createGroup", Map.of(), "invalid");
      wire.isRefused("createGroup", Map.of("title", "x".repeat(101)), "invalid");
      wire.isRefused("createGroup", Map.of("title", "a\nb"), "invalid");
      JsonNode refused =
          wire.isRefused(
              "createGroup", Map.of("title", "x", "description", "x".repeat(2001)), "invalid");
      assertEquals("description", refused.path("field").asString());
    }
  }

  @Test
  void whoIsNotInItSeesNoMoreThanNameDescriptionMakerAndNumber() {
    String group = ann.foundsGroupWith(ben);
    String text = eve.get("/groups/" + group).expect(200).text();
    JsonNode seen = eve.get("/groups/" + group).body();
    assertEquals(0, seen.path("members").size());
    assertEquals(2, seen.path("memberCount").asInt());
    assertTrue(seen.path("picture").isNull());
    assertFalse(text.contains(ben.name()), text);
    assertEquals("none", seen.path("status").asString());
    assertEquals(2, ben.get("/groups/" + group).body().path("members").size());
    eve.get("/conversations/" + group).refused(404, "notFound");
    eve.get("/conversations/" + group + "/messages").refused(404, "notFound");
  }

  @Test
  void aConversationThatIsNoSocialGroupIsNoneForAnybody() {
    String chat = ann.groupWith(ben);
    for (Person who : List.of(ann, ben, eve)) {
      who.get("/groups/" + chat).refused(404, "notFound");
      who.call("POST", "/groups/" + chat + "/requests", null).refused(404, "notFound");
    }
  }

  @Test
  void theInvitedAcceptsAndIsAMember() {
    String group = ann.foundsGroupWith();
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode entry = anns.asks("addUserToGroup", Map.of("groupID", group, "userID", ben.id()));
      assertEquals(group, entry.path("groupID").asString());
      assertEquals(ben.id(), entry.path("userID").asString());
      assertEquals(ben.name(), entry.path("userName").asString());
      assertEquals("invited", entry.path("status").asString());
      assertEquals(0, bens.asks("verifyGroupView", group).asInt());
      JsonNode invitation = bens.asks("groupInvitations", Map.of()).get(0);
      assertEquals(group, invitation.path("groupID").asString());
      assertEquals(ann.id(), invitation.path("userID").asString());
      bens.asks("answerInvitation", Map.of("groupID", group, "accept", true));
      bens.receives("conversationChanged", d -> d.path("chatID").asString().equals(group));
      assertEquals(1, bens.asks("verifyGroupView", group).asInt());
      assertEquals(2, bens.asks("groupMembers", group).size());
      assertEquals(0, bens.asks("groupInvitations", Map.of()).size());
      bens.isRefused("answerInvitation", Map.of("groupID", group, "accept", true), "notFound");
    }
    String last = lastLine(group);
    assertEquals(ann.name() + " added " + ben.name(), last);
  }

  @Test
  void theInvitedDeclinesAndMayBeAskedAgain() {
    String group = ann.foundsGroupWith();
    ann.invites(group, ben);
    answer(ben, group, false);
    assertEquals("none", ben.get("/groups/" + group).body().path("status").asString());
    ann.invites(group, ben);
    answer(ben, group, true);
  }

  @Test
  void inviteToGroupRefusesWhoIsInvitedInItOrNobody() {
    String group = ann.foundsGroupWith(ben);
    ann.invites(group, eve);
    try (Wire wire = ben.connects()) {
      wire.isRefused("inviteToGroup", Map.of("groupID", group, "user", eve.id()), "conflict");
      wire.isRefused("inviteToGroup", Map.of("groupID", group, "user", ann.id()), "conflict");
      wire.isRefused("inviteToGroup", Map.of("groupID", group, "user", ben.id()), "conflict");
      wire.isRefused("inviteToGroup", Map.of("groupID", group, "user", "99999999"), "notFound");
      wire.isRefused("inviteToGroup", Map.of("groupID", group), "invalid");
      wire.isRefused("addUserToGroup", Map.of("groupID", group, "userID", eve.id()), "conflict");
    }
  }

  @Test
  void nobodyInvitesAcrossABlock() {
    String group = ann.foundsGroupWith(ben);
    eve.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
    try (Wire wire = ben.connects()) {
      Object there = Map.of("groupID", group, "user", eve.id());
      Object nobody = Map.of("groupID", group, "user", "99999999");
      assertEquals(
          wire.isRefused("inviteToGroup", nobody, "notFound"),
          wire.isRefused("inviteToGroup", there, "notFound"));
      Object search = Map.of("groupID", group, "user", eve.name());
      assertEquals(0, wire.asks("searchUsersNotInGroup", search).size());
    }
    ann.invites(group, eve);
    eve.call("PUT", "/people/" + ann.id() + "/block", null).expect(204);
    assertEquals(0, eve.get("/groups/own/invitations").body().size());
    eve.call("PUT", "/groups/" + group + "/invitation", Map.of("accept", true))
        .refused(404, "notFound");
  }

  @Test
  void aGroupWhoseMakerBlocksOneIsNotThereUnlessOneIsInvited() {
    String group = ann.foundsGroupWith(ben);
    String name = ann.get("/groups/" + group).body().path("name").asString();
    eve.call("POST", "/groups/" + group + "/requests", null).expect(200);
    ann.call("PUT", "/people/" + eve.id() + "/block", null).expect(204);
    assertEquals(0, ann.get("/groups/" + group + "/requests").body().size());
    assertEquals(0, eve.get("/groups?query=" + name).body().size());
    eve.get("/groups/" + group).refused(404, "notFound");
    ben.invites(group, eve);
    eve.get("/groups/" + group).expect(200);
    answer(eve, group, true);
    assertEquals(3, eve.get("/groups/" + group + "/members").body().size());
  }

  @Test
  void aModeratorTakesInWhoHasAsked() {
    String group = ann.foundsGroupWith(ben);
    try (Wire anns = ann.connects();
        Wire eves = eve.connects()) {
      JsonNode asked = eves.asks("requestToJoinToGroup", group);
      assertEquals("requested", asked.path("status").asString());
      eves.isRefused("requestToJoinToGroup", group, "conflict");
      assertEquals(0, eves.asks("verifyGroupView", group).asInt());
      JsonNode request = anns.asks("groupRequests", group).get(0);
      assertEquals(eve.id(), request.path("userID").asString());
      Object yes = Map.of("groupID", group, "userID", eve.id(), "accept", true);
      assertTrue(anns.asks("answerJoinRequest", yes).path("accepted").asBoolean());
      eves.receives("conversationChanged", d -> d.path("chatID").asString().equals(group));
      anns.isRefused("answerJoinRequest", yes, "notFound");
      assertEquals(0, anns.asks("groupRequests", group).size());
    }
    assertEquals(3, eve.get("/groups/" + group + "/members").body().size());
  }

  @Test
  void addUserToGroupByAModeratorAnswersARequestAndByAMemberInvites() {
    String group = ann.foundsGroupWith(ben);
    eve.call("POST", "/groups/" + group + "/requests", null).expect(200);
    Object entry = Map.of("groupID", group, "userID", eve.id(), "userName", eve.name());
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      assertEquals("invited", bens.asks("addUserToGroup", entry).path("status").asString());
      assertEquals("member", anns.asks("addUserToGroup", entry).path("status").asString());
      anns.isRefused("addUserToGroup", entry, "conflict");
    }
    assertEquals(0, eve.get("/groups/own/invitations").body().size());
  }

  @Test
  void aRequestIsDeclinedOrWithdrawnAndCanBeMadeAgain() {
    String group = ann.foundsGroupWith(ben);
    String requests = "/groups/" + group + "/requests";
    for (Person who : List.of(ann, eve)) {
      eve.call("POST", requests, null).expect(200);
      ben.call("PUT", requests + "/" + eve.id(), Map.of("accept", false)).refused(403, "forbidden");
      who.call("PUT", requests + "/" + eve.id(), Map.of("accept", false)).expect(200);
      assertEquals(0, ann.get(requests).body().size());
      who.call("PUT", requests + "/" + eve.id(), Map.of("accept", false)).refused(404, "notFound");
    }
    eve.call("POST", requests, null).expect(200);
    eve.call("PUT", requests + "/" + eve.id(), Map.of("accept", true)).refused(403, "forbidden");
  }

  @Test
  void nobodyAnswersAnInvitationOfSomebodyElse() {
    String group = ann.foundsGroupWith(ben);
    ann.invites(group, eve);
    for (Person who : List.of(ann, ben, parley.person("dan"))) {
      for (boolean accept : new boolean[] {true, false}) {
        who.call("PUT", "/groups/" + group + "/invitation", Map.of("accept", accept))
            .refused(404, "notFound");
      }
    }
    assertEquals(1, eve.get("/groups/own/invitations").body().size());
  }

  @Test
  void whoLeavesTakesTheirInvitationsAlong() {
    String group = ann.foundsGroupWith(ben);
    ben.invites(group, eve);
    ben.call("DELETE", "/groups/" + group + "/membership", null).expect(204);
    assertEquals(0, eve.get("/groups/own/invitations").body().size());
    eve.call("PUT", "/groups/" + group + "/invitation", Map.of("accept", true))
        .refused(404, "notFound");
  }

  @Test
  void ofManyAnswersAtOnceOneCounts() {
    for (int round = 0; round < 5; round++) {
      Person cat = parley.person("cat");
      String group = ann.foundsGroupWith(ben);
      String member = "/conversations/" + group + "/members/" + ben.id();
      ann.call("PATCH", member, Map.of("role", "admin")).expect(200);
      cat.call("POST", "/groups/" + group + "/requests", null).expect(200);
      String path = "/groups/" + group + "/requests/" + cat.id();
      long accepted =
          IntStream.range(0, 6)
              .parallel()
              .filter(
                  i ->
                      (i % 2 == 0 ? ann : ben).call("PUT", path, Map.of("accept", true)).status()
                          == 200)
              .count();
      assertEquals(1, accepted);
      assertEquals(3, ann.get("/groups/" + group).body().path("memberCount").asInt());
    }
  }

  @Test
  void nobodyIsPutIntoAGroupByTheWayOfItsConversation() {
    String group = ann.foundsGroupWith();
    String members = "/conversations/" + group + "/members";
    ann.call("POST", members, Map.of("userID", eve.id())).refused(403, "forbidden");
    eve.call("POST", "/groups/" + group + "/requests", null).expect(200);
    ann.call("POST", members, Map.of("userID", eve.id())).expect(201);
    assertEquals(0, ann.get("/groups/" + group + "/requests").body().size());
  }

  @Test
  void leaveGroupLetsTheLastModeratorNameAnotherOneBefore() {
    String group = ann.foundsGroupWith(ben);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      anns.isRefused("leaveGroup", group, "conflict");
      anns.isRefused("leaveConversation", Map.of("chatID", group), "conflict");
      anns.asks("setRole", Map.of("chatID", group, "userID", ben.id(), "role", "admin"));
      assertEquals(group, anns.asks("leaveGroup", group).path("groupID").asString());
      anns.isRefused("groupMembers", group, "forbidden");
      bens.asks("leaveGroup", group);
      bens.isRefused("getGroupProfile", group, "notFound");
    }
  }

  @Test
  void updateGroupTellsTheMembers() {
    String group = ann.foundsGroupWith(ben);
    String title = Parley.unique("Go");
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      JsonNode now =
          anns.asks("updateGroup", Map.of("groupID", group, "title", title, "description", "d"));
      assertEquals(title, now.path("name").asString());
      assertEquals("d", now.path("description").asString());
      bens.receives("conversationChanged", d -> d.path("chatID").asString().equals(group));
      anns.asks("updateGroup", Map.of("groupID", group, "description", ""));
      assertEquals(title, bens.asks("getGroupProfile", group).path("name").asString());
      anns.isRefused("updateGroup", Map.of("groupID", group, "title", " "), "invalid");
    }
  }

  @Test
  void deleteGroupTakesEverythingAlong() {
    String group = ann.foundsGroupWith(ben);
    String event = ann.plans(group, "walk");
    ann.invites(group, eve);
    try (Wire anns = ann.connects();
        Wire bens = ben.connects()) {
      anns.asks("deleteGroup", group);
      bens.receives("conversationGone", d -> d.path("chatID").asString().equals(group));
      bens.isRefused("getGroupEvent", event, "notFound");
      bens.isRefused("getGroupProfile", group, "notFound");
    }
    assertEquals(0, eve.get("/groups/own/invitations").body().size());
  }

  @Test
  void ofSomebodyElsesGroupsOneSeesThoseThatOneIsIn() {
    String shared = ann.foundsGroupWith(ben);
    String other = ann.foundsGroupWith(eve);
    try (Wire bens = ben.connects();
        Wire anns = ann.connects()) {
      JsonNode seen = bens.asks("userGroups", ann.id());
      assertEquals(1, seen.size());
      assertEquals(shared, seen.get(0).path("id").asString());
      assertTrue(anns.asks("userGroups", Map.of()).toString().contains(other));
      bens.isRefused("userGroups", "99999999", "notFound");
    }
  }

  @Test
  void groupsAreFoundByAPartOfTheirName() {
    String group = ann.foundsGroupWith();
    String title = Parley.unique("Шахи");
    ann.call("PATCH", "/groups/" + group, Map.of("title", title)).expect(200);
    String part =
        java.net.URLEncoder.encode(
            title.substring(1).toUpperCase(java.util.Locale.ROOT),
            java.nio.charset.StandardCharsets.UTF_8);
    JsonNode found = eve.get("/groups?query=" + part).expect(200).body();
    assertEquals(1, found.size());
    assertEquals(group, found.get(0).path("id").asString());
    assertEquals(0, eve.get("/groups?query=%25").body().size());
    assertEquals(0, eve.get("/groups?query=").body().size());
    String chat = ann.groupWith();
    ann.call("PATCH", "/conversations/" + chat, Map.of("name", "hidden " + title)).expect(200);
    assertEquals(1, eve.get("/groups?query=" + part).body().size());
  }

  @Test
  void searchUsersNotInGroupFindsWhoMightBeInvited() {
    String group = ann.foundsGroupWith(ben);
    try (Wire wire = ann.connects()) {
      JsonNode found =
          wire.asks("searchUsersNotInGroup", Map.of("groupID", group, "user", eve.name()));
      assertEquals(eve.id(), found.get(0).path("id").asString());
      assertEquals(eve.name(), found.get(0).path("userName").asString());
      assertEquals(
          0,
          wire.asks("searchUsersNotInGroup", Map.of("groupID", group, "user", ben.name())).size());
    }
  }

  @Test
  void whoDeletesTheirAccountAsksForNothingAnyMore() {
    String group = ann.foundsGroupWith();
    Person dan = parley.person("dan");
    dan.call("POST", "/groups/" + group + "/requests", null).expect(200);
    dan.call("DELETE", "/accounts/me", Map.of()).expect(204);
    assertEquals(0, ann.get("/groups/" + group + "/requests").body().size());
  }

  private static void answer(Person who, String group, boolean accept) {
    who.call("PUT", "/groups/" + group + "/invitation", Map.of("accept", accept)).expect(200);
  }

  private String lastLine(String group) {
    return ann.history(group)
        .valueStream()
        .filter(m -> m.path("kind").asString().equals("system"))
        .reduce((a, b) -> b)
        .orElseThrow()
        .path("content")
        .asString();
  }
}
