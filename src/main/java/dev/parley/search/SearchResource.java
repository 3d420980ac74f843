package dev.parley.search;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Finding messages, posts, and everything. */
@Path("/search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 50;

  @Inject MessageSearch search;
  @Inject PostSearch posts;
  @Inject Everything everything;
  @Inject GroupsAndUsers groupsAndUsers;
  @Inject CurrentCaller current;

  @GET
  @Operation(
      summary = "One's conversations' messages that have every word of the text, newest first",
      description =
          "Each word may have any of its forms in English, Russian or Ukrainian; of the last one"
              + " the beginning is enough. `chat`: only this conversation; `after`: the `next` of"
              + " the page before.")
  public MessageSearch.Found messages(
      @QueryParam("text") String text,
      @QueryParam("chat") Long chat,
      @QueryParam("after") Long after,
      @QueryParam("limit") Integer limit) {
    return search.find(current.get(), text, chat, after, Limits.check(limit, PAGE, LARGEST_PAGE));
  }

  @GET
  @Path("/all")
  @Operation(
      summary =
          "People, own conversations and groups whose name contains the text, and the newest posts"
              + " and messages")
  public Everything.Found everything(@QueryParam("text") String text) {
    return everything.find(current.get(), text);
  }

  @GET
  @Path("/groups-users")
  @Operation(summary = "Groups and people whose name contains the text")
  public List<GroupsAndUsers.Hit> groupsAndUsers(@QueryParam("text") String text) {
    return groupsAndUsers.find(current.get(), text);
  }

  @GET
  @Path("/posts")
  @Operation(
      summary = "The posts one may see that have every word of the text, newest first",
      description = "In any form, as with messages; `after`: the `next` of the page before.")
  public PostSearch.Found posts(
      @QueryParam("text") String text,
      @QueryParam("after") Long after,
      @QueryParam("limit") Integer limit) {
    return posts.find(current.get(), text, after, Limits.check(limit, PAGE, LARGEST_PAGE));
  }
}
