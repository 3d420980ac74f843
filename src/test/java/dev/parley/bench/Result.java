package dev.parley.bench;

/**
 * What a workload measured.
 *
 * @param operations messages accepted (or REST requests answered) a second
 * @param deliveries messages that reached a receiver a second; NaN where nothing is delivered
 * @param latencies from sending to arrival at each receiver (or from request to answer)
 * @param faults what went wrong; empty when every receiver got every message once and in order
 * @param remark what was found besides
 */
record Result(
    double operations, double deliveries, Latencies latencies, String faults, String remark) {

  /** Runs a workload; one that fails has no figures, and a fault that tells why. */
  static Result of(Workload workload, Stage stage) throws InterruptedException {
    try {
      return workload.run(stage);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return new Result(Double.NaN, Double.NaN, new Latencies(), e.toString(), "");
    }
  }
}
