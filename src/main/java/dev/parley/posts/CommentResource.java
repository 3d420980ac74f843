package dev.parley.posts;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Single comments. */
@Path("/comments/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CommentResource {

  @Inject CommentChanges changes;
  @Inject CurrentCaller current;

  /** What is null stays. */
  public record Change(String content, String pictureID) {}

  @PATCH
  @Operation(
      summary = "Change one's own comment; the answer is the post with its comments",
      description = "An empty pictureID takes the picture away.")
  public Post edit(@PathParam("id") long id, Change change) {
    return changes.edit(current.get(), id, change.content(), change.pictureID());
  }

  @DELETE
  @Operation(
      summary = "Delete a comment",
      description = "Its author may, the post's author, and who may delete the post.")
  public void delete(@PathParam("id") long id) {
    changes.delete(current.get(), id);
  }
}
