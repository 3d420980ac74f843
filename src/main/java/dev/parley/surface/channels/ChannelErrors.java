package dev.parley.surface.channels;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.surface.SurfaceErrors;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** What was refused, as {@code {"error": "..."}}. */
@Provider
public class ChannelErrors extends SurfaceErrors {

  private static final int UNPROCESSABLE = 422;

  @Context UriInfo address;

  /** The answer to whatever was refused. */
  public record Error(String error) {}

  @Override
  protected Response answer(int status, Refusal refusal) {
    boolean senseless =
        refusal.code() == Code.INVALID && "userIDs".equalsIgnoreCase(refusal.field());
    Response.ResponseBuilder response =
        Response.status(senseless ? UNPROCESSABLE : status)
            .type(MediaType.APPLICATION_JSON)
            .entity(new Error(sentence(refusal)));
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private String sentence(Refusal refusal) {
    if (refusal.code() == Code.CONFLICT && "name".equals(refusal.field())) {
      return "username already exist";
    }
    boolean ofChannel = address.getPath().contains("channel");
    return words(refusal, Map.of("name", ofChannel ? "displayname" : "username"));
  }

  /**
   * What was refused, in words for people.
   *
   * @param names what fields are called here
   */
  static String words(Refusal refusal, Map<String, String> names) {
    String field = refusal.field() == null ? "" : refusal.field();
    String here = names.get(field);
    String sentence = refusal.getMessage();
    return here != null && sentence.startsWith(field + " ")
        ? here + sentence.substring(field.length())
        : sentence;
  }
}
