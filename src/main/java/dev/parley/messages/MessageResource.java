package dev.parley.messages;

import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Single messages. */
@Path("/messages/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

  @Inject Messages messages;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "One message")
  public Message.View get(@PathParam("id") long id) {
    return messages.get(current.get(), id);
  }
}
