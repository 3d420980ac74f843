package dev.parley.harness;

import dev.parley.client.Parley;
import org.jboss.arquillian.container.test.api.RunAsClient;

/** A test that uses the running server as clients do: over HTTP and WebSocket. */
@RunAsClient
public abstract class ClientTest extends ParleyServer {

  /** The server, empty but for what the tests put into it. */
  protected final Parley parley = Parley.underTest();
}
