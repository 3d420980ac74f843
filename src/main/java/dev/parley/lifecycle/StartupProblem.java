package dev.parley.lifecycle;

/** Why Parley can't start: one sentence for the person who runs it. */
final class StartupProblem extends Exception {

  private static final long serialVersionUID = 1L;

  StartupProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
