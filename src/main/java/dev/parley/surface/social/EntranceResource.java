package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.people.Profiles;
import dev.parley.people.Registrations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Registering and logging in. */
@Path("people")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EntranceResource {

  @Inject Registrations registrations;
  @Inject Accounts accounts;
  @Inject Logins logins;
  @Inject PictureBodies bodies;

  /**
   * Who wants to be a member.
   *
   * @param userName empty: the first name is it
   * @param password as this client hashed it; here it is a password like any other
   * @param image may be empty; of a picture only its beginning is left here
   */
  public record Newcomer(
      String email,
      String firstName,
      String lastName,
      String dateOfBirth,
      String aboutMe,
      String userName,
      String password,
      String gender,
      String image) {}

  /** Who wants to come in; {@code username} may be an e-mail address. */
  public record Credentials(String username, String password) {}

  /** Who came in; the client keeps the session itself. */
  public record Entered(
      @JsonProperty("UserID") String userId,
      @JsonProperty("Username") String username,
      @JsonProperty("SessionID") String sessionId) {}

  @POST
  @Path("registerUser")
  public Response register(InputStream body) {
    try (PictureBody read = bodies.read(0, body)) {
      register(read.json(Newcomer.class), read);
    }
    return Response.ok().build();
  }

  private void register(Newcomer who, PictureBody body) {
    if (who.password() == null || who.password().isEmpty()) {
      throw Refusal.invalid("password", "password is missing");
    }
    String fullName =
        Stream.of(who.firstName(), who.lastName())
            .filter(Objects::nonNull)
            .map(String::strip)
            .collect(Collectors.joining(" "))
            .strip();
    boolean unnamed = who.userName() == null || who.userName().isBlank();
    boolean picture = who.image() != null && !who.image().isBlank();
    accounts.requireFree(who.email()); // Which is told before the name.
    registrations.register(
        unnamed ? who.firstName() : who.userName(),
        who.password(),
        who.email(),
        new Profiles.Update(
            fullName,
            null,
            who.firstName(),
            who.lastName(),
            who.dateOfBirth(),
            who.gender(),
            who.aboutMe(),
            null),
        picture ? caller -> body.upload(caller, "profile") : null);
  }

  @POST
  @Path("loginUser")
  public Entered logIn(Credentials who, @HeaderParam("User-Agent") String userAgent) {
    Logins.Opened opened;
    try {
      opened = accounts.logIn(who.username(), who.password(), userAgent);
    } catch (Refusal refusal) {
      // One text, whether the name or the password is wrong.
      throw refusal.code() == Code.NOT_LOGGED_IN
          ? Refusal.of(Code.NOT_LOGGED_IN, "Invalid login")
          : refusal;
    }
    logins.confine(opened, SocialCookie.NAME);
    return new Entered(opened.account().id(), opened.account().name(), opened.token());
  }
}
