package dev.parley.crash;

import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What is done to the installation while people write. */
enum Disturbance {
  /** The server's JVM dies as by {@code kill -9} and is started again; PostgreSQL runs on. */
  SERVER {
    @Override
    void strike(ServerProcess server) throws IOException, InterruptedException {
      server.kill();
      server.start();
    }
  },

  /** PostgreSQL stops at once, with every connection cut, and is back later; the server runs on. */
  DATABASE {
    @Override
    void strike(ServerProcess server) throws IOException, InterruptedException {
      server.database().crash();
      TimeUnit.SECONDS.sleep(DOWN_SECONDS);
      server.database().revive();
    }
  },

  /** PostgreSQL answers nothing for half a minute, with every connection open. */
  PAUSE {
    @Override
    void strike(ServerProcess server) throws IOException, InterruptedException {
      server.database().pause();
      try {
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
      } finally {
        server.database().resume();
      }
    }
  };

  private static final int PAUSE_SECONDS = 30;
  private static final int DOWN_SECONDS = 5;

  /** Does it, and returns when the installation should be well again. */
  abstract void strike(ServerProcess server) throws IOException, InterruptedException;
}
