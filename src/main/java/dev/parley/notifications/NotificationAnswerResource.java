package dev.parley.notifications;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The answer to what a notification asks. */
@Path("/notifications/{id}/answer")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NotificationAnswerResource {

  @Inject NotificationAnswers answers;
  @Inject CurrentCaller current;

  /** Yes or no. */
  public record Answer(@NotNull Boolean accept) {}

  @PUT
  @Operation(summary = "Accept or decline a request or an invitation")
  public void answer(@PathParam("id") long id, Answer answer) {
    answers.answer(current.get(), id, answer.accept());
  }
}
