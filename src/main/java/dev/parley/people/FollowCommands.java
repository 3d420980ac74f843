package dev.parley.people;

import dev.parley.kernel.Command;
import dev.parley.people.BlockCommands.Somebody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about following people. */
@ApplicationScoped
public class FollowCommands {

  private static final int MOST = 1000;

  @Inject Follows follows;
  @Inject FollowLists lists;

  /** What somebody hears who has asked to follow. */
  public record Answer(@NotNull Long userID, @NotNull Boolean accept) {}

  @Produces
  Command followUser() {
    return Command.of(
            "followUser",
            Somebody.class,
            "Follows somebody (`following`), or asks to if the profile is private (`requested`)",
            (call, somebody) -> follows.follow(call.caller(), somebody.userID()))
        .example("'3'", "'following'");
  }

  @Produces
  Command unFollowUser() {
    return Command.of(
            "unFollowUser",
            Somebody.class,
            "Follows somebody no more, or withdraws the request",
            (call, somebody) -> follows.unfollow(call.caller(), somebody.userID()))
        .example("'3'", "'not following'");
  }

  @Produces
  Command getFollowStatus() {
    return Command.of(
            "getFollowStatus",
            Somebody.class,
            "Whether one follows somebody: `requested`, `following` or `not following`",
            (call, somebody) -> follows.status(call.caller(), somebody.userID()))
        .example("'3'", "'following'");
  }

  @Produces
  Command removeFollower() {
    return Command.of(
            "removeFollower",
            Somebody.class,
            "Has somebody follow oneself no more",
            (call, somebody) -> {
              follows.remove(call.caller(), somebody.userID());
              return somebody.userID().toString();
            })
        .example("'3'", "'3'");
  }

  @Produces
  Command userFollowers() {
    return Command.of(
            "userFollowers",
            Somebody.class,
            "Who follows somebody; nobody if one may not see the profile",
            (call, somebody) ->
                lists.followers(call.caller(), somebody.userID(), null, MOST).items())
        .example(
            "'3'",
            "[{'id':'3','userName':'ben','fullName':'Ben Oak','picture':null," + "'online':true}]");
  }

  @Produces
  Command userFollowing() {
    return Command.of(
            "userFollowing",
            Somebody.class,
            "Whom somebody follows; nobody if one may not see the profile",
            (call, somebody) ->
                lists.following(call.caller(), somebody.userID(), null, MOST).items())
        .example(
            "'3'",
            "[{'id':'3','userName':'ben','fullName':'Ben Oak','picture':null," + "'online':true}]");
  }

  @Produces
  Command followRequests() {
    return Command.of(
            "followRequests",
            Command.Nothing.class,
            "Who has asked to follow oneself and waits for an answer",
            (call, nothing) -> lists.requests(call.caller(), MOST))
        .example(
            "null",
            "[{'id':'3','userName':'ben','fullName':'Ben Oak','picture':null," + "'online':true}]");
  }

  @Produces
  Command sentFollowRequests() {
    return Command.of(
            "sentFollowRequests",
            Command.Nothing.class,
            "Whom one has asked to follow without an answer yet",
            (call, nothing) -> lists.sent(call.caller(), MOST))
        .example(
            "null",
            "[{'id':'3','userName':'ben','fullName':'Ben Oak','picture':null," + "'online':true}]");
  }

  @Produces
  Command answerFollowRequest() {
    return Command.of(
            "answerFollowRequest",
            Answer.class,
            "Lets somebody follow who has asked to, or does not; by the person, not a notification",
            (call, answer) -> {
              if (answer.accept()) {
                follows.accept(call.caller(), answer.userID());
              } else {
                follows.decline(call.caller(), answer.userID());
              }
              return follows.relation(call.caller(), answer.userID());
            })
        .example(
            "{'userID':'3','accept':true}",
            "{'userID':'3','followStatus':'not following','followsMe':true,'asksMe':false}");
  }
}
