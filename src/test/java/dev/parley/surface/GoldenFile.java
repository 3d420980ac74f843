package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people say to a surface and what they hear, step by step, held by a file. {@code
 * -Dgolden.update=true} writes the file anew: then read what has changed.
 */
public final class GoldenFile {

  private static final Path ROOT = Path.of("src/test/resources/golden");

  private final Path directory;
  private final ArrayNode steps = Json.MAPPER.createArrayNode();

  /** A new record of what happens on a surface. */
  public GoldenFile(String surface) {
    directory = ROOT.resolve(surface);
  }

  /** The next step, to be filled in, of somebody. */
  public ObjectNode step(String who) {
    return steps.addObject().put("who", who);
  }

  /** The step that was recorded last. */
  public JsonNode last() {
    return steps.get(steps.size() - 1);
  }

  /** A body by name: the order of a Java map is another in each run. */
  public static JsonNode inOrder(Object body) {
    return Json.MAPPER.valueToTree(new TreeMap<>((Map<?, ?>) body));
  }

  /** Compares everything with the file. */
  public void check(String name) {
    check(name, UnaryOperator.identity());
  }

  /** Compares everything, as one text and in the form that is the same in each run. */
  public void check(String name, UnaryOperator<String> form) {
    String found =
        form.apply(
            Json.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(steps)
                + "\n");
    Path path = directory.resolve(name + ".json");
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(directory);
        Files.writeString(path, found);
      }
      assertEquals(Files.readString(path), found, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
