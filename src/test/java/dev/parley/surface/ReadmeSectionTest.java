package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.harness.ClientTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of a section of the README, one after the other, as they stand there: with bash
 * and curl. Only the address of the server is another, and what stands in braces is replaced by
 * what earlier answers gave. Lines with {@code wscat} are for a WebSocket client.
 */
public abstract class ReadmeSectionTest extends ClientTest {

  private final String section;
  private final int size;

  @TempDir protected Path directory;
  protected ReadmeCommands readme;

  /** Takes the name of the section and how many commands it has. */
  protected ReadmeSectionTest(String section, int size) {
    this.section = section;
    this.size = size;
  }

  @Test
  void everyCommandOfTheReadmeWorksAsItSays() throws IOException, InterruptedException {
    readme = new ReadmeCommands(parley.root().getAuthority(), directory);
    List<ReadmeCommands.Command> commands = readme.of(section);
    for (ReadmeCommands.Command command : commands) {
      String code = readme.filledIn(command.code());
      if (code.startsWith("wscat")) {
        write(code);
      } else {
        check(command.comment(), code);
      }
    }
    assertEquals(size, commands.size());
  }

  /** Runs a command and looks whether it does what the comment says. */
  protected abstract void check(String comment, String code)
      throws IOException, InterruptedException;

  /** Carries out a line with {@code wscat}. */
  protected abstract void write(String code) throws IOException, InterruptedException;
}
