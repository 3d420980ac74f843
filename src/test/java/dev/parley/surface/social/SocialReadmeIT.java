package dev.parley.surface.social;

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
 * Runs the README's commands for this system, one after the other, as they stand there: with bash
 * and curl. Only the address of the server is another, and what stands in braces is replaced by
 * what earlier answers gave. The lines with {@code wscat} are carried out by a WebSocket client of
 * Java's.
 */
class SocialReadmeIT extends ClientTest {

  private static final Pattern WSCAT =
      Pattern.compile(
          "wscat -c \"ws://[^/]+([^\"]+)\" -o (\\S+) -H \"([^:]+): ([^\"]+)\" -x '([^']+)'");

  private final Map<String, String> known = new HashMap<>();

  @TempDir Path directory;

  @Test
  void everyCommandOfTheReadmeWorksAsItSays() throws IOException, InterruptedException {
    int run = 0;
    for (String command : commands()) {
      List<String> lines = command.lines().toList();
      boolean said = lines.get(0).startsWith("#");
      String code = filledIn(String.join("\n", said ? lines.subList(1, lines.size()) : lines));
      if (code.startsWith("wscat")) {
        write(code);
      } else {
        check(code);
      }
      run++;
    }
    assertEquals(11, run);
  }

  private void check(String code) throws IOException, InterruptedException {
    String output = shell(code);
    if (code.contains("-o sea.png")) {
      assertEquals((byte) 'P', Files.readAllBytes(directory.resolve("sea.png"))[1]);
      return;
    }
    String[] parts = output.split("\r\n\r\n", 2);
    assertTrue(parts[0].startsWith("HTTP/1.1 200"), code + "\n" + output);
    if (code.contains("/loginUser")) {
      JsonNode answer = Json.MAPPER.readTree(parts[1]);
      assertEquals("nina.oak", answer.path("Username").asString());
      known.put("SESSION", answer.path("SessionID").asString());
    } else if (code.contains("/submitPostImg")) {
      assertEquals("\"" + known.get("POST") + ".png\"", parts[1]);
    } else {
      assertEquals("", parts[1], code);
    }
  }

  private void write(String code) {
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
        case "searchGroupsUsers" -> known.put("OTHER", data.get(0).path("id").asString());
        case "followUser" -> assertEquals("following", data.path("followStatus").asString());
        case "newPost" -> known.put("POST", data.path("id").asString());
        case "sendMessageToChat" -> assertEquals("sent", data.asString());
        default -> fail(type);
      }
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
        readme.substring(readme.indexOf("<!-- social -->"), readme.indexOf("<!-- /social -->"));
    String code = section.substring(section.indexOf("```sh\n") + 6, section.lastIndexOf("```"));
    return Arrays.asList(code.strip().split("\n\n"));
  }
}
