package dev.parley.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many calls that mostly wait, a few at a time. */
public final class Parallel {
  private static final int THREADS = 16;

  private Parallel() {}

  /** Something done for each number. */
  @FunctionalInterface
  public interface Task<T> {
    /** Does it for one number, from 0. */
    T call(int number) throws Exception;
  }

  /**
   * Does the task for 0 … count-1 and returns the results in that order.
   *
   * @throws ExecutionException with the first failure as its cause
   */
  public static <T> List<T> map(int count, Task<T> task)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        calls.add(() -> task.call(number));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
