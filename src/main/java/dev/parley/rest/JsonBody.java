package dev.parley.rest;

import dev.parley.kernel.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import tools.jackson.jakarta.rs.json.JacksonJsonProvider;

/** Bodies are read and written like everything else: by {@link Json#MAPPER}. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBody extends JacksonJsonProvider {

  /** A provider with Parley's mapper. */
  public JsonBody() {
    super(Json.MAPPER);
  }
}
