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
  @Inject ProfileViews profiles;
  @Inject FollowLists follows;
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

  @GET
  @Path("/{id}/profile")
  @Operation(summary = "Somebody's profile, as far as one may see it")
  public Profile profile(@PathParam("id") long id) {
    return profiles.get(current.get(), id);
  }

  @GET
  @Path("/{id}/followers")
  @Operation(summary = "Who follows somebody; nobody if one may not see the profile")
  public Page<Acquaintance> followers(
      @PathParam("id") long id,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return follows.followers(current.get(), id, after, Limits.check(limit, PAGE, LARGEST_PAGE));
  }

  @GET
  @Path("/{id}/following")
  @Operation(summary = "Whom somebody follows; nobody if one may not see the profile")
  public Page<Acquaintance> following(
      @PathParam("id") long id,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return follows.following(current.get(), id, after, Limits.check(limit, PAGE, LARGEST_PAGE));
  }
}
