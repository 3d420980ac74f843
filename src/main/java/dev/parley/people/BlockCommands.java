package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/** The WebSocket types about blocking people. */
@ApplicationScoped
public class BlockCommands {

  @Inject Blocks blocks;
  @Inject People people;

  /** Somebody; a bare id is one, too. */
  public record Somebody(@NotNull Long userID) {

    /** Made of an object. */
    @JsonCreator
    public Somebody {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Somebody of(Long userID) {
      return new Somebody(userID);
    }
  }

  @Produces
  Command blockUser() {
    return Command.of(
            "blockUser",
            Somebody.class,
            "Hears nothing more from somebody in private; they are not told",
            (call, somebody) -> {
              blocks.block(call.caller(), somebody.userID());
              return now(call.caller());
            })
        .example("{'userID':'3'}", "{'userIDs':['3']}");
  }

  @Produces
  Command unblockUser() {
    return Command.of(
            "unblockUser",
            Somebody.class,
            "Ends a block",
            (call, somebody) -> {
              blocks.unblock(call.caller(), somebody.userID());
              return now(call.caller());
            })
        .example("{'userID':'3'}", "{'userIDs':[]}");
  }

  @Produces
  Command blockedUsers() {
    return Command.of(
            "blockedUsers",
            Command.Nothing.class,
            "The people whom one blocks",
            (call, nothing) -> people.blocked(call.caller()))
        .example(
            "null",
            "{'people':[{'id':'3','name':'ben','fullName':'Ben Oak','picture':null,"
                + "'online':false}]}");
  }

  private Map<String, List<String>> now(Caller caller) {
    return Map.of("userIDs", blocks.ids(caller.accountId()));
  }
}
