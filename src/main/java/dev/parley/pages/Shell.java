package dev.parley.pages;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files that the web client is made of, each with the hash of its content: what a browser keeps
 * to open the client without a network.
 *
 * @param files the hash, as in an {@code integrity} attribute, by path
 */
record Shell(SortedMap<String, String> files) {

  private static final String DOCUMENT = "/index.html";

  /** Where our own files are; and of the libraries what a browser loads. */
  private static final Pattern PART =
      Pattern.compile(
          "/(css|icons|js)/.+|/manifest\\.webmanifest"
              + "|/webjars/[^/]+/[^/]+/(directives/)?[^/]+\\.js");

  /** Places where nothing of it is, some of them large. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("/(META-INF|WEB-INF)/|.*/(decorators|development|node|src)/");

  /** Reads what the application is made of. */
  static Shell of(ServletContext application) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    collect(application, "/", files);
    // The document is asked for by the addresses of pages.
    files.put("/", hash(application, DOCUMENT));
    return new Shell(files);
  }

  /** Another text for another content. */
  String version() {
    return sha256(json().getBytes(StandardCharsets.UTF_8))
        .replaceAll("[^A-Za-z0-9]", "")
        .substring(0, 16);
  }

  /** The files as a JSON object. Paths and hashes hold nothing that needs escaping. */
  String json() {
    return files.entrySet().stream()
        .map(e -> "\"%s\":\"%s\"".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(",\n", "{", "}"));
  }

  private static void collect(
      ServletContext application, String directory, SortedMap<String, String> files)
      throws IOException {
    Set<String> inside = application.getResourcePaths(directory);
    for (String path : inside == null ? Set.<String>of() : inside) {
      if (path.endsWith("/") && !ELSEWHERE.matcher(path).matches()) {
        collect(application, path, files);
      } else if (PART.matcher(path).matches()) {
        files.put(path, hash(application, path));
      }
    }
  }

  private static String hash(ServletContext application, String path) throws IOException {
    try (InputStream content = application.getResourceAsStream(path)) {
      return "sha256-" + sha256(content.readAllBytes());
    }
  }

  /** In Base64. */
  static String sha256(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
