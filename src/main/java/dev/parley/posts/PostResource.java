package dev.parley.posts;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Limits;
import dev.parley.kernel.Page;
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

/** Single posts, and what is written below them. */
@Path("/posts/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PostResource {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  @Inject Posts posts;
  @Inject PostChanges changes;
  @Inject CommentChanges commentChanges;
  @Inject CurrentCaller current;

  /** What is null stays. */
  public record Change(
      String title,
      String body,
      List<@NotNull String> categories,
      Integer postType,
      String pictureID) {}

  /** Of these, the content must be there. */
  public record NewComment(String content, String pictureID) {}

  @GET
  @Operation(summary = "A post with its newest 200 comments")
  public Post get(@PathParam("id") long id) {
    return posts.full(current.get(), id, null);
  }

  @PATCH
  @Operation(summary = "Change one's own post; an empty pictureID takes the picture away")
  public Post edit(@PathParam("id") long id, Change change) {
    return changes.edit(
        current.get(),
        id,
        new PostChanges.Draft(
            change.title(),
            change.body(),
            change.categories(),
            change.postType(),
            change.pictureID()));
  }

  @DELETE
  @Operation(summary = "Delete a post; its author may, a group's administrator, and moderators")
  public void delete(@PathParam("id") long id) {
    changes.delete(current.get(), id);
  }

  @GET
  @Path("/comments")
  @Operation(summary = "The comments below a post, the newest first")
  public Page<Comment> comments(
      @PathParam("id") long id,
      @QueryParam("after") Long after,
      @QueryParam("limit") Integer limit) {
    return posts.comments(current.get(), id, after, Limits.check(limit, PAGE, LARGEST_PAGE));
  }

  @POST
  @Path("/comments")
  @Operation(summary = "Write a comment; the answer is the post with its comments")
  public Response comment(@PathParam("id") long id, NewComment comment) {
    Post post = commentChanges.add(current.get(), id, comment.content(), comment.pictureID());
    return Response.status(Response.Status.CREATED).entity(post).build();
  }
}
