package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Types;
import dev.parley.kernel.Command;
import dev.parley.kernel.Setting;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README's tables are made from the code. {@code mvn test -Dtest=ReadmeTest
 * -Dreadme.update=true} writes them anew.
 */
class ReadmeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void listsEverySettingWithItsDefault() throws IOException {
    String rows =
        Arrays.stream(Setting.values())
            .map(
                s ->
                    "| `%s` | %s | %s |\n"
                        .formatted(
                            s.name(),
                            s.byDefault().isEmpty()
                                ? ""
                                : "`" + s.byDefault().replace("|", "\\|") + "`",
                            s.explanation()))
            .collect(Collectors.joining());
    check("settings", "| setting | default | what it does |\n|---|---|---|\n" + rows);
  }

  @Test
  void listsEveryTypeOfTheWebSocket() throws IOException {
    String rows =
        Types.commands().stream()
            .sorted(Comparator.comparing(Command::type))
            .map(
                c ->
                    "| `%s` | `%s` | %s | %s | %s |\n"
                        .formatted(
                            c.type(),
                            shape(c.payload()),
                            c.explanation(),
                            code(c.example().map(Command.Example::request)),
                            code(c.example().map(Command.Example::reply))))
            .collect(Collectors.joining());
    check(
        "types",
        "| type | payload (`?`: may be left out) | what it does | a request's payload | its reply's data |\n"
            + "|---|---|---|---|---|\n"
            + rows);
  }

  @Test
  void everyTypeOfTheWebSocketHasAnExample() {
    List<String> without =
        Types.commands().stream().filter(c -> c.example().isEmpty()).map(Command::type).toList();
    assertEquals(List.of(), without);
  }

  private static String code(Optional<String> json) {
    return json.map(text -> "`" + text + "`").orElse("");
  }

  private static String shape(Class<?> payload) {
    RecordComponent[] parts = payload.getRecordComponents();
    return Arrays.stream(parts)
        .map(
            part ->
                part.getName() + (part.getAccessor().isAnnotationPresent(NotNull.class) ? "" : "?"))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static void check(String name, String table) throws IOException {
    String readme = Files.readString(README);
    String start = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->";
    int from = readme.indexOf(start) + start.length();
    int to = readme.indexOf(end);
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
    } else {
      assertEquals(table, readme.substring(from, to), "the README's table of " + name);
    }
  }
}
