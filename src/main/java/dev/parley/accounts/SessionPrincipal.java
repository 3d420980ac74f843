package dev.parley.accounts;

import dev.parley.kernel.Caller;
import jakarta.security.enterprise.CallerPrincipal;

/** The principal of a request whose session is good; it carries what services want to know. */
public final class SessionPrincipal extends CallerPrincipal {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // The server never stores principals; see server.xml.
  private final Caller caller;

  SessionPrincipal(Caller caller) {
    super(caller.name());
    this.caller = caller;
  }

  /** Who asks. */
  public Caller caller() {
    return caller;
  }
}
