package dev.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.kernel.Json;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A socket of somebody's. Everything that came is kept; waiting looks through it. */
public final class Wire implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final AtomicLong IDS = new AtomicLong();

  private final List<JsonNode> received = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private volatile boolean deaf;
  private int frames;
  private int taken;
  private WebSocket socket;
  private String closeReason = "";

  private Wire() {}

  /** Opens a socket; {@code subprotocol} may be null. */
  public static Wire open(Person person, String subprotocol) {
    Wire wire = open(person.parley(), subprotocol, "Authorization", "Bearer " + person.token());
    wire.receives("hello");
    return wire;
  }

  /** Opens a socket with headers of one's own. */
  public static Wire open(Parley parley, String subprotocol, String... headers) {
    return at(parley, "/ws", subprotocol, headers);
  }

  /** Opens a socket at another address, which may have a query. */
  public static Wire at(Parley parley, String path, String subprotocol, String... headers) {
    URI uri = URI.create(parley.root().toString().replaceFirst("http", "ws") + path);
    WebSocket.Builder builder = parley.http().newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    if (subprotocol != null) {
      builder.subprotocols(subprotocol);
    }
    Wire wire = new Wire();
    wire.socket = builder.buildAsync(uri, wire).join();
    return wire;
  }

  /** The status with which a handshake fails. */
  public static int refusedHandshake(Parley parley, String... headers) {
    return refusedHandshakeAt(parley, "/ws", headers);
  }

  /** The same at another address. */
  public static int refusedHandshakeAt(Parley parley, String path, String... headers) {
    try (Wire wire = at(parley, path, null, headers)) {
      return fail("the handshake was accepted");
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  @Override
  public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames++;
      partial
          .toString()
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> received.add(Json.MAPPER.readTree(line)));
      partial.setLength(0);
      notifyAll();
    }
    if (!deaf) {
      from.request(1);
    }
    return null;
  }

  /** Stops reading; what is sent to this socket piles up on its way. */
  public void stopsReading() {
    deaf = true;
  }

  /** Reads again. */
  public void readsAgain() {
    deaf = false;
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeReason = reason;
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  /** Sends a text as one frame. */
  public void raw(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends a request without waiting; its id. */
  public String sends(String type, Object payload) {
    String id = "r" + IDS.incrementAndGet();
    Map<String, Object> request = Map.of("type", type, "id", id, "payload", payload);
    raw(Json.MAPPER.writeValueAsString(request) + "\n");
    return id;
  }

  /** The payload of the reply to a request. */
  public JsonNode reply(String id) {
    return await("a reply to " + id, m -> m.path("id").asString("").equals(id)).path("payload");
  }

  /** Sends a request and gives the data of its successful reply. */
  public JsonNode asks(String type, Object payload) {
    JsonNode reply = reply(sends(type, payload));
    assertEquals("success", reply.path("result").asString(), reply.toString());
    return reply.path("data");
  }

  /** Sends a request that is refused; the code. */
  public JsonNode isRefused(String type, Object payload, String code) {
    JsonNode reply = reply(sends(type, payload));
    assertEquals(code, reply.path("code").asString(""), reply.toString());
    return reply;
  }

  /** The data of the next push of a type that has not been looked at. */
  public JsonNode receives(String type) {
    return receives(type, data -> true);
  }

  /** The data of the next push of a type that fits; what came before it counts as looked at. */
  public JsonNode receives(String type, Predicate<JsonNode> fits) {
    return awaitNext(
            "a push " + type,
            m ->
                m.path("type").asString().equals(type)
                    && !m.has("id")
                    && fits.test(m.path("payload").path("data")))
        .path("payload")
        .path("data");
  }

  /** The next message, whatever it is, that has not been looked at. */
  public JsonNode hears() {
    return awaitNext("a message", m -> true);
  }

  /** The next message of a type, a reply included, that has not been looked at. */
  public JsonNode hears(String type) {
    return awaitNext("a message " + type, m -> m.path("type").asString().equals(type));
  }

  /** All pushes of a type so far. */
  public synchronized List<JsonNode> pushes(String type) {
    return received.stream()
        .filter(m -> m.path("type").asString().equals(type) && !m.has("id"))
        .map(m -> m.path("payload").path("data"))
        .toList();
  }

  /** Everything that came, from one message on. */
  public synchronized List<JsonNode> since(int first) {
    return List.copyOf(received.subList(first, received.size()));
  }

  /** The number of the first message that came after a reply. */
  public synchronized int indexAfterReply(String id) {
    for (int i = 0; i < received.size(); i++) {
      if (received.get(i).path("id").asString("").equals(id)) {
        return i + 1;
      }
    }
    return fail("no reply to " + id);
  }

  /** Waits until more has come than so many messages, or for a moment. */
  public synchronized void awaitsMoreThan(int messages, long millis) {
    try {
      if (received.size() <= messages) {
        wait(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How many frames came. */
  public synchronized int frames() {
    return frames;
  }

  /** How many messages came. */
  public synchronized int messages() {
    return received.size();
  }

  /** How many replies came. */
  public synchronized long replies() {
    return received.stream().filter(m -> m.has("id")).count();
  }

  /** Waits until everything that the server had to say before now has come. */
  public void settles() {
    asks("getSessions", Map.of());
  }

  /** The code with which the server closes the socket, within this time. */
  public int closedWithin(Duration time) {
    try {
      return closed.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return fail("the socket is still open");
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public String closeReason() {
    return closeReason;
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    socket.abort();
  }

  private synchronized JsonNode await(String what, Predicate<JsonNode> fits) {
    int from = 0;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (; from < received.size(); from++) {
        if (fits.test(received.get(from))) {
          return received.get(from);
        }
      }
      waitUntil(end, what);
    }
  }

  private synchronized JsonNode awaitNext(String what, Predicate<JsonNode> fits) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (int i = taken; i < received.size(); i++) {
        if (fits.test(received.get(i))) {
          taken = i + 1;
          return received.get(i);
        }
      }
      waitUntil(end, what);
    }
  }

  private void waitUntil(long end, String what) {
    long millis = (end - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      fail("waited in vain for " + what + "; came: " + received);
    }
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
