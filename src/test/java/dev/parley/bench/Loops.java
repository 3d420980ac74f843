package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks members something on the threads they live on, from the thread of the program. */
final class Loops {
  private static final int PATIENCE_SECONDS = 30;

  private Loops() {}

  /** Does the task for every member on the member's loop and waits; loops work side by side. */
  static <M extends Member> void forEach(List<M> members, Consumer<M> task)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<CompletableFuture<Void>> done = new ArrayList<>();
    for (M member : members) {
      done.add(CompletableFuture.runAsync(() -> task.accept(member), member.loop));
    }
    await(done);
  }

  /** Waits for all; a loop that does not answer fails the workload instead of hanging it. */
  static void await(List<CompletableFuture<Void>> futures)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
