package dev.parley.surface.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** Signing up, in and out. */
@Path("/entrance/api")
@RequestScoped
public class EntranceResource {

  @Inject SignUps signUps;
  @Inject Accounts accounts;
  @Inject Logins logins;
  @Inject ForumCookies cookies;
  @Inject HttpServletRequest request;
  @Inject Actor actor;

  /** Name or address, and the password. */
  public record Credentials(String username, String email, String password) {}

  /**
   * A session that was opened. The token is in the cookie only; what else the original had is
   * empty.
   *
   * @param uuid the account's public handle
   * @param cookieTime when the session began
   */
  public record Session(
      int id,
      UUID uuid,
      long userId,
      @JsonProperty("db_cookie") String dbCookie,
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      String scope,
      Instant cookieTime,
      String time) {

    static Session of(Logins.Opened opened) {
      return new Session(
          0,
          opened.account().handle(),
          Long.parseLong(opened.account().id()),
          "",
          "",
          "",
          "",
          opened.session().dateCreate(),
          "");
    }
  }

  @POST
  @Path("signup")
  public Response signUp(SignUps.Newcomer newcomer) {
    signUps.signUp(newcomer);
    return Answers.json(0);
  }

  @POST
  @Path("signin")
  public Response signIn(Credentials given, @HeaderParam("User-Agent") String userAgent) {
    String name = SignUps.blank(given.username()) ? given.email() : given.username();
    if (SignUps.blank(name) || given.password() == null || given.password().isEmpty()) {
      throw Refusal.of(dev.parley.kernel.Code.NOT_LOGGED_IN, "name or password is missing");
    }
    Logins.Opened opened = accounts.logIn(name, given.password(), userAgent);
    return Answers.json(Response.Status.OK.getStatusCode(), Session.of(opened))
        .cookie(cookies.of(opened, request.isSecure()))
        .build();
  }

  /** By GET, as its client does; the way here refuses other sites' pages all the same. */
  @GET
  @Path("logout")
  public Response logOut() {
    Caller caller = actor.get();
    logins.end(caller, caller.loginId());
    return Answers.json(Response.Status.OK.getStatusCode(), "success")
        .cookie(cookies.none(request.isSecure()))
        .build();
  }
}
