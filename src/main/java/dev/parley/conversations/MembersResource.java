package dev.parley.conversations;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Limits;
import dev.parley.kernel.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is in a conversation. */
@Path("/conversations/{id}/members")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  @Inject Memberships memberships;
  @Inject MemberChanges members;
  @Inject CurrentCaller current;

  /** Somebody to take in. */
  public record NewMember(@NotNull Long userID, MembershipRole role) {}

  /** Another role. */
  public record NewRole(@NotNull MembershipRole role) {}

  @GET
  @Operation(summary = "The members")
  public Page<Conversation.Member> list(
      @PathParam("id") long id,
      @QueryParam("after") long after,
      @QueryParam("limit") Integer limit) {
    int size = Limits.check(limit, PAGE, LARGEST_PAGE);
    return Page.cut(
        memberships.list(current.get(), id, after, size + 1), size, Conversation.Member::id);
  }

  @POST
  @Operation(summary = "Take somebody in")
  public Response add(@PathParam("id") long id, NewMember member) {
    MembershipRole role = member.role() == null ? MembershipRole.MEMBER : member.role();
    return Response.status(Response.Status.CREATED)
        .entity(members.add(current.get(), id, member.userID(), role))
        .build();
  }

  @PATCH
  @Path("/{userID}")
  @Operation(summary = "Give a member another role")
  public Conversation.View setRole(
      @PathParam("id") long id, @PathParam("userID") long userId, NewRole change) {
    return members.setRole(current.get(), id, userId, change.role());
  }

  @DELETE
  @Path("/{userID}")
  @Operation(summary = "Show a member out, or leave")
  public void remove(@PathParam("id") long id, @PathParam("userID") long userId) {
    members.remove(current.get(), id, userId);
  }
}
