package dev.parley.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The directory in which Parley keeps what must outlive it, locked for as long as the JVM lives.
 */
final class DataDirectory {

  private final Path root;

  @SuppressWarnings("FieldCanBeLocal") // The lock is given back when this is collected.
  private final FileLock lock;

  private DataDirectory(Path root, FileLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * {@code PARLEY_DATA_DIR}, else the build's default (system property {@code
   * parley.data.default}), else {@code data} beside the server's configuration.
   */
  static Path configured() {
    String chosen = Environment.get("PARLEY_DATA_DIR");
    if (chosen.isEmpty()) {
      String server = System.getProperty("server.config.dir", ".");
      chosen = System.getProperty("parley.data.default", server + "/data");
    }
    return Path.of(chosen).toAbsolutePath().normalize();
  }

  /** It can't be used; the message is a sentence for the person who runs the server. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }

  /**
   * Opens and locks the directory, and makes it when it is missing.
   *
   * @throws Unusable if it can't be written or another Parley holds it
   */
  static DataDirectory open(Path root) throws Unusable {
    try {
      Files.createDirectories(root);
      return lock(root);
    } catch (IOException e) {
      throw new Unusable(
          "the data directory "
              + root
              + " can't be written ("
              + e
              + "); set PARLEY_DATA_DIR to one that can",
          e);
    }
  }

  private static DataDirectory lock(Path root) throws IOException, Unusable {
    FileChannel channel =
        FileChannel.open(
            root.resolve("parley.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new Unusable("another Parley is running on the data directory " + root, null);
    }
    return new DataDirectory(root, lock);
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  /** Where PostgreSQL's programs are unpacked. */
  Path programs() {
    return root.resolve("programs");
  }

  /** The embedded database's password, made at the first start, readable by the owner only. */
  String password() {
    Path file = root.resolve("postgres.password");
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException first) {
      return writePassword(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String writePassword(Path file) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try {
      Files.createFile(file);
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(file, password + "\n");
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
