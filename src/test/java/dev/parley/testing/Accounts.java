package dev.parley.testing;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Registers accounts for a trial, guests where the server allows them. */
public final class Accounts {
  private final Api api;
  private final String prefix;
  private final boolean guests;

  /**
   * Asks the server whether it takes guests.
   *
   * @param prefix what the names begin with; unique per trial, so that a server can be used again
   */
  public Accounts(Api api, String prefix) throws IOException, InterruptedException {
    this.api = api;
    this.prefix = prefix;
    this.guests = api.get("server", null).path("guests").asBoolean(false);
  }

  /** Registers one account and logs it in. */
  public Account register(int number) throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>();
    String name = prefix + number;
    body.put("name", name);
    body.put("bearer", true);
    if (!guests) {
      // A guest needs no slow hash, so set-up is a matter of seconds only where guests are allowed.
      body.put("password", "a long enough one " + name);
    }
    JsonNode created = api.post("accounts", null, body);
    return new Account(
        created.path("account").path("id").asString(""), name, created.path("token").asString(""));
  }
}
