package dev.parley.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import dev.parley.kernel.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Stands between a page and the server's socket. Until it is told otherwise it lets all pass. */
final class Interference {

  private static final String SEND = "sendMessage";

  /** The close code after which the client comes back at once. */
  private static final int TOO_SLOW = 4408;

  private final List<Runnable> kept = new ArrayList<>();
  private final Set<WebSocketRoute> cut = new HashSet<>();
  private String holding = "";
  private boolean losing;
  private boolean silent;
  private Map<String, String> refusal;
  private int connections;

  /** Must be in place before the page opens its socket. */
  Interference(Page page) {
    page.routeWebSocket("**/ws", this::connect);
    // Playwright for Java fails on a close without a reason.
    page.addInitScript(
        """
        const close = WebSocket.prototype.close;
        WebSocket.prototype.close = function (code, reason = 'closed') {
          close.call(this, code, reason);
        };
        """);
  }

  /** Keeps back the messages that are sent, until {@link #releases}. */
  void holdsSends() {
    holds(SEND);
  }

  /** Keeps back the requests of this type, until {@link #releases}. */
  void holds(String type) {
    holding = type;
  }

  /** How many requests are kept back. */
  int held() {
    return kept.size();
  }

  /** Lets go what was kept back. */
  void releases() {
    holding = "";
    kept.forEach(Runnable::run);
    kept.clear();
  }

  /** The next message reaches the server, but its answer is lost, and the connection with it. */
  void losesTheNextReceipt() {
    losing = true;
  }

  /** From now on what is sent reaches the server, but nothing comes back. */
  void swallowsAnswers() {
    silent = true;
  }

  /** Refuses the next message in the server's name. */
  void refusesTheNextSend(String code, String text) {
    refusal = Map.of("result", "error", "code", code, "data", text);
  }

  /** How many times the page has connected. */
  int connections() {
    return connections;
  }

  private void connect(WebSocketRoute browser) {
    connections++;
    WebSocketRoute server = browser.connectToServer();
    browser.onMessage(frame -> frame.text().lines().forEach(line -> up(line, browser, server)));
    server.onMessage(frame -> down(frame.text(), browser, server));
  }

  private void up(String line, WebSocketRoute browser, WebSocketRoute server) {
    JsonNode request = Json.MAPPER.readTree(line);
    String type = request.path("type").asString();
    if (cut.contains(server)) {
      return; // what the page says before it knows
    }
    if (type.equals(SEND) && refusal != null) {
      Map<String, Object> reply =
          Map.of("type", SEND, "id", request.path("id").asString(), "payload", refusal);
      refusal = null;
      browser.send(Json.MAPPER.writeValueAsString(reply) + "\n");
    } else if (type.equals(holding)) {
      kept.add(() -> server.send(line + "\n"));
    } else {
      server.send(line + "\n");
    }
  }

  private void down(String frame, WebSocketRoute browser, WebSocketRoute server) {
    boolean receipt =
        frame
            .lines()
            .map(Json.MAPPER::readTree)
            .anyMatch(m -> m.path("type").asString().equals(SEND));
    if (silent) {
      return;
    }
    if (losing && receipt) {
      losing = false;
      cut.add(server);
      server.close(closing(1000));
      browser.close(closing(TOO_SLOW));
    } else if (!losing || !frame.contains("inputChatMessage")) {
      browser.send(frame);
    }
  }

  private static WebSocketRoute.CloseOptions closing(int code) {
    return new WebSocketRoute.CloseOptions().setCode(code).setReason("for a test");
  }
}
