package dev.parley.testing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL a server started in its data directory, seen from outside: found by its {@code
 * postmaster.pid}, reached over JDBC, stopped and paused by signals.
 */
public final class EmbeddedDatabase {
  private final Path directory;
  private final Path passwordFile;
  private List<ProcessHandle> paused = List.of();
  private List<String> command = List.of();

  /**
   * Names the database; nothing is touched.
   *
   * @param dataDirectory the server's data directory (PARLEY_DATA_DIR)
   */
  public EmbeddedDatabase(Path dataDirectory) {
    directory = dataDirectory.resolve("postgres");
    passwordFile = dataDirectory.resolve("postgres.password");
  }

  /** Returns the running postmaster, or nothing when none runs. */
  public Optional<ProcessHandle> process() throws IOException {
    List<String> lines = pidFile();
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(ProcessHandle::isAlive);
  }

  /** Returns the JDBC address with user and password. */
  public String jdbcUrl() throws IOException {
    List<String> lines = pidFile();
    if (lines.size() < 4) {
      throw new IOException("no PostgreSQL runs in " + directory);
    }
    String password = Files.readString(passwordFile).strip();
    return "jdbc:postgresql://127.0.0.1:%s/parley?user=postgres&password=%s"
        .formatted(lines.get(3).trim(), URLEncoder.encode(password, StandardCharsets.UTF_8));
  }

  /** Stops it at once, without a checkpoint and with every connection cut, as a crash would. */
  public void crash() throws IOException, InterruptedException {
    Optional<ProcessHandle> postmaster = process();
    if (postmaster.isPresent()) {
      command = command(postmaster.get());
      Signals.send("QUIT", postmaster.get().pid());
      Signals.awaitEnd(postmaster.get(), 20);
    }
  }

  /** Starts what {@link #crash} stopped, as it was, unless it came back by itself already. */
  public void revive() throws IOException, InterruptedException {
    if (process().isEmpty()) {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
  }

  /** Halts every process of it; connections stay open and nothing answers. */
  public void pause() throws IOException, InterruptedException {
    List<ProcessHandle> processes = new ArrayList<>();
    Optional<ProcessHandle> postmaster = process();
    if (postmaster.isPresent()) {
      // The postmaster first: halted, it forks no further backend while the others are halted.
      Signals.send("STOP", postmaster.get().pid());
      processes.add(postmaster.get());
      for (ProcessHandle backend : postmaster.get().descendants().toList()) {
        Signals.send("STOP", backend.pid());
        processes.add(backend);
      }
    }
    paused = processes;
  }

  /** Lets the halted processes run on. */
  public void resume() throws IOException, InterruptedException {
    for (ProcessHandle process : paused) {
      Signals.send("CONT", process.pid());
    }
    paused = List.of();
  }

  /** Stops it in good order, so that nothing is left running; harder when it does not obey. */
  public void stop() throws IOException, InterruptedException {
    resume();
    Optional<ProcessHandle> postmaster = process();
    if (postmaster.isPresent()) {
      Signals.send("INT", postmaster.get().pid());
      if (!Signals.awaitEnd(postmaster.get(), 10)) {
        crash();
      }
    }
  }

  private static List<String> command(ProcessHandle postmaster) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(postmaster.info().command().orElse("postgres"));
    command.addAll(List.of(postmaster.info().arguments().orElse(new String[0])));
    return command;
  }

  private List<String> pidFile() throws IOException {
    try {
      return Files.readAllLines(directory.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
