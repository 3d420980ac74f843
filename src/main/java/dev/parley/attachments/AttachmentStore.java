package dev.parley.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** Where the bytes are. */
public interface AttachmentStore {

  /** As it stands in {@code attachments.store}. */
  String name();

  /** Keeps a copy of a file. When this returns, it is there for good. */
  void write(UUID blob, Path file) throws IOException;

  /**
   * The bytes from the first to the last.
   *
   * @throws java.io.FileNotFoundException when there are none under that name
   */
  InputStream read(UUID blob) throws IOException;

  /** Removes a blob; one that is not there is no error. */
  void remove(UUID blob) throws IOException;
}
