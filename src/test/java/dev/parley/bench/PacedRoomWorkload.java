package dev.parley.bench;

/**
 * A room in which messages go out at a fixed pace, to see how long one takes when there is no rush.
 *
 * @param name by which {@code --only} selects it
 * @param size members of the room
 * @param senders how many of them write, in turn
 * @param rate messages a second
 */
record PacedRoomWorkload(String name, int size, int senders, int rate) implements Workload {
  /** Enough that a hiccup of some seconds does not stop the pace. */
  private static final int WINDOW = 64;

  @Override
  public String title() {
    return "room of %d, %d messages/s".formatted(size, rate);
  }

  @Override
  public Result run(Stage stage) throws Exception {
    try (LiveRun run = new LiveRun(stage)) {
      new RoomWorkload(name, size, senders, WINDOW).enter(stage, run);
      // The pace goes on until the measuring is over; the check of arrival comes after it.
      try (Pacer pacer = new Pacer(run.senders(), 1_000_000_000L / rate)) {
        return run.measure();
      }
    }
  }
}
