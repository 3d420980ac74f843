package dev.parley.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** Where a request carries its session: a cookie (browsers) or a bearer token (programs). */
public final class SessionCookie {

  /** The cookie's name. */
  public static final String NAME = "parley_session";

  private static final String BEARER = "Bearer ";

  private SessionCookie() {}

  /** The token of an {@code Authorization: Bearer} header. */
  public static Optional<String> bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return Optional.ofNullable(header)
        .filter(h -> h.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(h -> h.substring(BEARER.length()).strip());
  }

  /** The token of Parley's own cookie. */
  public static Optional<String> cookie(HttpServletRequest request) {
    return cookie(request, NAME);
  }

  /**
   * The token of a cookie.
   *
   * @param name {@link #NAME}, or that of a {@link ForeignCookie}
   */
  static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> !value.isBlank())
            .findFirst();
  }
}
