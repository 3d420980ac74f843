package dev.parley.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Keeps bytes in PostgreSQL, where they are backed up with everything else. */
@ApplicationScoped
public class DatabaseStore implements AttachmentStore {

  /** What {@code attachments.store} says of those that are here. */
  static final String NAME = "database";

  @Inject BlobParts parts;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void write(UUID blob, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      parts.write(blob, in);
    }
  }

  @Override
  public void remove(UUID blob) {
    parts.remove(blob);
  }

  @Override
  public InputStream read(UUID blob) throws IOException {
    return new Parts(blob);
  }

  /** Holds one part at a time. */
  private final class Parts extends InputStream {

    private final UUID blob;
    private InputStream current;
    private int next = 1;

    Parts(UUID blob) throws FileNotFoundException {
      this.blob = blob;
      this.current =
          new ByteArrayInputStream(
              parts.read(blob, 0).orElseThrow(() -> new FileNotFoundException("no blob " + blob)));
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int read = current.read(target, offset, length);
      while (read < 0) {
        byte[] part = parts.read(blob, next++).orElse(null);
        if (part == null) {
          return -1;
        }
        current = new ByteArrayInputStream(part);
        read = current.read(target, offset, length);
      }
      return read;
    }
  }
}
