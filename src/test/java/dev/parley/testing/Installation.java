package dev.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A built server on disk: the directory that holds {@code bin/server}.
 *
 * @param home the Liberty directory
 */
public record Installation(Path home) {

  /**
   * Finds the installation.
   *
   * @param given a Liberty directory, a directory that holds one as {@code wlp}, or a zip of either
   * @param scratch where a zip is unpacked
   */
  public static Installation of(Path given, Path scratch) throws IOException {
    Path root = given;
    if (given.getFileName().toString().endsWith(".zip")) {
      root = scratch.resolve("install");
      unzip(given, root);
    }
    for (Path candidate : List.of(root, root.resolve("wlp"))) {
      if (Files.isRegularFile(candidate.resolve("bin/server"))) {
        return new Installation(candidate.toAbsolutePath());
      }
    }
    throw new IOException("no bin/server in " + given + "; is the server built?");
  }

  private static void unzip(Path zip, Path target) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(entry.getName() + " points out of " + zip);
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(entries, path);
        }
      }
    }
  }

  /** Deletes a directory with all it holds; what is already gone is no error. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
