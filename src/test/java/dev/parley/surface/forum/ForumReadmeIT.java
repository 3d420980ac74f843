package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Wire;
import dev.parley.kernel.Json;
import dev.parley.surface.ReadmeSectionTest;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The commands for the forum. The line with {@code wscat} is carried out by a WebSocket client of
 * Java's.
 */
class ForumReadmeIT extends ReadmeSectionTest {

  private static final Pattern PROMISED = Pattern.compile("# .*?: (\\d{3}) (.*)");
  private static final Pattern WSCAT =
      Pattern.compile("wscat -c \"ws://[^/]+([^\"]+)\" -H \"([^:]+): ([^\"]+)\" -x '([^']+)'");
  private static final Pattern TOKEN = Pattern.compile("(?i)set-cookie: session=([^;]+)");

  ForumReadmeIT() {
    super("forum", 12);
  }

  @Override
  protected void check(String comment, String code) throws IOException, InterruptedException {
    String output = readme.shell(code);
    Matcher promise = PROMISED.matcher(comment);
    assertTrue(promise.matches(), comment);
    String[] parts = output.split("\r\n\r\n", 2);
    assertTrue(parts[0].startsWith("HTTP/1.1 " + promise.group(1)), code + "\n" + output);
    if (!promise.group(2).contains("…")) {
      assertEquals(promise.group(2), parts[1], code);
      return;
    }
    JsonNode answer = Json.MAPPER.readTree(parts[1]);
    if (code.contains("/api/signin")) {
      Matcher token = TOKEN.matcher(parts[0]);
      assertTrue(token.find(), parts[0]);
      readme.know("TOKEN", token.group(1));
      readme.know("USER", answer.path("userId").asString());
    } else if (code.endsWith("/api/post")) {
      assertEquals("Hello", answer.get(0).path("thread").asString());
      readme.know("POST", answer.get(0).path("id").asString());
    } else if (code.contains("/api/vote")) {
      assertEquals(1, answer.path("countlike").asInt());
    } else if (code.contains("/api/post/id")) {
      assertEquals("me too", answer.path("comments").get(0).path("content").asString());
    } else if (code.contains("/api/profile")) {
      assertEquals("Kim Oak", answer.path("User").path("fullname").asString());
      assertEquals(1, answer.path("VotedItems").size());
    } else if (code.contains("/api/getusers")) {
      answer.forEach(
          user -> {
            if (user.path("fullname").asString().equals("Lee Elm")) {
              readme.know("OTHER", user.path("uuid").asString());
            }
          });
    }
  }

  @Override
  protected void write(String code) {
    Matcher wscat = WSCAT.matcher(code);
    assertTrue(wscat.matches(), code);
    try (Wire wire = Wire.at(parley, wscat.group(1), null, wscat.group(2), wscat.group(3))) {
      wire.raw(wscat.group(4));
      JsonNode message = wire.hears("lastmessage").path("message");
      assertEquals("hello Lee", message.path("content").asString());
      assertEquals("Lee Elm", message.path("receivername").asString());
    }
  }
}
