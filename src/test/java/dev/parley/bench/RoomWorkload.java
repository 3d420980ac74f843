package dev.parley.bench;

import dev.parley.testing.Account;
import java.util.List;

/**
 * One room in front of everybody in it; some of them write as fast as they may.
 *
 * @param name by which {@code --only} selects it
 * @param size members of the room
 * @param senders how many of them write
 * @param window messages in flight for each sender
 */
record RoomWorkload(String name, int size, int senders, int window) implements Workload {

  @Override
  public String title() {
    return "room of %d, %d senders × %d in flight".formatted(size, senders, window);
  }

  @Override
  public Result run(Stage stage) throws Exception {
    try (LiveRun run = new LiveRun(stage)) {
      enter(stage, run);
      run.start(Long.MAX_VALUE);
      return run.measure();
    }
  }

  /** Makes the room and connects everybody in it. */
  void enter(Stage stage, LiveRun run) throws Exception {
    List<Account> people = stage.people(size);
    String room = stage.conversations().group("load " + name, people);
    for (int i = 0; i < size; i++) {
      if (i < senders) {
        Sender sender = run.sender(people.get(i), room, i, window);
        sender.awaits(sender);
      } else {
        run.receiver(people.get(i), room, i);
      }
    }
    run.open();
  }
}
