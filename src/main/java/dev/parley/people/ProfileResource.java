package dev.parley.people;

import dev.parley.accounts.Account;
import dev.parley.accounts.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What one shows of oneself. */
@Path("/people/me")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

  @Inject People people;
  @Inject Profiles profiles;
  @Inject CurrentCaller current;

  @GET
  @Operation(summary = "Oneself, as others see it")
  public Person get() {
    return people.get(current.get().accountId());
  }

  @PATCH
  @Operation(
      summary = "Change one's own profile; what is left out stays, what is empty is taken away")
  public Account.View update(Profiles.Update update) {
    return profiles.update(current.get(), update);
  }
}
