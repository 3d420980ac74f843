package dev.parley.groups;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** The WebSocket types about groups. */
@ApplicationScoped
public class GroupCommands {

  @Inject Groups groups;
  @Inject GroupChanges changes;
  @Inject GroupViews views;

  /** What a new group is. */
  public record Create(String title, String description) {}

  /** What is null stays as it is. */
  public record Update(@NotNull Long groupID, String title, String description, String pictureID) {}

  /** A group; a bare id is one, too. */
  public record One(@NotNull Long groupID) {

    /** Made of an object. */
    @JsonCreator
    public One {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static One of(Long groupID) {
      return new One(groupID);
    }
  }

  /** Somebody, by a bare id, too; nobody is the caller. */
  public record Whose(Long userID) {

    /** Made of an object. */
    @JsonCreator
    public Whose {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Whose of(Long userID) {
      return new Whose(userID);
    }
  }

  @Produces
  Command createGroup() {
    return Command.of(
            "createGroup",
            Create.class,
            "Makes a group that everybody can find; its conversation has the same id",
            (call, create) -> changes.create(call.caller(), create.title(), create.description()))
        .example(
            "{'title':'chess','description':'on Fridays'}",
            "{'id':'9','name':'chess','description':'on Fridays','creatorID':'2',"
                + "'dateCreate':'2030-01-01T08:00:00Z','members':[{'id':'2',"
                + "'userName':'ann'}],'memberCount':1,'status':'member'}");
  }

  @Produces
  Command updateGroup() {
    return Command.of(
            "updateGroup",
            Update.class,
            "Changes a group's title, description or picture; an empty `pictureID` takes it away",
            (call, update) ->
                changes.update(
                    call.caller(),
                    update.groupID(),
                    update.title(),
                    update.description(),
                    update.pictureID()))
        .example(
            "{'groupID':'9','title':'chess'}",
            "{'id':'9','name':'chess','description':'on Fridays','creatorID':'2',"
                + "'dateCreate':'2030-01-01T08:00:00Z','members':[{'id':'2',"
                + "'userName':'ann'}],'memberCount':1,'status':'member'}");
  }

  @Produces
  Command deleteGroup() {
    return Command.of(
            "deleteGroup",
            One.class,
            "Deletes a group with its messages and events",
            (call, one) -> {
              changes.delete(call.caller(), one.groupID());
              return Map.of("groupID", one.groupID().toString());
            })
        .example("'9'", "{'groupID':'9'}");
  }

  @Produces
  Command leaveGroup() {
    return Command.of(
            "leaveGroup",
            One.class,
            "Leaves a group; its last moderator names another one before",
            (call, one) -> {
              groups.leave(call.caller(), one.groupID());
              return Map.of("groupID", one.groupID().toString());
            })
        .example("'9'", "{'groupID':'9'}");
  }

  @Produces
  Command getGroupProfile() {
    return Command.of(
            "getGroupProfile",
            One.class,
            "A group; who is not in it learns name, description, creator and how many are",
            (call, one) -> views.profile(call.caller(), one.groupID()))
        .example(
            "'9'",
            "{'id':'9','name':'chess','description':'on Fridays','creatorID':'2',"
                + "'dateCreate':'2030-01-01T08:00:00Z','members':[{'id':'2',"
                + "'userName':'ann'}],'memberCount':1,'status':'member'}");
  }

  @Produces
  Command verifyGroupView() {
    return Command.of(
            "verifyGroupView",
            One.class,
            "What one is to a group: -1 nothing, 0 requested or invited, 1 a member",
            (call, one) -> views.standing(call.caller(), one.groupID()))
        .example("'9'", "1");
  }

  @Produces
  Command groupMembers() {
    return Command.of(
            "groupMembers",
            One.class,
            "The members of a group that one is in",
            (call, one) -> views.members(call.caller(), one.groupID()))
        .example("'9'", "[{'id':'2','userName':'ann','role':'admin'}]");
  }

  @Produces
  Command userGroups() {
    return Command.of(
            "userGroups",
            Whose.class,
            "One's own groups, or those of somebody else that one is in as well",
            (call, whose) ->
                views.of(
                    call.caller(),
                    whose.userID() == null ? call.caller().accountId() : whose.userID()))
        .example("'3'", "[{'id':'9','name':'chess'}]");
  }
}
