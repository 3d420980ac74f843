package dev.parley.conversations;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** The WebSocket type about one's chats in short. */
@ApplicationScoped
public class ChatListCommands {

  @Inject ChatList chats;

  @Produces
  Command getChatList() {
    return Command.of(
            "getChatList",
            Command.Nothing.class,
            "One's chats in short: `type` 0 with one other person (`userID`), 1 with many",
            (call, nothing) -> chats.of(call.caller()))
        .example("null", "[{'id':'9','name':'book club','type':1,'userID':null,'picture':null}]");
  }
}
