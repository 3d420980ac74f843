package dev.parley.conversations;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/** The WebSocket types about conversations and their members. */
@ApplicationScoped
public class ConversationCommands {

  @Inject Conversations conversations;
  @Inject MemberChanges members;

  /** A private one has exactly one other person. */
  public record Create(@NotNull Kind kind, String name, List<@NotNull Long> userIDs) {}

  /** What is null stays as it is. */
  public record Update(@NotNull Long chatID, String name, String topic, String pictureID) {}

  /** A conversation. */
  public record Chat(@NotNull Long chatID) {}

  /** Somebody in a conversation. */
  public record Member(@NotNull Long chatID, @NotNull Long userID, MembershipRole role) {}

  @Produces
  Command createConversation() {
    return Command.of(
            "createConversation",
            Create.class,
            "Creates a conversation, or finds the pair's private one",
            (call, create) ->
                conversations
                    .create(
                        call.caller(),
                        create.kind(),
                        create.name(),
                        create.userIDs() == null ? List.of() : create.userIDs())
                    .view())
        .example(
            "{'kind':'group','name':'book club','userIDs':['3']}",
            "{'id':'9','kind':'group','name':'book club','role':'admin','seq':421,"
                + "'ev':977,'members':[{'id':'3','name':'ben','role':'member'}],"
                + "'memberCount':2}");
  }

  @Produces
  Command updateConversation() {
    return Command.of(
            "updateConversation",
            Update.class,
            "Changes name, topic or picture; an empty `pictureID` takes it away",
            (call, update) ->
                conversations.update(
                    call.caller(),
                    update.chatID(),
                    update.name(),
                    update.topic(),
                    update.pictureID()))
        .example(
            "{'chatID':'9','name':'book club'}",
            "{'id':'9','name':'book club','ev':977,'memberCount':2}");
  }

  @Produces
  Command deleteConversation() {
    return Command.of(
            "deleteConversation",
            Chat.class,
            "Deletes a group or channel with its messages",
            (call, chat) -> {
              conversations.delete(call.caller(), chat.chatID());
              return Map.of("chatID", chat.chatID().toString());
            })
        .example("{'chatID':'9'}", "{'chatID':'9'}");
  }

  @Produces
  Command leaveConversation() {
    return Command.of(
            "leaveConversation",
            Chat.class,
            "Leaves a group or channel",
            (call, chat) -> {
              members.remove(call.caller(), chat.chatID(), call.caller().accountId());
              return Map.of("chatID", chat.chatID().toString());
            })
        .example("{'chatID':'9'}", "{'chatID':'9'}");
  }

  @Produces
  Command addMember() {
    return Command.of(
            "addMember",
            Member.class,
            "Takes somebody into a group or channel",
            (call, member) ->
                members.add(
                    call.caller(),
                    member.chatID(),
                    member.userID(),
                    member.role() == null ? MembershipRole.MEMBER : member.role()))
        .example(
            "{'chatID':'9','userID':'3'}",
            "{'id':'9','name':'book club','ev':977,'memberCount':2}");
  }

  @Produces
  Command removeMember() {
    return Command.of(
            "removeMember",
            Member.class,
            "Shows somebody out of a group or channel",
            (call, member) -> {
              members.remove(call.caller(), member.chatID(), member.userID());
              return Map.of(
                  "chatID", member.chatID().toString(), "userID", member.userID().toString());
            })
        .example("{'chatID':'9','userID':'3'}", "{'chatID':'9','userID':'3'}");
  }

  @Produces
  Command setRole() {
    return Command.of(
            "setRole",
            Member.class,
            "Makes a member an administrator, or the other way round",
            (call, member) ->
                members.setRole(
                    call.caller(),
                    member.chatID(),
                    member.userID(),
                    member.role() == null ? MembershipRole.MEMBER : member.role()))
        .example(
            "{'chatID':'9','userID':'3','role':'admin'}",
            "{'id':'9','name':'book club','ev':977,'memberCount':2}");
  }
}
