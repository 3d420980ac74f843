package dev.parley.rest;

import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.lifecycle.ServerInfo;
import dev.parley.overview.Epoch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What anybody may know about this server. */
@Path("/server")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServerResource {

  @Inject ServerInfo server;
  @Inject Epoch epoch;
  @Inject Settings settings;

  /**
   * The server.
   *
   * @param instance another one after each start
   * @param epoch another one after the database was restored
   * @param guests whether one may come in with a name only
   */
  public record About(String name, String version, String instance, String epoch, boolean guests) {}

  @GET
  @Operation(summary = "This server")
  public About about() {
    return new About(
        "Parley",
        server.version(),
        server.instance(),
        epoch.current(),
        settings.on(Setting.PARLEY_GUESTS));
  }
}
