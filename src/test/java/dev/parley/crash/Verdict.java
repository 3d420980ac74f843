package dev.parley.crash;

/**
 * What the histories say about the receipts, in messages; all must be 0.
 *
 * @param lost acknowledged and not there
 * @param doubled there more than once
 * @param reordered not at the acknowledged number, or before a message that was acknowledged before
 *     it was begun
 * @param gaps places where the numbers do not go on by one, or do not end at the conversation's
 * @param foreign there, and nobody sent them
 */
record Verdict(int lost, int doubled, int reordered, int gaps, int foreign) {
  static final Verdict CLEAN = new Verdict(0, 0, 0, 0, 0);

  /** Returns both together. */
  Verdict and(Verdict other) {
    return new Verdict(
        lost + other.lost,
        doubled + other.doubled,
        reordered + other.reordered,
        gaps + other.gaps,
        foreign + other.foreign);
  }

  @Override
  public String toString() {
    return "%d lost, %d doubled, %d reordered, %d gaps, %d foreign"
        .formatted(lost, doubled, reordered, gaps, foreign);
  }
}
