package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import dev.parley.surface.ReadmeSectionTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The commands for this system. The lines with {@code wscat} are carried out by a WebSocket client
 * of Java's.
 */
class SocialReadmeIT extends ReadmeSectionTest {

  private static final Pattern WSCAT =
      Pattern.compile(
          "wscat -c \"ws://[^/]+([^\"]+)\" -o (\\S+) -H \"([^:]+): ([^\"]+)\" -x '([^']+)'");

  SocialReadmeIT() {
    super("social", 11);
  }

  @Override
  protected void check(String comment, String code) throws IOException, InterruptedException {
    String output = readme.shell(code);
    if (code.contains("-o sea.png")) {
      assertEquals((byte) 'P', Files.readAllBytes(directory.resolve("sea.png"))[1]);
      return;
    }
    String[] parts = output.split("\r\n\r\n", 2);
    assertTrue(parts[0].startsWith("HTTP/1.1 200"), code + "\n" + output);
    if (code.contains("/loginUser")) {
      JsonNode answer = Json.MAPPER.readTree(parts[1]);
      assertEquals("nina.oak", answer.path("Username").asString());
      readme.know("SESSION", answer.path("SessionID").asString());
    } else if (code.contains("/submitPostImg")) {
      assertEquals("\"" + readme.known("POST") + ".png\"", parts[1]);
    } else {
      assertEquals("", parts[1], code);
    }
  }

  @Override
  protected void write(String code) {
    Matcher wscat = WSCAT.matcher(code);
    assertTrue(wscat.matches(), code);
    String type = Json.MAPPER.readTree(wscat.group(5)).path("type").asString();
    try (Wire wire =
        Wire.at(
            parley,
            wscat.group(1),
            null,
            "Origin",
            wscat.group(2),
            wscat.group(3),
            wscat.group(4))) {
      wire.raw(wscat.group(5));
      JsonNode data = wire.hears(type).path("payload").path("data");
      switch (type) {
        case "searchGroupsUsers" -> readme.know("OTHER", data.get(0).path("id").asString());
        case "followUser" -> assertEquals("following", data.path("followStatus").asString());
        case "newPost" -> readme.know("POST", data.path("id").asString());
        case "sendMessageToChat" -> assertEquals("sent", data.asString());
        default -> fail(type);
      }
    }
  }
}
