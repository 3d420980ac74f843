package dev.parley.realtime;

import dev.parley.kernel.Json;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Parts with sockets because this node stops: each is told to come back, and not all at once. */
final class Restart {

  private static final Logger LOG = Logger.getLogger(Restart.class.getName());

  /** Sockets that a stop closes come back spread over so long. */
  private static final int RECONNECT_SPREAD_MILLIS = 10_000;

  private static final int CLOSERS = 16;
  private static final int CLOSE_SECONDS = 3;

  private Restart() {}

  /** Closes many sockets; does not wait for long for those that hang. */
  static void close(Collection<Client> clients) {
    // Threads of our own: the container's executor takes nothing any more when it stops us.
    ExecutorService closers = Executors.newFixedThreadPool(CLOSERS);
    for (Client client : clients) {
      closers.execute(() -> close(client.socket()));
    }
    closers.shutdown();
    try {
      if (!closers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.FINE, "Some sockets were not closed in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closers.shutdownNow();
    }
  }

  /** Closes a socket with a code that says: come back in a moment. */
  static void close(Socket socket) {
    int millis = ThreadLocalRandom.current().nextInt(RECONNECT_SPREAD_MILLIS);
    socket.close(
        Socket.Close.RESTARTING, Json.MAPPER.writeValueAsString(Map.of("reconnectInMs", millis)));
  }
}
