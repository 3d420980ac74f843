package dev.parley.surface.social;

import dev.parley.accounts.CurrentCaller;
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

/** Pictures, by what they belong to; whoever sees that may fetch them. */
@Path("pictures/img")
@RequestScoped
public class PicturesResource {

  /** The extension is for the reader: what it is is told by the type of the answer. */
  private static final String FILE = "/{id: \\d+}.{extension: [A-Za-z]+}";

  @Inject CurrentCaller current;
  @Inject PostPictures pictures;
  @Inject People people;
  @Inject AttachmentsResource attachments;

  @GET
  @Path("post" + FILE)
  public Response ofPost(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    return attachments.get(pictures.ofPost(current.get(), id), request, response);
  }

  @GET
  @Path("comment" + FILE)
  public Response ofComment(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    return attachments.get(pictures.ofComment(current.get(), id), request, response);
  }

  @GET
  @Path("profile" + FILE)
  public Response ofPerson(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    current.get();
    return attachments.get(people.pictureOf(id), request, response);
  }
}
