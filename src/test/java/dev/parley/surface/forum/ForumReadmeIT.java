package dev.parley.surface.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  private final Map<String, String> known = new HashMap<>();

  @TempDir Path directory;

  @Test
  void everyCommandOfTheReadmeWorksAsItSays() throws IOException, InterruptedException {
    String comment = null;
    int run = 0;
    for (String command : commands()) {
      List<String> lines = command.lines().toList();
      boolean said = lines.get(0).startsWith("#");
      comment = said ? lines.get(0) : comment;
      String code = filledIn(String.join("\n", said ? lines.subList(1, lines.size()) : lines));
      if (code.startsWith("wscat")) {
        write(code);
      } else {
        check(comment, code);
      }
      run++;
    }
    assertEquals(12, run);
  }

  private void check(String comment, String code) throws IOException, InterruptedException {
    String output = shell(code);
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
      known.put("TOKEN", token.group(1));
      known.put("USER", answer.path("userId").asString());
    } else if (code.endsWith("/api/post")) {
      assertEquals("Hello", answer.get(0).path("thread").asString());
      known.put("POST", answer.get(0).path("id").asString());
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
              known.put("OTHER", user.path("uuid").asString());
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

  private String filledIn(String code) {
    String filled = code.replace("localhost:9080", parley.root().getAuthority());
    for (Map.Entry<String, String> value : known.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    assertFalse(filled.matches("(?s).*\\{[A-Z]+}.*"), filled);
    return filled;
  }

  private String shell(String code) throws IOException, InterruptedException {
    Process bash =
        new ProcessBuilder("bash", "-c", code)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    bash.getOutputStream().close();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!bash.waitFor(30, TimeUnit.SECONDS)) {
      bash.destroyForcibly();
      fail("no end of " + code);
    }
    assertEquals(0, bash.exitValue(), "is bash, and curl, installed? " + code);
    return output;
  }

  private static List<String> commands() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section =
        readme.substring(readme.indexOf("<!-- forum -->"), readme.indexOf("<!-- /forum -->"));
    String code = section.substring(section.indexOf("```sh\n") + 6, section.lastIndexOf("```"));
    return Arrays.asList(code.strip().split("\n\n"));
  }
}
