package dev.parley.ws;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.realtime.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The other systems that are spoken over WebSockets here. */
@ApplicationScoped
public class Surfaces {

  private static final Logger LOG = Logger.getLogger(Surfaces.class.getName());

  @Inject @Any Instance<Surface> all;

  /** The one that a handshake is meant for; empty for Parley's own protocol. */
  public Optional<Surface> find(String path, Map<String, List<String>> query) {
    return all.stream().filter(surface -> surface.claims(path, query)).findFirst();
  }

  /** Gives a frame to its surface, and its refusal to the client. */
  @ActivateRequestContext
  public void received(Surface surface, Client client, String frame) {
    try {
      surface.received(client, frame);
    } catch (Refusal refusal) {
      client.reply(surface.refusal(refusal));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A frame could not be handled", e);
      client.reply(surface.refusal(Refusal.of(Code.INTERNAL, "something went wrong, try again")));
    }
  }
}
