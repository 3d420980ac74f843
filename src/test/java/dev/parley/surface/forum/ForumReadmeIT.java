package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Json;
import dev.parley.surface.ReadmeCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Runs the README's commands for the forum, one after the other, as they stand there: with bash and
 * curl. Only the address of the server is another, and what stands in braces is replaced by what
 * earlier answers gave. The line with {@code wscat} is carried out by a WebSocket client of Java's.
 */
class ForumReadmeIT extends ClientTest {

  private static final Pattern PROMISED = Pattern.compile("# .*?: (\\d{3}) (.*)");
  private static final Pattern WSCAT =
      Pattern.compile("wscat -c \"ws://[^/]+([^\"]+)\" -H \"([^:]+): ([^\"]+)\" -x '([^']+)'");
  private static final Pattern TOKEN = Pattern.compile("(?i)set-cookie: session=([^;]+)");

  @TempDir Path directory;

  private ReadmeCommands readme;

  @Test
  void everyCommandOfTheReadmeWorksAsItSays() throws IOException, InterruptedException {
    readme = new ReadmeCommands(parley.root().getAuthority(), directory);
    List<ReadmeCommands.Command> commands = readme.of("forum");
    for (ReadmeCommands.Command command : commands) {
      String code = readme.filledIn(command.code());
      if (code.startsWith("wscat")) {
        write(code);
      } else {
        check(command.comment(), code);
      }
    }
    assertEquals(12, commands.size());
  }

  private void check(String comment, String code) throws IOException, InterruptedException {
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

  private void write(String code) {
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
