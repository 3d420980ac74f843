package dev.parley.messages;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A conversation's messages. */
@Path("/conversations/{id}/messages")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  @Inject Messages messages;
  @Inject History history;
  @Inject CurrentCaller current;

  /** The same key again, with the same body, is the same message. */
  public record NewMessage(
      String content, String key, Long replyTo, List<@NotNull Long> attachmentIDs) {}

  @GET
  @Operation(
      summary = "Messages before, after or around a number; without any, the newest",
      description = "At most one of the three counts: around, then after, then before.")
  public History.Part list(
      @PathParam("id") long id,
      @QueryParam("before") Long before,
      @QueryParam("after") Long after,
      @QueryParam("around") Long around,
      @QueryParam("limit") Integer limit) {
    return history.read(
        current.get(), id, before, after, around, Limits.check(limit, PAGE, LARGEST_PAGE));
  }

  /**
   * Waits for the commit on the request's own thread: a refusal that comes later, on a writer's
   * thread, is sometimes answered by RESTEasy before it has found the error mapping.
   */
  @POST
  @Operation(summary = "Send a message; the answer means that it is stored")
  public Response send(@PathParam("id") long id, NewMessage message) {
    Receipt receipt =
        messages
            .send(
                current.get(),
                id,
                new Messages.Draft(
                    message.content(), message.key(), message.replyTo(), message.attachmentIDs()))
            .toCompletableFuture()
            .join();
    return Response.status(Response.Status.CREATED).entity(receipt).build();
  }
}
