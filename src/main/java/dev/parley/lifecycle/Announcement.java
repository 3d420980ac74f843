package dev.parley.lifecycle;

import dev.parley.kernel.Json;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
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

  private enum Answer {
    OURS,
    ANOTHERS,
    NONE
  }

  @Override
  public void run() {
    String host = settings.value(Setting.PARLEY_HOST);
    int port = settings.number(Setting.PARLEY_PORT);
    String address = "http://" + (host.equals("*") ? "localhost" : host) + ":" + port;
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (System.nanoTime() < end) {
        Answer answer = ask(http, address);
        if (answer == Answer.OURS) {
          System.out.println("Parley " + server.version() + " is ready: " + address);
          return;
        }
        if (answer == Answer.ANOTHERS) {
          System.out.println(
              "Parley can't start: port "
                  + port
                  + " is used by another program; set PARLEY_PORT to a free one");
          new Thread(() -> System.exit(1)).start();
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer ask(HttpClient http, String address) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/server"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 500 || response.body().isEmpty()) {
        return Answer.NONE;
      }
      String instance = Json.MAPPER.readTree(response.body()).path("instance").asString("");
      if (instance.equals(server.instance())) {
        return Answer.OURS;
      }
      // While the application starts, the server itself answers 404 on our port.
      return instance.isEmpty() && response.statusCode() == 404 ? Answer.NONE : Answer.ANOTHERS;
    } catch (IOException | JacksonException e) {
      return Answer.NONE;
    }
  }
}
