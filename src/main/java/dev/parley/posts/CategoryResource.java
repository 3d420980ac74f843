package dev.parley.posts;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Single categories. */
@Path("/categories/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CategoryResource {

  @Inject Categories categories;
  @Inject CurrentCaller current;

  /** What is null stays. */
  public record Change(String name, Boolean retired) {}

  @PATCH
  @Operation(summary = "Rename a category, retire it or bring it back, as a moderator")
  public Category change(@PathParam("id") long id, Change change) {
    return categories.change(current.get(), id, change.name(), change.retired());
  }
}
