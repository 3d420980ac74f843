package dev.parley.surface.channels;

import dev.parley.accounts.CurrentCaller;
import dev.parley.accounts.SessionResponses;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The addresses of the system's own design. */
@Path("api")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApiResource {

  @Inject Entrance entrance;
  @Inject Channels channels;
  @Inject CurrentCaller current;
  @Inject SessionResponses sessions;

  /**
   * A user and their client, of which each user has one here.
   *
   * @param clientId the same as {@code userId}
   */
  public record Client(UUID clientId, UUID userId, String username) {}

  /** Whom a new channel is for. */
  public record NewChannel(List<String> userIds) {}

  /** A channel that was made. */
  public record Created(UUID channelId) {}

  @POST
  @Path("user")
  public Response user(Entrance.Guest guest, @HeaderParam("User-Agent") String userAgent) {
    Entrance.Entered entered = entrance.enter(guest, userAgent);
    UUID id = entered.opened().account().handle();
    return Response.status(entered.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(new Client(id, id, entered.opened().account().name()))
        .cookie(sessions.cookie(entered.opened()))
        .build();
  }

  @POST
  @Path("create_channel")
  public Response createChannel(NewChannel wanted) {
    Channels.Channel made = channels.create(current.get(), null, wanted.userIds());
    return Response.status(Response.Status.CREATED).entity(new Created(made.handle())).build();
  }

  @DELETE
  @Path("channel/{id}")
  public void deleteChannel(@PathParam("id") String id) {
    channels.delete(current.get(), id);
  }
}
