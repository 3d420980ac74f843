package dev.parley.surface.social;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Json;
import dev.parley.posts.PostPictures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;

/** Pictures of what one has just written. Each answers what the picture is called. */
@Path("uploads")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {

  @Inject CurrentCaller current;
  @Inject PictureBodies bodies;
  @Inject PostPictures pictures;

  /** The post that a picture is for; the picture is cut out before. */
  public record OfPost(@NotNull Long postID) {}

  /** The comment that a picture is for; the picture is cut out before. */
  public record OfComment(@NotNull Long commentID) {}

  @POST
  @Path("submitPostImg")
  public JsonNode ofPost(InputStream body) {
    Caller caller = current.get();
    try (PictureBody read = bodies.read(caller.accountId(), body)) {
      long id = read.json(OfPost.class).postID();
      pictures.requireAuthor(caller, id);
      pictures.setOfPost(caller, id, read.upload(caller, "post"));
      return name(id);
    }
  }

  @POST
  @Path("submitCommentImg")
  public JsonNode ofComment(InputStream body) {
    Caller caller = current.get();
    try (PictureBody read = bodies.read(caller.accountId(), body)) {
      long id = read.json(OfComment.class).commentID();
      pictures.requireCommentator(caller, id);
      pictures.setOfComment(caller, id, read.upload(caller, "comment"));
      return name(id);
    }
  }

  /** As JSON: a bare text would be sent without its quotes. */
  private static JsonNode name(long id) {
    return Json.MAPPER.getNodeFactory().stringNode(PictureFile.name(Long.toString(id)));
  }
}
