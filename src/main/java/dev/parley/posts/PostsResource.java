package dev.parley.posts;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Limits;
import dev.parley.kernel.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Posts. */
@Path("/posts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PostsResource {

  private static final int LARGEST_PAGE = 50;

  @Inject Posts posts;
  @Inject PostChanges changes;
  @Inject CurrentCaller current;

  /** Of these, title and body must be there. */
  public record NewPost(
      String title,
      String body,
      List<@NotNull String> categories,
      Long groupID,
      Integer postType,
      String pictureID) {}

  @GET
  @Operation(
      summary = "The posts that one may see, the newest first",
      description = "Of a person, of a group, of a category: as far as they are given.")
  public Page<Post> list(
      @QueryParam("user") Long user,
      @QueryParam("group") Long group,
      @QueryParam("category") String category,
      @QueryParam("after") Long after,
      @QueryParam("limit") Integer limit) {
    return posts.page(
        current.get(),
        new PostFilter(user, group, category),
        after,
        Limits.check(limit, Posts.PORTION, LARGEST_PAGE));
  }

  @POST
  @Operation(
      summary = "Write a post",
      description =
          "For everybody (postType 0), followers (1) or close friends (2), or for a group's"
              + " members.")
  public Response create(NewPost post) {
    Post made =
        changes.create(
            current.get(),
            new PostChanges.Draft(
                post.title(), post.body(), post.categories(), post.postType(), post.pictureID()),
            post.groupID());
    return Response.status(Response.Status.CREATED).entity(made).build();
  }
}
