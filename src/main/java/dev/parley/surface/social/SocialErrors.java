package dev.parley.surface.social;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.surface.SurfaceErrors;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** What was refused, as {@code {"Errors": "..."}}. */
@Provider
public class SocialErrors extends SurfaceErrors {

  /** The answer to whatever was refused. */
  public record Problem(@com.fasterxml.jackson.annotation.JsonProperty("Errors") String errors) {}

  @Override
  protected Response answer(int status, Refusal refusal) {
    boolean picture = "pictureID".equals(refusal.field());
    boolean taken = refusal.code() == Code.CONFLICT && refusal.field() != null;
    Response.ResponseBuilder response =
        Response.status(taken ? Code.INVALID.status() : status)
            .type(MediaType.APPLICATION_JSON)
            .entity(
                new Problem(
                    taken
                        ? taken(refusal.field())
                        : picture ? "image is no picture" : refusal.getMessage()));
    if (status == Code.NOT_LOGGED_IN.status()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private static String taken(String field) {
    return "User with this " + (field.equals("name") ? "username" : field) + " already exists.";
  }
}
