/** Exponential back-off with jitter, so that a restarted server is not met by everybody at once. */
export class Backoff {
  /**
   * @param {{first?: number, limit?: number, random?: () => number}} [options] times in milliseconds
   */
  constructor({ first = 1000, limit = 30_000, random = Math.random } = {}) {
    this.first = first;
    this.limit = limit;
    this.random = random;
    this.tries = 0;
  }

  /** @returns {number} how long to wait before the next try, in milliseconds */
  next() {
    const ceiling = Math.min(this.limit, this.first * 2 ** this.tries++);
    return Math.round(ceiling * (0.5 + this.random() / 2));
  }

  reset() {
    this.tries = 0;
  }
}
