package dev.parley.posts;

import dev.parley.accounts.CurrentCaller;
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

/** The categories of posts. */
@Path("/categories")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CategoriesResource {

  @Inject Categories categories;
  @Inject CurrentCaller current;

  /** A new one. */
  public record NewCategory(@NotNull String name) {}

  @GET
  @Operation(summary = "The categories that posts can have; `retired=true`: all there ever were")
  public List<Category> list(@QueryParam("retired") boolean retired) {
    current.get();
    return categories.list(retired);
  }

  @POST
  @Operation(summary = "Make a category, as a moderator")
  public Response create(NewCategory category) {
    return Response.status(Response.Status.CREATED)
        .entity(categories.create(current.get(), category.name()))
        .build();
  }
}
