package dev.parley.messages;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about what one keeps about a conversation. */
@ApplicationScoped
public class OwnChatCommands {

  @Inject OwnChats own;

  /** A time, {@code forever}, or null to end it. */
  public record Mute(@NotNull Long chatID, String until) {}

  /** In or out. */
  public record Archive(@NotNull Long chatID, @NotNull Boolean archived) {}

  /** Empty: there is none any more. */
  public record Draft(@NotNull Long chatID, @NotNull String content) {}

  /** The first message that is to be unread. */
  public record Unread(@NotNull Long chatID, @NotNull Long seq) {}

  @Produces
  Command muteConversation() {
    return Command.of(
            "muteConversation",
            Mute.class,
            "Mutes a conversation until a time, `forever`, or with null not any more",
            (call, mute) -> own.mute(call.caller(), mute.chatID(), mute.until()))
        .example(
            "{'chatID':'9','until':'forever'}",
            "{'chatID':'9','rev':4,'mutedUntil':'9999-12-31T00:00:00Z'}");
  }

  @Produces
  Command archiveConversation() {
    return Command.of(
            "archiveConversation",
            Archive.class,
            "Puts a conversation into the archive, until a message comes while it is not muted",
            (call, archive) -> own.archive(call.caller(), archive.chatID(), archive.archived()))
        .example("{'chatID':'9','archived':true}", "{'chatID':'9','rev':4,'archived':true}");
  }

  @Produces
  Command saveDraft() {
    return Command.of(
            "saveDraft",
            Draft.class,
            "Keeps what one has begun to write, for all one's devices; empty: nothing",
            (call, draft) -> own.saveDraft(call.caller(), draft.chatID(), draft.content()))
        .example("{'chatID':'9','content':'perhaps'}", "{'chatID':'9','rev':4,'draft':'perhaps'}");
  }

  @Produces
  Command markUnread() {
    return Command.of(
            "markUnread",
            Unread.class,
            "Makes a message and what follows it unread again, for oneself",
            (call, unread) -> own.markUnread(call.caller(), unread.chatID(), unread.seq()))
        .example("{'chatID':'9','seq':421}", "{'chatID':'9','rev':4,'readSeq':420,'unread':1}");
  }
}
