package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.accounts.Account;
import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.accounts.SessionResponses;
import dev.parley.kernel.Caller;
import dev.parley.people.People;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;

/** Users: registering, logging in, finding each other, changing and deleting. */
@Path("/users")
@RequestScoped
public class UsersResource {

  private static final int MOST_FOUND = 100;

  @Inject Accounts accounts;
  @Inject People people;
  @Inject SessionResponses sessions;
  @Inject Actor actor;

  /** Who wants to come in. */
  public record Credentials(String username, String password, String email) {}

  /** What shall be another; what is null or empty stays. */
  public record Update(Long id, String username, String password, String email) {}

  /** A user. */
  public record Named(@JsonProperty("id") Long id) {}

  @POST
  @Path("register")
  public Response register(Credentials user, @HeaderParam("User-Agent") String userAgent) {
    requireAll(user.username(), user.password(), user.email());
    Logins.Opened opened =
        accounts.register(user.username(), user.password(), null, user.email(), userAgent);
    return Answers.json(Response.Status.CREATED, User.of(opened.account(), null))
        .cookie(sessions.cookie(opened))
        .build();
  }

  @POST
  @Path("auth")
  public Response auth(Credentials user, @HeaderParam("User-Agent") String userAgent) {
    requireAll(user.username(), user.password());
    Logins.Opened opened = accounts.logIn(user.username(), user.password(), userAgent);
    return Answers.json(Response.Status.OK, User.of(opened.account(), opened.token()))
        .cookie(sessions.cookie(opened))
        .build();
  }

  @PUT
  @Path("updateUser")
  public Response update(Update user) {
    Caller caller = actor.get();
    accounts.update(
        caller,
        Actor.required(user.id()),
        new Account.Update(
            given(user.username()), given(user.email()), null, null, given(user.password())));
    return Answers.text("User updated successfully");
  }

  @DELETE
  @Path("deleteUser")
  public Response delete(Named user) {
    accounts.delete(actor.get(), Actor.required(user.id()));
    return Answers.text("User deleted successfully");
  }

  @GET
  @Path("findUser")
  public Response find(@QueryParam("username") String beginning) {
    Caller caller = actor.get();
    requireAll(beginning);
    return Answers.json(
        people.beginningWith(caller, beginning, MOST_FOUND).stream().map(User::of).toList());
  }

  @GET
  @Path("findUserbyID")
  public Response findById(@QueryParam("user_id") String userId) {
    Caller caller = actor.get();
    long id = Actor.id("user_id", userId);
    return Answers.json(
        id == caller.accountId()
            ? User.of(accounts.own(caller), null)
            : User.of(people.get(caller, id)));
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static void requireAll(String... fields) {
    if (Stream.of(fields).anyMatch(field -> given(field) == null)) {
      throw Actor.missing();
    }
  }
}
