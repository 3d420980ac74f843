package dev.parley.crash;

import dev.parley.testing.Account;
import dev.parley.testing.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Sends over a WebSocket with the subprotocol {@code parley.v1}. */
final class SocketWire implements Wire {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI address;
  private final Account account;
  private WebSocket socket;
  private long count;
  private volatile String awaited = "";
  private volatile CompletableFuture<JsonNode> answer = new CompletableFuture<>();

  /**
   * Sends as the account; connects with the first message.
   *
   * @param server the server's address, with the scheme http
   */
  SocketWire(HttpClient http, URI server, Account account) {
    this.http = http;
    this.address = URI.create("ws://" + server.getAuthority() + "/ws");
    this.account = account;
  }

  @Override
  public Receipt send(String chat, String content, String key)
      throws IOException, InterruptedException {
    String id = Long.toString(++count);
    CompletableFuture<JsonNode> reply = new CompletableFuture<>();
    // The future before the id: who sees the new id must not complete the old future.
    answer = reply;
    awaited = id;
    Map<String, String> message = Map.of("chatID", chat, "content", content, "key", key);
    Map<String, Object> request = Map.of("type", "sendMessage", "id", id, "payload", message);
    try {
      if (socket == null) {
        socket = connect();
      }
      socket.sendText(JSON.writeValueAsString(request) + "\n", true).get();
      return receipt(reply.get(Wire.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new SilenceException(Wire.PATIENCE.toSeconds());
    }
  }

  @Override
  public void drop() {
    if (socket != null) {
      socket.abort();
      socket = null;
    }
  }

  private WebSocket connect() throws ExecutionException, InterruptedException {
    return http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + account.token())
        .subprotocols("parley.v1")
        .connectTimeout(CONNECT)
        .buildAsync(address, new Ear())
        .get();
  }

  private static Receipt receipt(JsonNode message) throws RefusedException {
    JsonNode payload = message.path("payload");
    if (!payload.path("result").asString("").equals("success")) {
      throw new RefusedException("sendMessage", 0, payload.path("code").asString(""));
    }
    return Receipt.of(payload.path("data"));
  }

  /** Hears the answers; pushes are none of its business. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        text.toString().lines().filter(SocketWire::maybeAnswer).forEach(this::message);
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      answer.completeExceptionally(new IOException("closed with " + code + " " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      answer.completeExceptionally(error);
    }

    private void message(String line) {
      try {
        JsonNode message = JSON.readTree(line);
        if (message.path("id").asString("").equals(awaited)) {
          answer.complete(message);
        }
      } catch (JacksonException e) {
        answer.completeExceptionally(e);
      }
    }
  }

  /** Spares the parser the pushes, of which there are many more than answers. */
  private static boolean maybeAnswer(String line) {
    return line.contains("\"sendMessage\"") || line.contains("\"ERROR\"");
  }
}
