package dev.parley.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAndStopIT {

  @TempDir Path kept;

  @Test
  void aStopClosesSocketsWithACodeThatSaysComeBackAndEndsWithinTenSeconds() throws Exception {
    try (ServerProcess server = server(Map.of())) {
      server.start();
      Person ann = new Parley(server.address().toString()).person("ann");
      try (Wire wire = ann.connects()) {
        ProcessHandle jvm = server.jvm();
        jvm.destroy();
        assertEquals(4503, wire.closedWithin(Duration.ofSeconds(10)));
        assertTrue(wire.closeReason().contains("reconnectInMs"), wire.closeReason());
        jvm.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void aDatabaseThatCanNotBeReachedIsToldInOneLine() throws Exception {
    String log = failsWith(Map.of("DATABASE_URL", "postgres://ann:secret@127.0.0.1:1/parley"));
    assertFalse(log.contains("secret"), log);
  }

  @Test
  void anAddressThatIsNoneIsToldInOneLine() throws Exception {
    String log = failsWith(Map.of("DATABASE_URL", "mysql://127.0.0.1/parley"));
    assertTrue(log.contains("DATABASE_URL must look like"), log);
  }

  @Test
  void aPortThatSomebodyElseHasIsToldInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      assertTrue(failsWith(Map.of("PARLEY_PORT", port)).contains(port));
    }
  }

  @Test
  void theRoomOfEverybodyCanBeSwitchedOffAndOnAgain() throws Exception {
    try (ServerProcess server = server(Map.of("PARLEY_DATA_DIR", kept.toString()))) {
      server.start();
      Person ann = new Parley(server.address().toString()).register("ann", "correct horse");
      ann.posts("1", "before");
    }
    try (ServerProcess server =
        server(Map.of("PARLEY_DATA_DIR", kept.toString(), "PARLEY_EVERYBODY_ROOM", "false"))) {
      server.start();
      Parley parley = new Parley(server.address().toString());
      parley.register("ben", "correct horse").get("/conversations/1").refused(404, "notFound");
      annOn(parley).get("/conversations/1/messages").refused(404, "notFound");
    }
    try (ServerProcess server = server(Map.of("PARLEY_DATA_DIR", kept.toString()))) {
      server.start();
      Parley parley = new Parley(server.address().toString());
      Person ben = parley.logIn(new Person(parley, "", "ben", ""), "correct horse");
      assertTrue(ben.history("1").toString().contains("before"));
      assertEquals(0, annOn(parley).get("/conversations/1").body().path("unread").asInt());
    }
  }

  private static Person annOn(Parley parley) {
    return parley.logIn(new Person(parley, "", "ann", ""), "correct horse");
  }

  /** Starts a server that can't; gives what it printed. */
  private static String failsWith(Map<String, String> environment) throws Exception {
    try (ServerProcess server = server(environment)) {
      String log = assertThrows(IOException.class, server::start).getMessage();
      long lines = log.lines().filter(line -> line.contains("Parley can't start")).count();
      assertEquals(1, lines, log);
      assertFalse(log.contains("\tat "), log);
      return log;
    }
  }

  private static ServerProcess server(Map<String, String> environment) throws IOException {
    Path install = Path.of(System.getProperty("parley.install"));
    return new ServerProcess(install, List.of(), environment);
  }
}
