package dev.parley.groups;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One event, for the members of its group. */
@Path("/events/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OccasionResource {

  @Inject Occasions occasions;
  @Inject OccasionViews views;
  @Inject CurrentCaller current;

  /** 1 going, 0 not going. */
  public record Answer(@NotNull @Min(0) @Max(1) Integer option) {}

  @GET
  @Operation(summary = "An event, and who comes")
  public Occasion.View get(@PathParam("id") long id) {
    return views.get(current.get(), id);
  }

  @PATCH
  @Operation(summary = "Change an event; who made it may, and moderators")
  public Occasion.View change(@PathParam("id") long id, Occasion.Draft draft) {
    return occasions.update(current.get(), id, draft);
  }

  @DELETE
  @Operation(summary = "Call an event off; who made it may, and moderators")
  public void delete(@PathParam("id") long id) {
    occasions.delete(current.get(), id);
  }

  @PUT
  @Path("/answer")
  @Operation(summary = "Say whether one comes: 1 or 0")
  public Occasion.View answer(@PathParam("id") long id, Answer answer) {
    return occasions.answer(current.get(), id, answer.option() == 1);
  }

  @GET
  @Path("/ics")
  @Operation(summary = "The event as a file for one's calendar")
  public Response calendar(@PathParam("id") long id) {
    return Response.ok(views.calendar(current.get(), id), "text/calendar; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event-" + id + ".ics\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
