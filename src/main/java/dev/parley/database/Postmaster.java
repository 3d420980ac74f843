package dev.parley.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running PostgreSQL, as its {@code postmaster.pid} tells.
 *
 * @param pid of the server's first process
 * @param port on which it listens
 */
record Postmaster(long pid, int port) {

  /** What runs on this database directory, if anything does. */
  static Optional<Postmaster> of(Path directory) {
    try {
      List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
      long pid = Long.parseLong(lines.get(0).strip());
      int port = Integer.parseInt(lines.get(3).strip());
      return ProcessHandle.of(pid)
          .filter(Postmaster::isPostgres)
          .map(process -> new Postmaster(pid, port));
    } catch (IOException | RuntimeException e) {
      // None was started, or it is just being started or stopped.
      return Optional.empty();
    }
  }

  /** After a restart of the machine, or of a container, the number may be somebody else's. */
  private static boolean isPostgres(ProcessHandle process) {
    boolean postgres = process.info().command().map(c -> c.endsWith("postgres")).orElse(true);
    return postgres && process.isAlive();
  }

  /** Stops the server: open transactions are rolled back, what was committed stays. */
  void stop(int seconds) throws IOException, InterruptedException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return;
    }
    // SIGINT is PostgreSQL's "fast" stop. The JDK can only send SIGTERM, which waits for clients.
    new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    try {
      process.get().onExit().get(seconds, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      process.get().destroy();
    }
  }
}
