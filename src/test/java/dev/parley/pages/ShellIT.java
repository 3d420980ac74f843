package dev.parley.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.harness.ClientTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the service worker is told to keep. */
class ShellIT extends ClientTest {

  private static final Pattern FILE = Pattern.compile("\"(/[^\"]*)\":\"(sha256-[^\"]+)\"");

  /** What a module asks for: a name of the import map, or a file beside it. */
  private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*[\"']([^\"']+)[\"']");

  private static final Pattern IN_DOCUMENT =
      Pattern.compile("(?:src|href)=\"([^\"]+)\"|\"([^\"]+)\": \"(/webjars/[^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void eachFileHasTheContentThatItsHashTells() throws Exception {
    Map<String, String> files = files();
    assertTrue(files.size() > 50, files.toString());
    for (Map.Entry<String, String> file : files.entrySet()) {
      HttpResponse<byte[]> response = get(file.getKey());
      assertEquals(200, response.statusCode(), file.getKey());
      assertEquals(file.getValue(), "sha256-" + Shell.sha256(response.body()), file.getKey());
    }
  }

  @Test
  void everythingThatThePageLoadsIsAmongThem() throws Exception {
    Map<String, String> files = files();
    Map<String, String> names = new TreeMap<>();
    Matcher links = IN_DOCUMENT.matcher(text("/"));
    while (links.find()) {
      if (links.group(1) != null) {
        assertTrue(files.containsKey(links.group(1)), links.group(1));
      } else {
        names.put(links.group(2), links.group(3));
      }
    }
    Deque<String> modules = new ArrayDeque<>(List.of("/js/main.js"));
    Set<String> seen = new HashSet<>(modules);
    while (!modules.isEmpty()) {
      String path = modules.remove();
      assertTrue(files.containsKey(path), path);
      Matcher imports = IMPORT.matcher(text(path));
      while (imports.find()) {
        String file = resolved(imports.group(1), path, names);
        if (seen.add(file)) {
          modules.add(file);
        }
      }
    }
    assertTrue(seen.stream().anyMatch(path -> path.endsWith("/lit-html.js")), seen.toString());
    assertTrue(seen.contains("/js/views/composer.js"), seen.toString());
  }

  @Test
  void theScriptOfTheWorkerIsAskedForAnewEachTime() throws Exception {
    HttpResponse<byte[]> worker = get("/sw.js");
    assertEquals("no-cache", worker.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(worker.headers().firstValue("Content-Type").orElseThrow().contains("javascript"));
  }

  private static String resolved(String name, String importer, Map<String, String> names) {
    if (name.startsWith(".")) {
      return URI.create(importer).resolve(name).getPath();
    }
    if (names.containsKey(name)) {
      return names.get(name);
    }
    String directory = name.substring(0, name.lastIndexOf('/') + 1);
    return names.getOrDefault(directory, "nowhere: ") + name.substring(directory.length());
  }

  private Map<String, String> files() throws Exception {
    Map<String, String> files = new TreeMap<>();
    Matcher file = FILE.matcher(text("/sw.js"));
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
    return files;
  }

  private String text(String path) throws Exception {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(parley.root().resolve(path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
