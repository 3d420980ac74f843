package dev.parley.people;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** The WebSocket types about what one shows of oneself. */
@ApplicationScoped
public class ProfileCommands {

  @Inject Profiles profiles;

  @Produces
  Command updateProfile() {
    return Command.of(
        "updateProfile",
        Profiles.Update.class,
        "Changes one's own full name or picture; an empty `pictureID` takes it away",
        (call, update) -> profiles.update(call.caller(), update));
  }
}
