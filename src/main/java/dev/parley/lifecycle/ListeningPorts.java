package dev.parley.lifecycle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which ports this process listens on, as Linux tells. The server does not say in any other way
 * that somebody was faster, and asking over HTTP proves nothing about a program that does not
 * answer.
 */
final class ListeningPorts {

  private static final String LISTENING = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private ListeningPorts() {}

  /** Whether this process listens on the port; yes when the system does not tell. */
  static boolean isOurs(int port) {
    try {
      Set<String> sockets = listeners(port);
      return sockets.isEmpty() || ownsOneOf(sockets);
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /** The inodes of the sockets on the port, whoever they belong to. */
  private static Set<String> listeners(int port) throws IOException {
    String suffix = ":%04X".formatted(port);
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (!Files.exists(Path.of(table))) {
        continue;
      }
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length > INODE
            && fields[STATE].equals(LISTENING)
            && fields[ADDRESS].endsWith(suffix)) {
          sockets.add("socket:[" + fields[INODE] + "]");
        }
      }
    }
    return sockets;
  }

  private static boolean ownsOneOf(Set<String> sockets) throws IOException {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : open) {
        try {
          if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
            return true;
          }
        } catch (IOException e) {
          // Closed since it was listed.
        }
      }
    }
    return false;
  }
}
