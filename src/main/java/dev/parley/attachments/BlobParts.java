package dev.parley.attachments;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * The parts of blobs in the database: written in one transaction, read in one each, so that no
 * connection waits for a slow client.
 */
@ApplicationScoped
@Transactional(rollbackOn = IOException.class)
public class BlobParts {

  /** Small enough to hold one for each download, large enough to need few statements. */
  static final int SIZE = 256 * 1024;

  @Inject Sql sql;

  /** Stores all parts at once. */
  public void write(UUID blob, InputStream in) throws IOException {
    int part = 0;
    byte[] bytes = in.readNBytes(SIZE);
    // An empty blob has one empty part, so that it is found.
    do {
      sql.update(
          "INSERT INTO blob_parts (blob, part, bytes) VALUES (?, ?, ?)", blob, part++, bytes);
      bytes = in.readNBytes(SIZE);
    } while (bytes.length > 0);
  }

  /** Removes all parts. */
  public void remove(UUID blob) {
    sql.update("DELETE FROM blob_parts WHERE blob = ?", blob);
  }

  /** A part, if there is one. */
  public Optional<byte[]> read(UUID blob, int part) {
    return sql.first(
        row -> row.getBytes("bytes"),
        "SELECT bytes FROM blob_parts WHERE blob = ? AND part = ?",
        blob,
        part);
  }
}
