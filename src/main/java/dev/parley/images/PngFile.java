package dev.parley.images;

import java.nio.ByteBuffer;
import java.util.Set;

/** PNG, animated or not: a list of named chunks, of which those are kept that make the picture. */
final class PngFile {

  private static final int HEADER = 8;
  private static final int FRAME = 12;

  /** Not among them: texts, times, EXIF, and whatever programs put there for themselves. */
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "iCCP", "cICP",
          "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

  private PngFile() {}

  static Container read(ByteBuffer file) throws Damaged {
    Parts parts = new Parts(file);
    parts.keep(0, HEADER);
    int width = 0;
    int height = 0;
    for (int at = HEADER; ; ) {
      int length = file.getInt(at);
      String name = name(file, at + 4);
      if (length < 0 || length > file.limit() - at - FRAME) {
        throw new Damaged("a chunk is cut off");
      }
      if (at == HEADER) {
        if (!name.equals("IHDR")) {
          throw new Damaged("it does not begin with its header");
        }
        width = file.getInt(at + 8);
        height = file.getInt(at + 12);
      } else if (name.equals("IHDR")) {
        throw new Damaged("a second header");
      }
      if (KEPT.contains(name)) {
        parts.keep(at, at + FRAME + length);
      }
      at += FRAME + length;
      if (name.equals("IEND")) {
        // What follows is not of the picture.
        return new Container(width, height, (long) width * height, Exif.UPRIGHT, parts.all());
      }
    }
  }

  private static String name(ByteBuffer file, int at) {
    StringBuilder name = new StringBuilder(4);
    for (int i = 0; i < 4; i++) {
      name.append((char) (file.get(at + i) & 0xFF));
    }
    return name.toString();
  }
}
