package dev.parley.overview;

import dev.parley.accounts.CurrentCaller;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Limits;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's own conversations. */
@Path("/conversations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConversationsResource {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  @Inject Conversations conversations;
  @Inject Overviews overviews;
  @Inject CurrentCaller current;

  /** A private one has exactly one other person. */
  public record Creation(@NotNull Kind kind, String name, List<@NotNull Long> userIDs) {}

  /** What is null stays as it is. */
  public record Change(String name, String topic, String pictureID) {}

  @GET
  @Operation(summary = "One's conversations, the one with the newest message first")
  public Page<Chat> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
    List<Chat> all = overviews.chats(current.get());
    int size = Limits.check(limit, PAGE, LARGEST_PAGE);
    int from = after == null ? 0 : 1 + position(all, after);
    return Page.cut(
        all.subList(from, Math.min(all.size(), from + size + 1)),
        size,
        chat -> chat.conversation().id());
  }

  private static int position(List<Chat> chats, String id) {
    for (int i = 0; i < chats.size(); i++) {
      if (chats.get(i).conversation().id().equals(id)) {
        return i;
      }
    }
    throw Refusal.invalid("after", "after is no cursor of this list");
  }

  @POST
  @Operation(summary = "Create a conversation, or find (200) the pair's private one")
  public Response create(Creation creation) {
    Caller caller = current.get();
    Conversations.Creation made =
        conversations.create(
            caller,
            creation.kind(),
            creation.name(),
            creation.userIDs() == null ? List.of() : creation.userIDs());
    return Response.status(made.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(overviews.chat(caller, Long.parseLong(made.view().id())))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One conversation")
  public Chat get(@PathParam("id") long id) {
    return overviews.chat(current.get(), id);
  }

  @PATCH
  @Path("/{id}")
  @Operation(summary = "Change name, topic or picture; an empty pictureID takes it away")
  public Chat change(@PathParam("id") long id, Change change) {
    Caller caller = current.get();
    conversations.update(caller, id, change.name(), change.topic(), change.pictureID());
    return overviews.chat(caller, id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Delete a group or channel with its messages")
  public void delete(@PathParam("id") long id) {
    conversations.delete(current.get(), id);
  }
}
