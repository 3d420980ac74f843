package dev.parley.kernel;

import jakarta.ejb.ApplicationException;

/**
 * A service's no: a code for programs, a sentence for people and, where one is to blame, the field.
 * Each surface translates it once. It rolls the transaction back.
 */
@ApplicationException(rollback = true)
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String field;

  private Refusal(Code code, String field, String message) {
    // No stack trace: it is an answer, and a hostile client can cause many.
    super(message, null, false, false);
    this.code = code;
    this.field = field;
  }

  /** The input breaks a rule; {@code field} is its name on the wire. */
  public static Refusal invalid(String field, String message) {
    return new Refusal(Code.INVALID, field, message);
  }

  /** It does not exist, or the caller may not see it: both sound the same. */
  public static Refusal notFound(String what) {
    return new Refusal(Code.NOT_FOUND, null, what + " not found");
  }

  /** The caller sees it, but may not do this to it. */
  public static Refusal forbidden(String message) {
    return new Refusal(Code.FORBIDDEN, null, message);
  }

  /** It contradicts what is there; {@code field} may be null. */
  public static Refusal conflict(String field, String message) {
    return new Refusal(Code.CONFLICT, field, message);
  }

  /** Any other refusal. */
  public static Refusal of(Code code, String message) {
    return new Refusal(code, null, message);
  }

  public Code code() {
    return code;
  }

  /** The field to blame, or null. */
  public String field() {
    return field;
  }
}
