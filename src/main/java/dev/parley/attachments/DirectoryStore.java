package dev.parley.attachments;

import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Keeps bytes in a directory, for those who have more of them than they like to have in a database.
 * The directory then belongs into the backup, too.
 */
@ApplicationScoped
public class DirectoryStore implements AttachmentStore {

  /** What {@code attachments.store} says of those that are here. */
  static final String NAME = "directory";

  @Inject Settings settings;

  @Override
  public String name() {
    return NAME;
  }

  /** Whether new attachments belong here. */
  boolean chosen() {
    return !settings.value(Setting.PARLEY_ATTACHMENTS_DIR).isEmpty();
  }

  @Override
  public void write(UUID blob, Path file) throws IOException {
    Path target = path(blob);
    Files.createDirectories(target.getParent());
    Path unfinished = target.resolveSibling(blob + ".part");
    try {
      Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(target.getParent())) {
        directory.force(true);
      }
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  @Override
  public InputStream read(UUID blob) throws IOException {
    try {
      return Files.newInputStream(path(blob));
    } catch (NoSuchFileException e) {
      FileNotFoundException missing = new FileNotFoundException("no file for blob " + blob);
      missing.initCause(e);
      throw missing;
    }
  }

  @Override
  public void remove(UUID blob) throws IOException {
    // A killed server may have left the unfinished one.
    Files.deleteIfExists(path(blob).resolveSibling(blob + ".part"));
    Files.deleteIfExists(path(blob));
  }

  /** Two levels of directories: none of them gets too many entries. */
  private Path path(UUID blob) {
    String name = blob.toString();
    return Path.of(settings.value(Setting.PARLEY_ATTACHMENTS_DIR))
        .resolve(name.substring(0, 2))
        .resolve(name.substring(2, 4))
        .resolve(name);
  }
}
