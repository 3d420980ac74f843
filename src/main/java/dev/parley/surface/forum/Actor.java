package dev.parley.surface.forum;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Who acts: whose session it is. Where a request names somebody else, it is refused. */
@RequestScoped
public class Actor {

  @Inject CurrentCaller current;

  /** Whoever has the session. */
  Caller get() {
    return current.get();
  }

  /** The same, where a request may say who that is. */
  Caller named(Long accountId) {
    return named(current.get(), accountId);
  }

  /** The caller, unless the id is somebody else's. */
  static Caller named(Caller caller, Long accountId) {
    if (accountId != null && accountId != caller.accountId()) {
      throw somebodyElse();
    }
    return caller;
  }

  /** A number of something that a request is about. */
  static long id(String field, Long given) {
    if (given == null) {
      throw Refusal.invalid(field, field + " is missing");
    }
    if (given <= 0) {
      throw Refusal.invalid(field, field + " must be greater than 0");
    }
    return given;
  }

  static Refusal somebodyElse() {
    return Refusal.forbidden("you may only act as yourself");
  }
}
