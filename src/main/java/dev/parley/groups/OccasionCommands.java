package dev.parley.groups;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** The WebSocket types about the events of groups. */
@ApplicationScoped
public class OccasionCommands {

  @Inject Occasions occasions;
  @Inject OccasionViews views;

  /** What a new event is. */
  public record Create(@NotNull Long groupID, String title, String description, String dateEvent) {}

  /** What is null stays as it is. */
  public record Update(@NotNull Long eventID, String title, String description, String dateEvent) {}

  /** 1 going, 0 not going. */
  public record Answer(@NotNull Long eventID, @NotNull @Min(0) @Max(1) Integer option) {}

  /** An event; a bare id is one, too. */
  public record One(@NotNull Long eventID) {

    /** Made of an object. */
    @JsonCreator
    public One {}

    /** Made of a bare id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static One of(Long eventID) {
      return new One(eventID);
    }
  }

  @Produces
  Command createEvent() {
    return create("CreateGroupEvent", "Makes an event that lies ahead, for all members of a group")
        .example(
            "{'title':'walk','description':'','groupID':'9',"
                + "'dateEvent':'2030-01-31T18:00:00Z'}",
            "{'id':'5','title':'walk','description':'','groupID':'9','creatorID':'2',"
                + "'creatorName':'ann','dateEvent':'2030-01-31T18:00:00Z',"
                + "'dateCreate':'2030-01-01T08:00:00Z','going':0,'notGoing':0,"
                + "'myOption':-1,'mayChange':true}");
  }

  @Produces
  Command createGroupEvent() {
    return create("createGroupEvent", "The same as `CreateGroupEvent`")
        .example(
            "{'title':'walk','description':'','groupID':'9',"
                + "'dateEvent':'2030-01-31T18:00:00Z'}",
            "{'id':'5','title':'walk','description':'','groupID':'9','creatorID':'2',"
                + "'creatorName':'ann','dateEvent':'2030-01-31T18:00:00Z',"
                + "'dateCreate':'2030-01-01T08:00:00Z','going':0,'notGoing':0,"
                + "'myOption':-1,'mayChange':true}");
  }

  @Produces
  Command getGroupEventsList() {
    return Command.of(
            "getGroupEventsList",
            GroupCommands.One.class,
            "The events of a group: those to come, then those that were",
            (call, one) -> views.list(call.caller(), one.groupID()))
        .example(
            "'9'",
            "[{'id':'5','title':'walk','description':'','groupID':'9',"
                + "'creatorID':'2','creatorName':'ann','dateEvent':'2030-01-31T18:00:00Z',"
                + "'dateCreate':'2030-01-01T08:00:00Z','going':0,'notGoing':0,"
                + "'myOption':-1,'mayChange':true}]");
  }

  @Produces
  Command getGroupEvent() {
    return Command.of(
            "getGroupEvent",
            One.class,
            "An event, and who comes",
            (call, one) -> views.get(call.caller(), one.eventID()))
        .example(
            "'5'",
            "{'id':'5','title':'walk','description':'','groupID':'9','creatorID':'2',"
                + "'creatorName':'ann','dateEvent':'2030-01-31T18:00:00Z',"
                + "'dateCreate':'2030-01-01T08:00:00Z','going':1,'notGoing':0,'myOption':1,"
                + "'mayChange':true,'userOptions':[{'userID':'2','userName':'ann',"
                + "'option':1}]}");
  }

  @Produces
  Command setUserOptionForEvent() {
    return answer("setUserOptionForEvent", "Says whether one comes to an event")
        .example("{'eventID':'5','option':1}", "{'id':'5','going':1,'notGoing':0,'myOption':1}");
  }

  @Produces
  Command changeUserOptionForEvent() {
    return answer("changeUserOptionForEvent", "The same as `setUserOptionForEvent`")
        .example("{'eventID':'5','option':1}", "{'id':'5','going':1,'notGoing':0,'myOption':1}");
  }

  @Produces
  Command updateEvent() {
    return Command.of(
            "updateEvent",
            Update.class,
            "Changes an event; who made it may, and moderators",
            (call, update) ->
                occasions.update(
                    call.caller(),
                    update.eventID(),
                    new Occasion.Draft(update.title(), update.description(), update.dateEvent())))
        .example(
            "{'eventID':'5','title':'walk'}",
            "{'id':'5','title':'walk','description':'','groupID':'9','creatorID':'2',"
                + "'creatorName':'ann','dateEvent':'2030-01-31T18:00:00Z',"
                + "'dateCreate':'2030-01-01T08:00:00Z','going':0,'notGoing':0,"
                + "'myOption':-1,'mayChange':true}");
  }

  @Produces
  Command deleteEvent() {
    return Command.of(
            "deleteEvent",
            One.class,
            "Calls an event off; who made it may, and moderators",
            (call, one) -> {
              occasions.delete(call.caller(), one.eventID());
              return Map.of("eventID", one.eventID().toString());
            })
        .example("'5'", "{'eventID':'5'}");
  }

  private Command create(String type, String explanation) {
    return Command.of(
        type,
        Create.class,
        explanation,
        (call, create) ->
            occasions.create(
                call.caller(),
                create.groupID(),
                new Occasion.Draft(create.title(), create.description(), create.dateEvent())));
  }

  private Command answer(String type, String explanation) {
    return Command.of(
        type,
        Answer.class,
        explanation,
        (call, answer) -> occasions.answer(call.caller(), answer.eventID(), answer.option() == 1));
  }
}
