package dev.parley.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** GIF: frames and extensions; of those only timing and looping are kept. */
final class GifFile {

  private static final int HEADER = 13;
  private static final int FRAME = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int TIMING = 0xF9;
  private static final int APPLICATION = 0xFF;

  /** All frames together may be so many times the largest picture that is allowed. */
  private static final int FRAMES = 100;

  private GifFile() {}

  static Container read(ByteBuffer bytes, long mostPixels) throws Damaged {
    ByteBuffer file = bytes.order(ByteOrder.LITTLE_ENDIAN);
    Parts parts = new Parts(file);
    int width = unsigned(file, 6);
    int height = unsigned(file, 8);
    long largest = (long) width * height;
    long all = 0;
    int at = HEADER + colours(file.get(10));
    parts.keep(0, at);
    while (at < file.limit()) {
      int begin = at;
      int kind = file.get(at++) & 0xFF;
      if (kind == TRAILER) {
        break;
      } else if (kind == FRAME) {
        long pixels = (long) unsigned(file, at + 4) * unsigned(file, at + 6);
        largest = Math.max(largest, pixels);
        all += pixels;
        at = afterBlocks(file, at + 9 + colours(file.get(at + 8)) + 1);
        parts.keep(begin, at);
      } else if (kind == EXTENSION) {
        int label = file.get(at) & 0xFF;
        at = afterBlocks(file, at + 1);
        if (label == TIMING || label == APPLICATION && isLoop(file, begin, at)) {
          parts.keep(begin, at);
        }
      } else if (kind != 0) {
        throw new Damaged("an unknown block");
      }
    }
    if (all == 0 || all > FRAMES * mostPixels) {
      throw new Damaged("it has no frames, or too many");
    }
    parts.add(new byte[] {TRAILER});
    return new Container(width, height, largest, Exif.UPRIGHT, parts.all());
  }

  private static int afterBlocks(ByteBuffer file, int from) {
    int at = from;
    while (true) {
      int length = file.get(at++) & 0xFF;
      if (length == 0) {
        return at;
      }
      at += length;
    }
  }

  /** How often to repeat: one block of eleven bytes with a name, one of three with a number. */
  private static boolean isLoop(ByteBuffer file, int from, int to) {
    if (to - from != 19 || file.get(from + 2) != 11) {
      return false;
    }
    byte[] name = new byte[11];
    file.get(from + 3, name);
    String text = new String(name, StandardCharsets.US_ASCII);
    return text.equals("NETSCAPE2.0") || text.equals("ANIMEXTS1.0");
  }

  /** The bytes of the table of colours that such flags announce. */
  private static int colours(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int unsigned(ByteBuffer file, int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }
}
