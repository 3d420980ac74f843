package dev.parley.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** REST calls to {@code /api/v1} as a program makes them: JSON and a bearer token. Thread-safe. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI root;
  private final Duration timeout;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * Names a server.
   *
   * @param server its address, such as {@code http://127.0.0.1:9080}
   * @param timeout how long an answer may take
   */
  public Api(URI server, Duration timeout) {
    this.root = server.resolve("/api/v1/");
    this.timeout = timeout;
  }

  /** Gets a path below {@code /api/v1/}; the token may be null. */
  public JsonNode get(String path, String token) throws IOException, InterruptedException {
    return answer(request(path, token).GET().build());
  }

  /** Posts a body (a map, a record or a tree) as JSON; the token may be null. */
  public JsonNode post(String path, String token, Object body)
      throws IOException, InterruptedException {
    return answer(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(timeout);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new RefusedException(
          request.method() + " " + request.uri().getPath(), response.statusCode(), code(response));
    }
    try {
      return JSON.readTree(response.body());
    } catch (JacksonException e) {
      throw new IOException("an answer that is not JSON", e);
    }
  }

  private static String code(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body()).path("code").asString("");
    } catch (JacksonException e) {
      // Not every error comes from the application; a bare status has no code.
      return "";
    }
  }
}
