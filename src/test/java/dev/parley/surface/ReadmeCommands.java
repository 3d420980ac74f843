package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The commands of a section of the README, as they stand there: to be run with bash. Only the
 * address of the server is another, and what stands in braces is replaced by what is known.
 */
public final class ReadmeCommands {

  private final String server;
  private final Path directory;
  private final Map<String, String> known = new HashMap<>();

  /**
   * Commands that run in a directory.
   *
   * @param server the host and port that stand for those of the README
   */
  public ReadmeCommands(String server, Path directory) {
    this.server = server;
    this.directory = directory;
  }

  /**
   * A command and what the README says of it.
   *
   * @param comment the line before it, or the one before the command before
   */
  public record Command(String comment, String code) {}

  /** The commands between two marks of this name. */
  public List<Command> of(String section) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String marked =
        readme.substring(
            readme.indexOf("<!-- " + section + " -->"),
            readme.indexOf("<!-- /" + section + " -->"));
    String all = marked.substring(marked.indexOf("```sh\n") + 6, marked.lastIndexOf("```"));
    List<Command> commands = new ArrayList<>();
    String comment = null;
    for (String one : all.strip().split("\n\n")) {
      boolean said = one.startsWith("#");
      comment = said ? one.lines().findFirst().orElseThrow() : comment;
      commands.add(new Command(comment, said ? one.substring(one.indexOf('\n') + 1) : one));
    }
    return commands;
  }

  /** From now on this stands for the name in braces. */
  public void know(String name, String value) {
    known.put(name, value);
  }

  /** What stands for a name. */
  public String known(String name) {
    return known.get(name);
  }

  /** The command as it can be run. */
  public String filledIn(String code) {
    String filled = code.replace("localhost:9080", server);
    for (Map.Entry<String, String> value : known.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    assertFalse(filled.matches("(?s).*\\{[A-Z]+}.*"), filled);
    return filled;
  }

  /** Runs it and gives what it writes. */
  public String shell(String code) throws IOException, InterruptedException {
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
}
