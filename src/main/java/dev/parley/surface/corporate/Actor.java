package dev.parley.surface.corporate;

import dev.parley.accounts.CurrentCaller;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * Who acts. This system's requests name them; it counts only that the session is theirs, so another
 * one's id is refused.
 */
@RequestScoped
public class Actor {

  @Inject CurrentCaller current;

  /** Whoever has the session. */
  Caller get() {
    return current.get();
  }

  /** The same, where a request says who that is. */
  Caller named(Long accountId) {
    return named(current.get(), accountId);
  }

  /** The caller, if the id is theirs. */
  static Caller named(Caller caller, Long accountId) {
    if (accountId == null) {
      throw missing();
    }
    if (accountId != caller.accountId()) {
      throw Refusal.forbidden("you may only act as yourself");
    }
    return caller;
  }

  /** An id that must be there. */
  static long required(Long id) {
    if (id == null) {
      throw missing();
    }
    return id;
  }

  /**
   * An id of an address.
   *
   * @param name of the parameter
   */
  static long id(String name, String text) {
    try {
      long id = Long.parseLong(text == null ? "" : text);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw Refusal.invalid(name, "invalid " + name);
  }

  /** What is said when a request lacks something. */
  static Refusal missing() {
    return Refusal.invalid(null, "missing required fields");
  }
}
