package dev.parley.people;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Limits;
import dev.parley.kernel.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** People. */
@Path("/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  @Inject People people;
  @Inject CurrentCaller current;

  @GET
  @Operation(
      summary = "The other people by name; `without=conversation`: those one has no chat with yet")
  public Page<Person> list(
      @QueryParam("query") String query,
      @QueryParam("without") String without,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return people.list(
        current.get(),
        query,
        "conversation".equals(without),
        after,
        Limits.check(limit, PAGE, LARGEST_PAGE));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One person")
  public Person get(@PathParam("id") long id) {
    return people.get(current.get(), id);
  }
}
