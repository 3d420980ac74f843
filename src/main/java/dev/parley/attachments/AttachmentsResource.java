package dev.parley.attachments;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Files: putting them here, and fetching them. */
@Path("/attachments")
@RequestScoped
public class AttachmentsResource {

  @Inject Uploads uploads;
  @Inject Attachments attachments;
  @Inject AttachmentStores stores;
  @Inject CurrentCaller current;

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Upload a file; the body is its bytes",
      description =
          "What it is is told by its content. PNG, JPEG, GIF and WebP are pictures; everything else"
              + " can only be downloaded. Nobody else sees it before a message names its id.")
  public Response upload(
      @QueryParam("name") String name,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) Long length,
      InputStream body) {
    Attachment.View made = uploads.receive(current.get(), name, length == null ? -1 : length, body);
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Fetch a file")
  public Response get(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    Attachment attachment = attachments.get(current.get(), id);
    return answer(attachment, attachment.content(), request, response);
  }

  @GET
  @Path("/{id}/preview")
  @Operation(summary = "Fetch a small picture of a picture")
  public Response preview(
      @PathParam("id") long id, @Context Request request, @Context HttpServletResponse response) {
    Attachment attachment = attachments.get(current.get(), id);
    if (attachment.preview() == null) {
      throw Refusal.notFound("attachment");
    }
    return answer(attachment, attachment.preview(), request, response);
  }

  private Response answer(
      Attachment attachment,
      Attachment.Blob blob,
      Request request,
      HttpServletResponse servletResponse) {
    // Kept by the browser, but asked about each time: who may see it can change.
    servletResponse.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    EntityTag tag = new EntityTag(blob.id().toString());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    // Whatever it is, as a page it could do nothing.
    servletResponse.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    InputStream bytes;
    try {
      bytes = stores.of(attachment).read(blob.id());
    } catch (FileNotFoundException e) {
      throw Refusal.notFound("attachment");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StreamingOutput out =
        target -> {
          try (bytes) {
            bytes.transferTo(target);
          }
        };
    String how = attachment.image() ? "inline; " : "attachment; ";
    return Response.ok(out)
        .tag(tag)
        .header(HttpHeaders.CONTENT_TYPE, blob.type())
        .header(HttpHeaders.CONTENT_LENGTH, blob.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, how + FileNames.parameters(attachment.name()))
        .build();
  }
}
