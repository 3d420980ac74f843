package dev.parley.groups;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One group, and the ways in and out. */
@Path("/groups/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GroupResource {

  @Inject Groups groups;
  @Inject GroupChanges changes;
  @Inject GroupViews views;
  @Inject Outsiders outsiders;
  @Inject CurrentCaller current;

  /** What is null stays as it is. */
  public record Change(String title, String description, String pictureID) {}

  /** Somebody to invite. */
  public record Guest(@NotNull Long userID) {}

  /** Yes or no. */
  public record Answer(@NotNull Boolean accept) {}

  @GET
  @Operation(summary = "A group; who is not in it learns name, description, creator and number")
  public Group.View get(@PathParam("id") long id) {
    return views.profile(current.get(), id);
  }

  @PATCH
  @Operation(summary = "Change title, description or picture")
  public Group.View change(@PathParam("id") long id, Change change) {
    return changes.update(
        current.get(), id, change.title(), change.description(), change.pictureID());
  }

  @DELETE
  @Operation(summary = "Delete a group with its messages and events")
  public void delete(@PathParam("id") long id) {
    changes.delete(current.get(), id);
  }

  @GET
  @Path("/members")
  @Operation(summary = "The members")
  public List<Group.Member> members(@PathParam("id") long id) {
    return views.members(current.get(), id);
  }

  @DELETE
  @Path("/membership")
  @Operation(summary = "Leave; the last moderator names another one before")
  public void leave(@PathParam("id") long id) {
    groups.leave(current.get(), id);
  }

  @GET
  @Path("/outsiders")
  @Operation(summary = "People whom one might invite, by a part of their name")
  public List<Group.Outsider> outsiders(
      @PathParam("id") long id, @QueryParam("query") String query) {
    return outsiders.find(current.get(), id, query);
  }

  @POST
  @Path("/invitations")
  @Operation(summary = "Invite somebody; a moderator takes in who has asked for it")
  public Group.Entry invite(@PathParam("id") long id, Guest guest) {
    return groups.invite(current.get(), id, guest.userID());
  }

  @PUT
  @Path("/invitation")
  @Operation(summary = "Come in, as one is invited to, or do not")
  public Group.Answered answerInvitation(@PathParam("id") long id, Answer answer) {
    return answer.accept()
        ? groups.acceptInvitation(current.get(), id)
        : groups.declineInvitation(current.get(), id);
  }

  @POST
  @Path("/requests")
  @Operation(summary = "Ask to be taken in")
  public Group.Entry ask(@PathParam("id") long id) {
    return groups.ask(current.get(), id);
  }

  @GET
  @Path("/requests")
  @Operation(summary = "Who asks to be taken in, for the moderators")
  public List<Group.Request> requests(@PathParam("id") long id) {
    return outsiders.requests(current.get(), id);
  }

  @PUT
  @Path("/requests/{userID}")
  @Operation(summary = "Take in who has asked for it, or do not; one's own can be withdrawn")
  public Group.Answered answerRequest(
      @PathParam("id") long id, @PathParam("userID") long userId, Answer answer) {
    return answer.accept()
        ? groups.acceptRequest(current.get(), id, userId)
        : groups.declineRequest(current.get(), id, userId);
  }
}
