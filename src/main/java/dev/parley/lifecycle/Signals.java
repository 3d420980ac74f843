package dev.parley.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Does something at SIGTERM and SIGINT before the server hears of them. A shutdown hook would run
 * beside the server's own, which cuts all WebSockets at once, long before it stops applications.
 */
final class Signals {

  private static final Logger LOG = Logger.getLogger(Signals.class.getName());

  private record Replaced(Signal signal, SignalHandler before) {}

  private final List<Replaced> replaced = new ArrayList<>();

  /** From now on: first {@code task}, then what the signal did before. */
  void precede(Runnable task) {
    for (String name : List.of("TERM", "INT")) {
      try {
        Signal signal = new Signal(name);
        SignalHandler[] before = new SignalHandler[1];
        before[0] =
            Signal.handle(
                signal,
                received -> {
                  try {
                    task.run();
                  } finally {
                    before[0].handle(received);
                  }
                });
        replaced.add(new Replaced(signal, before[0]));
      } catch (IllegalArgumentException e) {
        // The JVM was told to leave signals alone (-Xrs).
        LOG.log(Level.FINE, "Signals stop the server without a farewell to sockets", e);
      }
    }
  }

  /** Puts everything back. */
  void restore() {
    replaced.forEach(one -> Signal.handle(one.signal(), one.before()));
    replaced.clear();
  }
}
