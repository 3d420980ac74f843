package dev.parley.groups;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** All groups. */
@Path("/groups")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GroupsResource {

  @Inject Groups groups;
  @Inject GroupChanges changes;
  @Inject CurrentCaller current;

  /** What a new group is. */
  public record NewGroup(String title, String description) {}

  @GET
  @Operation(summary = "Groups whose name contains a text")
  public List<Group.Found> search(@QueryParam("query") String query) {
    return groups.search(current.get(), query);
  }

  @POST
  @Operation(summary = "Make a group that everybody can find")
  public Response create(NewGroup group) {
    return Response.status(Response.Status.CREATED)
        .entity(changes.create(current.get(), group.title(), group.description()))
        .build();
  }
}
