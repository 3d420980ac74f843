package dev.parley.groups;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The events of a group, for its members. */
@Path("/groups/{id}/events")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OccasionsResource {

  @Inject Occasions occasions;
  @Inject OccasionViews views;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "The events: those to come, then those that were")
  public List<Occasion.View> list(@PathParam("id") long id) {
    return views.list(current.get(), id);
  }

  @POST
  @Operation(summary = "Make an event that lies ahead")
  public Response create(@PathParam("id") long id, Occasion.Draft draft) {
    return Response.status(Response.Status.CREATED)
        .entity(occasions.create(current.get(), id, draft))
        .build();
  }
}
