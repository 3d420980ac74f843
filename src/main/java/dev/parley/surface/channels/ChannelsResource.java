package dev.parley.surface.channels;

import dev.parley.accounts.AccountHandles;
import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Channels, as the first browser client knows them. */
@Path("channels")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChannelsResource {

  @Inject Channels channels;
  @Inject ChannelHistory history;
  @Inject AccountHandles accounts;
  @Inject CurrentCaller current;

  /**
   * A channel to make.
   *
   * @param displayname may be missing
   * @param creatorId the caller's own, or missing
   */
  public record NewChannel(String displayname, String creatorId, List<String> userIds) {}

  /** A channel that was made; its users without the creator. */
  public record Created(UUID channelId, String displayname, UUID creatorId, List<String> userIds) {}

  @POST
  public Response create(NewChannel wanted) {
    Caller caller = current.get();
    if (wanted.creatorId() != null) {
      channels.requireSelf(caller, wanted.creatorId());
    }
    Channels.Channel made = channels.create(caller, wanted.displayname(), wanted.userIds());
    Created created =
        new Created(
            made.handle(), made.displayname(), accounts.of(caller.accountId()), wanted.userIds());
    return Response.status(Response.Status.CREATED).entity(created).build();
  }

  @GET
  @Path("{id}")
  public Shapes.Channel get(@PathParam("id") String id) {
    Caller caller = current.get();
    Channels.Channel channel = channels.require(caller, id);
    return new Shapes.Channel(
        channel.handle(), channel.displayname(), channels.members(caller, channel));
  }

  @GET
  @Path("{id}/messages")
  public Shapes.Messages messages(@PathParam("id") String id) {
    Caller caller = current.get();
    Channels.Channel channel = channels.require(caller, id);
    return new Shapes.Messages(channel.handle(), history.newest(caller, channel.id()));
  }
}
