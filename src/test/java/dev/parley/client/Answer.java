package dev.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param body null when it was empty or no JSON
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {

  /** The answer, if it has this status. */
  public Answer expect(int expected) {
    assertEquals(expected, status, text);
    return this;
  }

  /** A refusal with this status and code. */
  public Answer refused(int expected, String code) {
    expect(expected);
    assertEquals(code, body.path("code").asString());
    return this;
  }
}
