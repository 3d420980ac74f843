package dev.parley.images;

/** The bytes are not what their beginning promises. */
final class Damaged extends Exception {

  private static final long serialVersionUID = 1L;

  Damaged(String what) {
    // No stack trace: strangers can cause many.
    super(what, null, false, false);
  }
}
