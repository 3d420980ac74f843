package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The memory of a JVM on this machine.
 *
 * @param live bytes of the objects in use, counted after a full collection
 * @param resident bytes the process has in memory, garbage and native memory included; 0 where the
 *     system does not tell
 */
record JvmMemory(long live, long resident) {

  /** Lets the JVM collect its garbage and measures what is left; it stands still meanwhile. */
  static JvmMemory of(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process histogram =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram").start();
    List<String> lines = histogram.inputReader().lines().toList();
    if (histogram.waitFor() != 0 || lines.isEmpty()) {
      throw new IOException("jcmd can't look into process " + pid);
    }
    // The last line reads "Total <instances> <bytes>".
    String[] total = lines.get(lines.size() - 1).strip().split("\\s+", 3);
    return new JvmMemory(Long.parseLong(total[2].strip()), resident(pid));
  }

  private static long resident(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }
}
