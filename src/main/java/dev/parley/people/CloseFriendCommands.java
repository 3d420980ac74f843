package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Command;
import dev.parley.people.BlockCommands.Somebody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** The WebSocket types about one's close friends. */
@ApplicationScoped
public class CloseFriendCommands {

  @Inject CloseFriends friends;

  /** A part of a name; a bare text is one, too. */
  public record Search(String text) {

    /** Made of an object. */
    @JsonCreator
    public Search {}

    /** Made of a bare text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Search of(String text) {
      return new Search(text);
    }
  }

  @Produces
  Command addCloseFriend() {
    return Command.of(
            "addCloseFriend",
            Somebody.class,
            "Chooses a follower who sees what is for close friends; they are not told",
            (call, somebody) -> {
              friends.add(call.caller(), somebody.userID());
              return somebody.userID().toString();
            })
        .example("'3'", "'3'");
  }

  @Produces
  Command removeCloseFriend() {
    return Command.of(
            "removeCloseFriend",
            Somebody.class,
            "Chooses a close friend no more; they are not told",
            (call, somebody) -> {
              friends.remove(call.caller(), somebody.userID());
              return somebody.userID().toString();
            })
        .example("'3'", "'3'");
  }

  @Produces
  Command closeFriends() {
    return Command.of(
            "closeFriends",
            Command.Nothing.class,
            "One's own close friends",
            (call, nothing) -> friends.list(call.caller()))
        .example(
            "null",
            "[{'id':'3','userName':'ben','fullName':'Ben Oak','picture':null," + "'online':true}]");
  }

  @Produces
  Command searchNotCloseFriends() {
    return Command.of(
            "searchNotCloseFriends",
            Search.class,
            "One's followers who are no close friends and whose name contains the text",
            (call, search) -> friends.others(call.caller(), search.text()))
        .example("'be'", "[{'id':'3','userName':'ben'}]");
  }
}
