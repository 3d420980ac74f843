package dev.parley.surface.corporate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import dev.parley.surface.ReadmeSectionTest;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The commands for the corporate messenger. The line with {@code wscat} is carried out by a
 * WebSocket client of Java's where that program is not installed.
 */
class CorporateReadmeIT extends ReadmeSectionTest {

  private static final Pattern PROMISED = Pattern.compile("# .*?: (\\d{3})(?:, .*| \\{.*| (.*))?");
  private static final Pattern WSCAT =
      Pattern.compile("wscat -c \"([^\"]+)\" -H \"([^:]+): ([^\"]+)\" -x '([^']+)'");

  CorporateReadmeIT() {
    super("corporate", 10);
  }

  @Override
  protected void check(String comment, String code) throws IOException, InterruptedException {
    String output = readme.shell(code);
    Matcher promise = PROMISED.matcher(comment);
    assertTrue(promise.matches(), comment);
    String[] parts = output.split("\r\n\r\n", 2);
    assertTrue(parts[0].startsWith("HTTP/1.1 " + promise.group(1)), code + "\n" + output);
    String body = parts[1];
    if (promise.group(2) != null) {
      assertEquals(promise.group(2), body, code);
      return;
    }
    JsonNode answer = Json.MAPPER.readTree(body);
    String id = answer.path("id").asString();
    if (code.contains("/createChat")) {
      readme.know("CHAT", id);
    } else if (code.contains("testuser2")) {
      readme.know("OTHER", id);
    } else {
      readme.know("USER", id);
    }
    if (answer.has("token")) {
      readme.know("TOKEN", answer.path("token").asString());
    }
  }

  @Override
  protected void write(String code) throws IOException, InterruptedException {
    Matcher wscat = WSCAT.matcher(code);
    assertTrue(wscat.matches(), code);
    JsonNode heard;
    if (readme.shell("command -v wscat || true").isBlank()) {
      String path = wscat.group(1).substring(wscat.group(1).indexOf("/ws?"));
      try (Wire wire = Wire.at(parley, path, null, wscat.group(2), wscat.group(3))) {
        wire.raw(wscat.group(4));
        heard = wire.hears();
      }
    } else {
      heard = Json.MAPPER.readTree(readme.shell(code));
    }
    assertEquals("Сообщение", heard.path("content").asString());
    assertEquals(readme.known("USER"), heard.path("sender_id").asString());
    assertFalse(heard.path("deleted").asBoolean());
  }
}
