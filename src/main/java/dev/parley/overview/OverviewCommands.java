package dev.parley.overview;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** The WebSocket types that give lists of several features together. */
@ApplicationScoped
public class OverviewCommands {

  @Inject OnlineUsers online;

  @Produces
  Command onlineUsers() {
    return Command.of(
            "onlineUsers",
            Command.Nothing.class,
            "The others who are online; with whom one wrote last comes first",
            (call, nothing) -> online.list(call.caller()))
        .example("null", "[{'id':'3','userName':'ben','lastMessageDate':'2024-05-01T12:00:00Z'}]");
  }
}
