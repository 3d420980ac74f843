package dev.parley.bench;

import dev.parley.testing.Account;
import dev.parley.testing.Parallel;
import java.util.List;

/**
 * Pairs of people, each with their private conversation in front; one of each pair writes, and
 * sends the next message when the last is stored and the partner has it.
 *
 * @param name by which {@code --only} selects it
 * @param pairs how many pairs
 */
record PairsWorkload(String name, int pairs) implements Workload {

  @Override
  public String title() {
    return "%d pairs, 1 in flight each".formatted(pairs);
  }

  @Override
  public Result run(Stage stage) throws Exception {
    List<Account> people = stage.people(2 * pairs);
    List<String> chats =
        Parallel.map(
            pairs, i -> stage.conversations().open(people.get(2 * i), people.get(2 * i + 1)));
    try (LiveRun run = new LiveRun(stage)) {
      for (int i = 0; i < pairs; i++) {
        // Both of a pair on one loop: the partner tells the sender without a lock.
        Sender sender = run.sender(people.get(2 * i), chats.get(i), i, 1);
        sender.awaits(run.receiver(people.get(2 * i + 1), chats.get(i), i));
      }
      run.open();
      run.start(Long.MAX_VALUE);
      return run.measure();
    }
  }
}
