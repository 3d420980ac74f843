package dev.parley.surface.forum;

import dev.parley.kernel.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What this system answers: always JSON, a sentence included. */
final class Answers {

  private Answers() {}

  static Response.ResponseBuilder json(int status, Object body) {
    // Written here: a text would go out as it is, without the quotes that make it JSON.
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
        .entity(Json.MAPPER.writeValueAsString(body));
  }

  static Response json(Object body) {
    return json(Response.Status.OK.getStatusCode(), body).build();
  }

  static Response success() {
    return json("success");
  }
}
