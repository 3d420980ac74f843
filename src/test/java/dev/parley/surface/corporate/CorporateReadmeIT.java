package dev.parley.surface.corporate;

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
 * Runs the README's commands for the corporate messenger, one after the other, as they stand there:
 * with bash and curl. Only the address of the server is another, and what stands in braces is
 * replaced by what earlier answers gave. The line with {@code wscat} is carried out by a WebSocket
 * client of Java's where that program is not installed.
 */
class CorporateReadmeIT extends ClientTest {

  private static final Pattern PROMISED = Pattern.compile("# .*?: (\\d{3})(?:, .*| \\{.*| (.*))?");
  private static final Pattern WSCAT =
      Pattern.compile("wscat -c \"([^\"]+)\" -H \"([^:]+): ([^\"]+)\" -x '([^']+)'");

  private final Map<String, String> known = new HashMap<>();

  @TempDir Path directory;

  @Test
  void everyCommandOfTheReadmeWorksAsItSays() throws IOException, InterruptedException {
    String promised = null;
    int run = 0;
    for (String command : commands()) {
      List<String> lines = command.lines().toList();
      String comment = lines.get(0).startsWith("#") ? lines.get(0) : promised;
      String code =
          String.join("\n", lines.get(0).startsWith("#") ? lines.subList(1, lines.size()) : lines);
      if (code.startsWith("wscat")) {
        write(filledIn(code));
      } else {
        check(comment, filledIn(code));
      }
      promised = comment;
      run++;
    }
    assertEquals(10, run);
  }

  private void check(String comment, String code) throws IOException, InterruptedException {
    String output = shell(code);
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
      known.put("CHAT", id);
    } else if (code.contains("testuser2")) {
      known.put("OTHER", id);
    } else {
      known.put("USER", id);
    }
    if (answer.has("token")) {
      known.put("TOKEN", answer.path("token").asString());
    }
  }

  private void write(String code) throws IOException, InterruptedException {
    Matcher wscat = WSCAT.matcher(code);
    assertTrue(wscat.matches(), code);
    JsonNode heard;
    if (shell("command -v wscat || true").isBlank()) {
      String path = wscat.group(1).substring(wscat.group(1).indexOf("/ws?"));
      try (Wire wire = Wire.at(parley, path, null, wscat.group(2), wscat.group(3))) {
        wire.raw(wscat.group(4));
        heard = wire.hears();
      }
    } else {
      heard = Json.MAPPER.readTree(shell(code));
    }
    assertEquals("Сообщение", heard.path("content").asString());
    assertEquals(known.get("USER"), heard.path("sender_id").asString());
    assertFalse(heard.path("deleted").asBoolean());
  }

  private String filledIn(String code) {
    String root = parley.root().getAuthority();
    String filled = code.replace("localhost:9080", root);
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
        readme.substring(
            readme.indexOf("<!-- corporate -->"), readme.indexOf("<!-- /corporate -->"));
    String code = section.substring(section.indexOf("```sh\n") + 6, section.lastIndexOf("```"));
    return Arrays.asList(code.strip().split("\n\n"));
  }
}
