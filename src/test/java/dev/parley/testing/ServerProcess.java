package dev.parley.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A built server run as a child process, with a scratch directory, a port and an embedded
 * PostgreSQL of its own. {@link #close} leaves nothing running and nothing on disk.
 */
public final class ServerProcess implements AutoCloseable {
  private static final int START_SECONDS = 180;
  private static final int STOP_SECONDS = 20;

  private final Path scratch;
  private final Installation installation;
  private final EmbeddedDatabase database;
  private final List<String> prefix;
  private final Map<String, String> environment;
  private final int port;
  private final Thread atExit = new Thread(this::closeQuietly, "stop-server");
  private Process process;

  /**
   * Prepares a server; {@link #start} runs it.
   *
   * @param install what {@link Installation#of} accepts
   * @param prefix a command to run it under, such as {@code taskset -c 0,1}; may be empty
   * @param environment what is set beside port and data directory
   */
  public ServerProcess(Path install, List<String> prefix, Map<String, String> environment)
      throws IOException {
    this.scratch = Files.createTempDirectory("parley-");
    this.installation = Installation.of(install, scratch);
    this.database = new EmbeddedDatabase(scratch.resolve("data"));
    this.prefix = prefix;
    this.environment = environment;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    // An interrupted program must not leave a server behind either.
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Returns the address, such as {@code http://127.0.0.1:40123}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the PostgreSQL in the server's data directory. */
  public EmbeddedDatabase database() {
    return database;
  }

  /** Returns the JVM that is the server. */
  public ProcessHandle jvm() throws IOException {
    // The start script may stay in front of the JVM, and PostgreSQL may be the JVM's child.
    Optional<ProcessHandle> java =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .filter(p -> p.info().command().orElse("").endsWith("/java"))
            .findFirst();
    if (java.isEmpty()) {
      throw new IOException("the server does not run:\n" + logTail());
    }
    return java.get();
  }

  /** Runs the server and waits until it is ready. */
  public void start() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("sh", installation.home().resolve("bin/server").toString()));
    command.addAll(List.of("run", "parley"));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> variables = builder.environment();
    variables.remove("DATABASE_URL");
    variables.put("PARLEY_PORT", Integer.toString(port));
    variables.put("PARLEY_DATA_DIR", scratch.resolve("data").toString());
    // Work area and logs go here too, so that a server running from the same directory is spared.
    variables.put("WLP_OUTPUT_DIR", scratch.resolve("output").toString());
    variables.putAll(environment);
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("the server did not get ready:\n" + logTail());
      }
      Thread.sleep(50);
    }
  }

  /** Kills the server's JVM as {@code kill -9} does; PostgreSQL runs on. */
  public void kill() throws IOException, InterruptedException {
    ProcessHandle jvm = jvm();
    jvm.destroyForcibly();
    Signals.awaitEnd(jvm, STOP_SECONDS);
    process.waitFor();
  }

  /** Stops server and PostgreSQL and deletes the scratch directory. */
  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    database.stop();
    Installation.delete(scratch);
    if (Thread.currentThread() != atExit) {
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }

  private void stop() throws InterruptedException {
    if (process == null || !process.isAlive()) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
            .filter(p -> !p.info().command().orElse("").endsWith("postgres"))
            .toList();
    all.forEach(ProcessHandle::destroy);
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
      process.waitFor();
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException | InterruptedException e) {
      System.err.println("stopping the server: " + e);
    }
  }

  private boolean ready() {
    try {
      HttpURLConnection request =
          (HttpURLConnection) address().resolve("/health/ready").toURL().openConnection();
      request.setConnectTimeout(1_000);
      request.setReadTimeout(5_000);
      int status = request.getResponseCode();
      request.disconnect();
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private Path log() {
    return scratch.resolve("server.log");
  }

  private String logTail() throws IOException {
    List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }
}
