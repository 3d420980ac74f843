package dev.parley.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A short trial of the built server; {@code parley.install} is its directory. {@link CrashTrial} is
 * the long one.
 */
class CrashIT {
  private static final int ROUNDS = 2;
  private static final int CLIENTS = 10;
  private static final int CONVERSATIONS = 4;

  @Test
  void aKilledServerHasEveryAcknowledgedMessageOnceAndInOrder() throws Exception {
    String install = System.getProperty("parley.install");
    assumeTrue(install != null, "parley.install names no built server");
    Plan plan = new Plan(ROUNDS, CLIENTS, CONVERSATIONS, List.of(Disturbance.SERVER));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (ServerProcess server = CrashTrial.server(install, Map.of());
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      boolean kept = new Trial(plan, server, out).run();
      assertTrue(kept, said.toString(StandardCharsets.UTF_8));
    }
  }
}
