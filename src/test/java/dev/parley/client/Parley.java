package dev.parley.client;

import dev.parley.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A running server, seen from outside. */
public final class Parley {

  private static final AtomicLong NUMBERS =
      new AtomicLong(System.currentTimeMillis() % 100_000_000);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;

  /** The server at an address such as {@code http://localhost:9190}. */
  public Parley(String root) {
    this.root = URI.create(root);
  }

  /** The tests' own server. */
  public static Parley underTest() {
    return new Parley("http://localhost:" + System.getProperty("parley.test.port"));
  }

  public URI root() {
    return root;
  }

  HttpClient http() {
    return http;
  }

  /** A name that nobody has. */
  public static String unique(String name) {
    return name + "-" + NUMBERS.incrementAndGet();
  }

  /** A guest of a name like this one. */
  public Person person(String name) {
    return register(unique(name), null);
  }

  /** A new account; without a password a guest. */
  public Person register(String name, String password) {
    Map<String, Object> body =
        password == null
            ? Map.of("name", name, "bearer", true)
            : Map.of("name", name, "password", password, "bearer", true);
    JsonNode made = call("POST", "/api/v1/accounts", body).expect(201).body();
    return new Person(
        this, made.path("account").path("id").asString(), name, made.path("token").asString());
  }

  /** A session more of an account that has a password. */
  public Person logIn(Person person, String password) {
    JsonNode made =
        call(
                "POST",
                "/api/v1/sessions",
                Map.of("name", person.name(), "password", password, "bearer", true))
            .expect(201)
            .body();
    return new Person(this, person.id(), person.name(), made.path("token").asString());
  }

  /**
   * A request of nobody. Headers come in pairs; the body may be null, bytes, a text, or made JSON.
   */
  public Answer call(String method, String path, Object body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (body != null && !all.contains("Content-Type")) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    return curl(method, path, body, all.toArray(String[]::new));
  }

  /** The same with no header but those that are given. */
  public Answer curl(String method, String path, Object body, String... headers) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : body instanceof byte[] bytes
                ? HttpRequest.BodyPublishers.ofByteArray(bytes)
                : HttpRequest.BodyPublishers.ofString(
                    body instanceof String text ? text : Json.MAPPER.writeValueAsString(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, publisher);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.headers(), json(response.body()), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fetches bytes. Headers come in pairs. */
  public HttpResponse<byte[]> fetch(String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(address)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? null : Json.MAPPER.readTree(text);
    } catch (JacksonException e) {
      return null;
    }
  }
}
