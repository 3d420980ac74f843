package dev.parley.surface.social;

import dev.parley.kernel.Json;
import dev.parley.kernel.Refusal;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Item;
import dev.parley.ws.Dispatcher;
import dev.parley.ws.Envelope;
import dev.parley.ws.Surface;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What this system's sockets have in common: the envelope, several messages in a frame, and that a
 * bad message is answered and never ends the connection.
 */
abstract class SocialSurface implements Surface {

  @Inject Dispatcher dispatcher;

  /** The address under which its clients connect. */
  abstract String path();

  /**
   * Answers a request.
   *
   * @param request has {@code type} and {@code payload}, if they were given
   */
  abstract void request(Client client, ObjectNode request);

  @Override
  public boolean claims(String path, Map<String, List<String>> query) {
    return path.equals(path());
  }

  @Override
  public boolean joins() {
    return true;
  }

  @Override
  public void received(Client client, String message) {
    JsonNode request = dispatcher.parse(message);
    if (request == null) {
      throw Refusal.invalid(null, "this is not a JSON object");
    }
    request(client, normal(request));
  }

  /** The request with the names of its members as they are written: here their case is free. */
  private static ObjectNode normal(JsonNode given) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    given
        .properties()
        .forEach(
            member -> request.set(member.getKey().toLowerCase(Locale.ROOT), member.getValue()));
    return request;
  }

  @Override
  public String refusal(Refusal refusal) {
    return Envelope.refusal("ERROR", null, refusal);
  }

  /** A message that answers nothing. */
  static String push(String type, Object data) {
    return Dialect.NATIVE.encode(new Item(type, data));
  }
}
