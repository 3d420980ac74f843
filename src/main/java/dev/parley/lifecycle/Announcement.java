package dev.parley.lifecycle;

import dev.parley.kernel.Json;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/**
 * Prints the address to open, once it really leads here. The server goes on without a port that
 * another program holds; then this says so and ends it.
 */
@ApplicationScoped
public class Announcement implements Runnable {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 100;

  @Inject Settings settings;
  @Inject ServerInfo server;

  @Override
  public void run() {
    int port = settings.number(Setting.PARLEY_PORT);
    String host = host();
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (System.nanoTime() < end) {
        if (answers(host, port) && !ListeningPorts.isOurs(port)) {
          System.out.println(
              "Parley can't start: port "
                  + port
                  + " is used by another program; set PARLEY_PORT to a free one");
          // On a thread of its own: the server's stop waits for this one.
          new Thread(() -> System.exit(1), "parley-exit").start();
          return;
        }
        if (isOurs(http, host, port)) {
          System.out.println(
              "Parley " + server.version() + " is ready: http://" + host + ":" + port);
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where this machine reaches us. */
  private String host() {
    String host = settings.value(Setting.PARLEY_HOST);
    if (host.equals("*") || host.equals("0.0.0.0") || host.equals("::")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Whether it is this very server that answers, and not an older one on the same port. */
  private boolean isOurs(HttpClient http, String host, int port) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/api/v1/server"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return Json.MAPPER.readTree(body).path("instance").asString("").equals(server.instance());
    } catch (IOException | JacksonException e) {
      return false;
    }
  }

  private static boolean answers(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 2_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
