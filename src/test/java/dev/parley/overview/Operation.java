package dev.parley.overview;

import dev.parley.client.Parley;
import dev.parley.images.TestPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that somebody does and that changes what one sees.
 *
 * @param type on the wire
 * @param what in words
 * @param before what has to be so before the clients come in
 * @param chat the conversation that is in front of those who look at one
 * @param run done by the actor
 */
record Operation(
    String type,
    String what,
    Consumer<Stage> before,
    Function<Stage, String> chat,
    Consumer<Stage> run) {

  private static final String FOREVER = "forever";

  @Override
  public String toString() {
    return what.isEmpty() ? type : type + ": " + what;
  }

  /** All of them. */
  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    messages(all);
    opened(all);
    own(all);
    conversations(all);
    groups(all);
    people(all);
    all.addAll(NotificationOperations.all());
    return all;
  }

  private static void messages(List<Operation> all) {
    all.add(inGroup("sendMessage", "", s -> Map.of("chatID", s.group, "content", "hi")));
    all.add(inPair("sendMessage", "to one", s -> Map.of("chatID", s.pair, "content", "hi")));
    all.add(
        inGroup(
            "sendMessage",
            "with a mention and an answer",
            s ->
                Map.of(
                    "chatID", s.group, "content", "yes @" + s.other.name(), "replyTo", s.second)));
    all.add(
        inGroup("sendMessage", "out of the archive", s -> Map.of("chatID", s.group, "content", "x"))
            .after(s -> own(s, "archive", Map.of("archived", true))));
    all.add(
        inGroup("sendMessage", "muted", s -> Map.of("chatID", s.group, "content", "x"))
            .after(
                s -> {
                  own(s, "archive", Map.of("archived", true));
                  own(s, "mute", Map.of("until", FOREVER));
                }));
    all.add(edit("what is quoted", "first, mended", s -> s.first));
    all.add(edit("a mention less", "third, of nobody", s -> s.third));
    all.add(
        inGroup(
            "editMessage",
            "a mention more",
            s -> Map.of("messageID", s.first, "content", "@" + s.other.name())));
    all.add(inGroup("deleteMessage", "what is quoted", s -> Map.of("messageID", s.first)));
    all.add(inGroup("deleteMessage", "what mentions", s -> Map.of("messageID", s.third)));
    all.add(inGroup("deleteMessage", "another's, pinned", s -> Map.of("messageID", s.second)));
    all.add(react("more", "🎉"));
    all.add(react("taken back", "👍"));
    all.add(inGroup("pinMessage", "in", s -> Map.of("messageID", s.first)));
    all.add(inGroup("pinMessage", "out", s -> Map.of("messageID", s.second, "pinned", false)));
  }

  private static void opened(List<Operation> all) {
    all.add(
        new Operation(
            "openChat",
            "for the first time",
            s -> {},
            s -> s.group,
            s -> s.hands.asks("openChat", s.outsider.id())));
    all.add(
        new Operation(
            "sendMessageToOpendChat",
            "",
            s -> {},
            s -> s.pair,
            s -> {
              s.hands.asks("openChat", s.other.id());
              s.hands.asks("sendMessageToOpendChat", Map.of("content", "hi"));
            }));
  }

  private static void own(List<Operation> all) {
    all.add(inGroup("markRead", "", s -> Map.of("chatID", s.group, "seq", 3)));
    all.add(
        inGroup("markRead", "unseen", s -> Map.of("chatID", s.group, "seq", 3))
            .after(s -> receipts(s, false)));
    all.add(
        inGroup("markUnread", "", s -> Map.of("chatID", s.group, "seq", 2))
            .after(
                s ->
                    s.actor
                        .call("PUT", "/conversations/" + s.group + "/read", Map.of("seq", 5))
                        .expect(200)));
    all.add(inGroup("muteConversation", "", s -> Map.of("chatID", s.group, "until", FOREVER)));
    all.add(inGroup("archiveConversation", "", s -> Map.of("chatID", s.group, "archived", true)));
    all.add(inGroup("saveDraft", "", s -> Map.of("chatID", s.group, "content", "perhaps")));
    all.add(inGroup("updateSettings", "hidden", s -> Map.of("receipts", false)));
    all.add(
        inGroup("updateSettings", "shown", s -> Map.of("receipts", true))
            .after(s -> receipts(s, false)));
  }

  private static void conversations(List<Operation> all) {
    all.add(
        inGroup(
            "createConversation",
            "a group",
            s -> Map.of("kind", "group", "name", "new", "userIDs", List.of(s.other.id()))));
    all.add(
        inGroup(
            "createConversation",
            "a private one",
            s -> Map.of("kind", "private", "userIDs", List.of(s.outsider.id()))));
    all.add(inGroup("updateConversation", "name", s -> Map.of("chatID", s.group, "name", "new")));
    all.add(inGroup("updateConversation", "topic", s -> Map.of("chatID", s.group, "topic", "new")));
    all.add(
        inGroup(
            "updateConversation",
            "picture",
            s -> Map.of("chatID", s.group, "pictureID", picture(s))));
    all.add(inGroup("addMember", "", s -> Map.of("chatID", s.group, "userID", s.outsider.id())));
    all.add(inGroup("removeMember", "", s -> Map.of("chatID", s.group, "userID", s.other.id())));
    all.add(
        inGroup(
            "setRole",
            "",
            s -> Map.of("chatID", s.group, "userID", s.other.id(), "role", "admin")));
    all.add(
        new Operation(
            "joinByInvite",
            "",
            s -> {},
            s -> s.group,
            s -> s.outsiders.asks("joinByInvite", Map.of("code", code(s)))));
    all.add(inGroup("leaveConversation", "", s -> Map.of("chatID", s.group)));
    all.add(inGroup("deleteConversation", "", s -> Map.of("chatID", s.group)));
  }

  private static void groups(List<Operation> all) {
    all.add(inClub("createGroup", s -> Map.of("title", "new", "description", "d")));
    all.add(inClub("updateGroup", s -> Map.of("groupID", s.club, "title", "new")));
    all.add(inClub("deleteGroup", s -> Map.of("groupID", s.club)));
    all.add(
        inClub("inviteToGroup", s -> Map.of("groupID", s.club, "user", s.outsider.id()))
            .after(Operation::asks));
    all.add(
        inClub("addUserToGroup", s -> Map.of("groupID", s.club, "userID", s.outsider.id()))
            .after(Operation::asks));
    all.add(
        inClub(
                "answerJoinRequest",
                s -> Map.of("groupID", s.club, "userID", s.outsider.id(), "accept", true))
            .after(Operation::asks));
    all.add(
        new Operation(
            "answerInvitation",
            "",
            s -> {
              s.founds();
              s.actor.invites(s.club, s.outsider);
            },
            s -> s.club,
            s -> s.outsiders.asks("answerInvitation", Map.of("groupID", s.club, "accept", true))));
    all.add(
        new Operation(
            "leaveGroup",
            "",
            Stage::founds,
            s -> s.club,
            s -> s.other.call("DELETE", "/groups/" + s.club + "/membership", null).expect(204)));
  }

  static void asks(Stage s) {
    s.founds();
    s.outsider.call("POST", "/groups/" + s.club + "/requests", null).expect(200);
  }

  private static void people(List<Operation> all) {
    all.add(
        inGroup(
            "changePassword", "of a guest", s -> Map.of("newPassword", "another long password")));
    all.add(
        inGroup(
            "updateAccount", "", s -> Map.of("name", Parley.unique("new"), "fullName", "A. New")));
    all.add(inGroup("updateProfile", "full name", s -> Map.of("fullName", "A. New")));
    all.add(inGroup("updateProfile", "picture", s -> Map.of("pictureID", picture(s))));
    all.add(inPair("blockUser", "", s -> Map.of("userID", s.other.id())));
    all.add(
        inPair("unblockUser", "", s -> Map.of("userID", s.other.id()))
            .after(
                s -> s.actor.call("PUT", "/people/" + s.other.id() + "/block", null).expect(204)));
    all.add(
        new Operation(
            "deleteAccount",
            "",
            s -> {},
            s -> s.group,
            s -> {
              s.other.call("DELETE", "/accounts/me", Map.of()).expect(204);
              s.forgets(s.other);
            }));
  }

  static Operation inGroup(String type, String what, Function<Stage, Map<String, ?>> payload) {
    return new Operation(
        type, what, s -> {}, s -> s.group, s -> s.hands.asks(type, payload.apply(s)));
  }

  static Operation inClub(String type, Function<Stage, Map<String, ?>> payload) {
    return new Operation(
        type, "", Stage::founds, s -> s.club, s -> s.hands.asks(type, payload.apply(s)));
  }

  private static Operation inPair(
      String type, String what, Function<Stage, Map<String, ?>> payload) {
    return new Operation(
        type, what, s -> {}, s -> s.pair, s -> s.hands.asks(type, payload.apply(s)));
  }

  private static Operation edit(String what, String content, Function<Stage, String> message) {
    return inGroup(
        "editMessage", what, s -> Map.of("messageID", message.apply(s), "content", content));
  }

  private static Operation react(String what, String emoji) {
    return inGroup("reactToMessage", what, s -> Map.of("messageID", s.second, "emoji", emoji));
  }

  /** The same, when something was done before. */
  Operation after(Consumer<Stage> first) {
    return new Operation(type, what, first, chat, run);
  }

  /** The other one puts the group away. */
  private static void own(Stage s, String what, Map<String, ?> body) {
    s.other.call("PUT", "/conversations/" + s.group + "/own/" + what, body).expect(200);
  }

  private static void receipts(Stage s, boolean shown) {
    s.actor.call("PATCH", "/accounts/me/settings", Map.of("receipts", shown)).expect(200);
  }

  private static String code(Stage s) {
    return s.hands.asks("createInvite", Map.of("chatID", s.group)).path("code").asString();
  }

  private static String picture(Stage s) {
    return s.actor.uploads("new.png", TestPictures.png(8, 8)).path("id").asString();
  }
}
