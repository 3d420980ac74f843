package dev.parley.messages;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The WebSocket types about messages. */
@ApplicationScoped
public class MessageCommands {

  private static final int PAGE = 50;

  @Inject Messages messages;
  @Inject History history;
  @Inject Receipts receipts;
  @Inject MessageChanges changes;
  @Inject Pins pins;

  /** The same key again, with the same body, is the same message. */
  public record Send(
      @NotNull Long chatID,
      String content,
      String key,
      Long replyTo,
      List<@NotNull Long> attachmentIDs) {}

  /** Another text for a message. */
  public record Edit(@NotNull Long messageID, @NotNull String content) {}

  /** A message. */
  public record One(@NotNull Long messageID) {}

  /** The same emoji again takes it back. */
  public record React(@NotNull Long messageID, @NotNull String emoji) {}

  /** Without {@code pinned} it is true. */
  public record Pin(@NotNull Long messageID, Boolean pinned) {}

  /** A conversation. */
  public record Chat(@NotNull Long chatID) {}

  /** At most one of the three numbers counts: around, then after, then before. */
  public record Read(
      @NotNull Long chatID,
      Long before,
      Long after,
      Long around,
      @Min(1) @Max(100) Integer limit) {}

  /** A message's number in its conversation. */
  public record Mark(@NotNull Long chatID, @NotNull Long seq) {}

  @Produces
  Command sendMessage() {
    return Command.of(
            "sendMessage",
            Send.class,
            "Sends a message; the reply means that it is stored",
            (call, send) ->
                messages.send(
                    call.caller(),
                    send.chatID(),
                    new Messages.Draft(
                        send.content(), send.key(), send.replyTo(), send.attachmentIDs())))
        .example(
            "{'chatID':'9','content':'hi','key':'0192f0c1'}",
            "{'messageID':'812','seq':421,'ev':977,"
                + "'dateCreate':'2024-05-01T12:00:00Z','duplicate':false}");
  }

  @Produces
  Command editMessage() {
    return Command.of(
            "editMessage",
            Edit.class,
            "Puts another text into one's own message",
            (call, edit) -> changes.edit(call.caller(), edit.messageID(), edit.content()))
        .example(
            "{'messageID':'812','content':'hello'}",
            "{'id':'812','chatID':'9','seq':421,'ev':978,'content':'hello',"
                + "'edited':'2024-05-01T12:00:00Z'}");
  }

  @Produces
  Command deleteMessage() {
    return Command.of(
            "deleteMessage",
            One.class,
            "Empties a message; its sender may, and an administrator of the group",
            (call, one) -> changes.delete(call.caller(), one.messageID()))
        .example(
            "{'messageID':'812'}",
            "{'id':'812','chatID':'9','seq':421,'ev':978,'content':'','deleted':true}");
  }

  @Produces
  Command reactToMessage() {
    return Command.of(
            "reactToMessage",
            React.class,
            "Adds an emoji to a message, or takes it back",
            (call, react) -> changes.react(call.caller(), react.messageID(), react.emoji()))
        .example(
            "{'messageID':'812','emoji':'👍'}",
            "{'id':'812','chatID':'9','seq':421,'ev':978,'reactions':[{'emoji':'👍',"
                + "'userIDs':['2']}]}");
  }

  @Produces
  Command pinMessage() {
    return Command.of(
            "pinMessage",
            Pin.class,
            "Pins a message, or takes the pin out",
            (call, pin) ->
                changes.pin(call.caller(), pin.messageID(), !Boolean.FALSE.equals(pin.pinned())))
        .example(
            "{'messageID':'812','pinned':true}",
            "{'id':'812','chatID':'9','seq':421,'ev':978,'pinned':true}");
  }

  @Produces
  Command pinnedMessages() {
    return Command.of(
            "pinnedMessages",
            Chat.class,
            "The pinned messages of a conversation, the last pin first",
            (call, chat) -> pins.list(call.caller(), chat.chatID()))
        .example(
            "{'chatID':'9'}",
            "{'messages':[{'id':'812','chatID':'9','seq':421,'ev':978," + "'content':'hello'}]}");
  }

  @Produces
  Command history() {
    return Command.of(
            "history",
            Read.class,
            "Messages before, after or around a number; without any, the newest",
            (call, read) ->
                history.read(
                    call.caller(),
                    read.chatID(),
                    read.before(),
                    read.after(),
                    read.around(),
                    read.limit() == null ? PAGE : read.limit()))
        .example(
            "{'chatID':'9','before':422,'limit':20}",
            "{'messages':[{'id':'812','chatID':'9','seq':421,'ev':978,'userID':'2',"
                + "'userName':'ann','content':'hello','dateCreate':'2024-05-01T12:00:00Z',"
                + "'edited':null,'deleted':false,'reactions':[],'pinned':false}],"
                + "'first':421,'last':421,'more':true}");
  }

  @Produces
  Command markRead() {
    return Command.of(
            "markRead",
            Mark.class,
            "Moves one's read mark upwards",
            (call, mark) -> receipts.markRead(call.caller(), mark.chatID(), mark.seq()))
        .example(
            "{'chatID':'9','seq':421}",
            "{'chatID':'9','userID':'2','seq':421,'unread':0,'mentions':0}");
  }
}
