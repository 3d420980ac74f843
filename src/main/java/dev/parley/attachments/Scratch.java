package dev.parley.attachments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Temporary files, which go when it is closed. */
public final class Scratch implements AutoCloseable {

  private final List<Path> files = new ArrayList<>(3);

  /** An empty file that nobody else may read. */
  public Path file() throws IOException {
    Path file = Files.createTempFile("parley-upload-", null);
    files.add(file);
    return file;
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
