package dev.parley.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Hands a session out: as a cookie to browsers, as a token to programs. */
@RequestScoped
public class SessionResponses {

  @Inject HttpServletRequest request;
  @Inject Settings settings;

  /**
   * A session that was just opened.
   *
   * @param token only for programs: a page must not be able to read it
   */
  public record Opened(
      Account.View account,
      Login.View session,
      @JsonInclude(JsonInclude.Include.NON_NULL) String token) {}

  /** 201 with the session. */
  Response opened(Logins.Opened opened, boolean bearer) {
    Response.ResponseBuilder response =
        Response.status(Response.Status.CREATED)
            .entity(new Opened(opened.account(), opened.session(), bearer ? opened.token() : null));
    if (!bearer) {
      response.cookie(cookie(opened));
    }
    return response.build();
  }

  /** The cookie that proves a session. */
  public NewCookie cookie(Logins.Opened opened) {
    long age = Duration.ofDays(settings.number(Setting.PARLEY_SESSION_DAYS)).toSeconds();
    return cookie(opened.token(), (int) Math.min(age, Integer.MAX_VALUE));
  }

  /** 204, and the browser forgets the cookie. */
  Response ended() {
    return Response.noContent().cookie(cookie("", 0)).build();
  }

  private NewCookie cookie(String token, int maxAge) {
    return new NewCookie.Builder(SessionCookie.NAME)
        .value(token)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
