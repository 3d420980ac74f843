package dev.parley.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Command;
import dev.parley.people.BlockCommands.Somebody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about what people show of themselves. */
@ApplicationScoped
public class ProfileCommands {

  @Inject Profiles profiles;
  @Inject ProfileViews views;

  /** A bare number, or the text of one, is a type, too. */
  public record Type(@NotNull Integer profileType) {

    /** Made of an object. */
    @JsonCreator
    public Type {}

    /** Made of a bare number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Type of(Integer profileType) {
      return new Type(profileType);
    }
  }

  @Produces
  Command updateProfile() {
    return Command.of(
            "updateProfile",
            Profiles.Update.class,
            "Changes one's own profile; what is left out stays, what is empty is taken away",
            (call, update) -> profiles.update(call.caller(), update))
        .example("{'firstName':'Ann','lastName':'Lee'}", "{'id':'2','name':'ann'}");
  }

  @Produces
  Command setProfileType() {
    return Command.of(
            "setProfileType",
            Type.class,
            "Makes one's profile public (0), which accepts all who have asked to follow, or private (1)",
            (call, type) -> profiles.setType(call.caller(), type.profileType()))
        .example("1", "1");
  }

  @Produces
  Command getUserProfile() {
    return Command.of(
            "getUserProfile",
            Somebody.class,
            "Somebody's profile, as far as one may see it",
            (call, somebody) -> views.get(call.caller(), somebody.userID()))
        .example(
            "'3'",
            "{'id':'3','userName':'ben','email':'',"
                + "'dateCreate':'2024-05-01T12:00:00Z','dateBirth':null,'gender':'',"
                + "'firstName':'Ben','lastName':'Oak','profileType':0,'aboutMe':'',"
                + "'picture':null,'followers':12,'following':7,'posts':3,'followStatus':'following',"
                + "'followsMe':false,'restricted':false}");
  }
}
