package dev.parley.attachments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Names of files that do no harm, wherever somebody saves them. */
final class FileNames {

  private static final int LONGEST = 120;
  private static final String UNNAMED = "file";

  private FileNames() {}

  /**
   * A name without a path and without characters that are not seen or that turn the rest around.
   *
   * @param given may be null
   */
  static String harmless(String given) {
    String name = given == null ? "" : given;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .map(c -> visible(c) ? c : ' ')
        .map(c -> "\"*:<>?|".indexOf(c) >= 0 ? '_' : c)
        .forEach(kept::appendCodePoint);
    name = kept.toString().strip().replaceAll("\\s+", " ");
    // A dot in front hides a file.
    name = name.replaceFirst("^[. ]+", "");
    name = shortened(name);
    return name.isEmpty() ? UNNAMED : name;
  }

  /** The name, ending like files of that type do: a picture called {@code .html} stays one. */
  static String ending(String name, List<String> extensions) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String extension : extensions) {
      if (lower.endsWith("." + extension)) {
        return name;
      }
    }
    return name + "." + extensions.get(0);
  }

  /** The parameters of {@code Content-Disposition}, for old and new browsers. */
  static String parameters(String name) {
    StringBuilder ascii = new StringBuilder();
    StringBuilder encoded = new StringBuilder();
    name.codePoints()
        .forEach(c -> ascii.append(c < 0x7F && c != '"' && c != '\\' && c != '%' ? (char) c : '_'));
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
    }
    return "filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }

  private static boolean visible(int c) {
    // Joiners are part of emoji and of some scripts.
    if (c == 0x200C || c == 0x200D) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    int end = name.offsetByCodePoints(0, LONGEST - extension.length());
    return name.substring(0, end) + extension;
  }
}
