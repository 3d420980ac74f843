package dev.parley.crash;

import dev.parley.testing.Account;
import dev.parley.testing.Api;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Map;

/** Sends over REST. */
final class RestWire implements Wire {
  private final Api api;
  private final Account account;

  /** Sends as the account. */
  RestWire(Api api, Account account) {
    this.api = api;
    this.account = account;
  }

  @Override
  public Receipt send(String chat, String content, String key)
      throws IOException, InterruptedException {
    Map<String, String> message = Map.of("content", content, "key", key);
    try {
      return Receipt.of(api.post("conversations/" + chat + "/messages", account.token(), message));
    } catch (HttpConnectTimeoutException e) {
      throw e;
    } catch (HttpTimeoutException e) {
      throw new SilenceException(Wire.PATIENCE.toSeconds());
    }
  }

  @Override
  public void drop() {
    // Each request finds a connection of its own.
  }
}
