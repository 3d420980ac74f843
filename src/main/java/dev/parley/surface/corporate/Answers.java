package dev.parley.surface.corporate;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What this system answers: JSON, or a sentence. Of which kind does not depend on the request. */
final class Answers {

  private Answers() {}

  static Response json(Object body) {
    return json(Response.Status.OK, body).build();
  }

  static Response.ResponseBuilder json(Response.Status status, Object body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
  }

  static Response text(String text) {
    return text(Response.Status.OK.getStatusCode(), text).build();
  }

  static Response.ResponseBuilder text(int status, String text) {
    return Response.status(status)
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
        .entity(text);
  }
}
