package dev.parley.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * An error as RFC 9457 wants it.
 *
 * @param title the status in words
 * @param detail what went wrong, for people
 * @param code the same for programs
 * @param field the field to blame, if it is one
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) String field) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Response of(Refusal refusal) {
    Code code = refusal.code();
    return of(code.status(), refusal.getMessage(), code.text(), refusal.field());
  }

  static Response of(int status, String detail, String code, String field) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    Response.ResponseBuilder response =
        Response.status(status)
            .type(MEDIA_TYPE)
            .entity(new Problem("about:blank", title, status, detail, code, field));
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }
}
