package dev.parley.surface.forum;

import dev.parley.attachments.AttachmentsResource;
import dev.parley.people.People;
import dev.parley.posts.PostPictures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * Pictures, by what they belong to; whoever sees that may fetch them. Natively they have addresses
 * of their own, but there this system's session counts for nothing.
 */
@Path("/pictures/api")
@RequestScoped
public class PicturesResource {

  private static final String ROOT = "/api/img/";
  private static final String ID = "/{id: \\d+}";

  @Inject Actor actor;
  @Inject PostPictures pictures;
  @Inject People people;
  @Inject AttachmentsResource attachments;

  /** Where the picture of a post is, or empty without one. */
  static String ofPost(String id, String picture) {
    return address("post/", id, picture);
  }

  /** Where the picture of a comment is, or empty without one. */
  static String ofComment(String id, String picture) {
    return address("comment/", id, picture);
  }

  /** Where somebody's picture is, or empty without one. */
  static String ofPerson(String id, String picture) {
    return address("profile/", id, picture);
  }

  private static String address(String kind, String id, String picture) {
    return picture == null ? "" : ROOT + kind + id;
  }

  @GET
  @Path("img/post" + ID)
  public Response post(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    return attachments.get(pictures.ofPost(actor.get(), id), request, response);
  }

  @GET
  @Path("img/comment" + ID)
  public Response comment(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    return attachments.get(pictures.ofComment(actor.get(), id), request, response);
  }

  @GET
  @Path("img/profile" + ID)
  public Response person(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    actor.get();
    return attachments.get(people.pictureOf(id), request, response);
  }
}
