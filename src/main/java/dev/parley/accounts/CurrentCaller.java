package dev.parley.accounts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who an HTTP request is from. */
@RequestScoped
public class CurrentCaller {

  @Inject HttpServletRequest request;

  /** The caller, if the request has a good session. */
  public Optional<Caller> find() {
    if (SessionMechanism.undecided(request)) {
      throw Refusal.of(Code.RESTARTING, "the database does not answer, try again");
    }
    return request.getUserPrincipal() instanceof SessionPrincipal principal
        ? Optional.of(principal.caller())
        : Optional.empty();
  }

  /** The caller; whoever has no session is refused. */
  public Caller get() {
    return find().orElseThrow(() -> Refusal.of(Code.NOT_LOGGED_IN, "log in first"));
  }
}
