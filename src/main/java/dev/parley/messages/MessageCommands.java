package dev.parley.messages;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about messages. */
@ApplicationScoped
public class MessageCommands {

  private static final int PAGE = 50;

  @Inject Messages messages;
  @Inject History history;
  @Inject Receipts receipts;

  /** The same key again, with the same body, is the same message. */
  public record Send(@NotNull Long chatID, @NotNull String content, String key) {}

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
        (call, send) -> messages.send(call.caller(), send.chatID(), send.content(), send.key()));
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
                read.limit() == null ? PAGE : read.limit()));
  }

  @Produces
  Command markRead() {
    return Command.of(
        "markRead",
        Mark.class,
        "Moves one's read mark upwards",
        (call, mark) -> receipts.markRead(call.caller(), mark.chatID(), mark.seq()));
  }
}
