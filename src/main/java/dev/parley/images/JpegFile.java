package dev.parley.images;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** JPEG: a list of segments, and the compressed picture between them. */
final class JpegFile {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;

  /** Of a JFIF segment without a thumbnail. */
  private static final int PLAIN_JFIF = 16;

  private JpegFile() {}

  static Container read(ByteBuffer file) throws Damaged {
    Parts parts = new Parts(file);
    int width = 0;
    int height = 0;
    int orientation = Exif.UPRIGHT;
    int at = 0;
    while (true) {
      int begin = at;
      at = afterFill(file, at);
      int marker = file.get(at++) & 0xFF;
      if (marker == START || standalone(marker)) {
        parts.keep(begin, at);
        continue;
      }
      if (marker == END) {
        parts.keep(begin, at);
        if (width == 0) {
          throw new Damaged("it has no picture");
        }
        // What follows is not of the picture: films, further pictures, hidden archives.
        return new Container(width, height, (long) width * height, orientation, parts.all());
      }
      int length = Short.toUnsignedInt(file.getShort(at));
      int data = at + 2;
      int next = at + length;
      if (length < 2 || next > file.limit()) {
        throw new Damaged("a segment is cut off");
      }
      if (isFrame(marker)) {
        if (width != 0) {
          throw new Damaged("a second picture");
        }
        height = Short.toUnsignedInt(file.getShort(data + 1));
        width = Short.toUnsignedInt(file.getShort(data + 3));
        if (width == 0 || height == 0) {
          throw new Damaged("it does not say how large it is");
        }
      } else if (marker == APP1 && begins(file, data, next, "Exif\0\0")) {
        orientation = Exif.orientation(file.slice(data + 6, next - data - 6));
      }
      at = marker == SCAN ? afterScan(file, next) : next;
      if (isKept(file, marker, data, next)) {
        parts.keep(begin, at);
      }
    }
  }

  /** Any number of bytes 0xFF may stand in front of a marker. */
  private static int afterFill(ByteBuffer file, int from) throws Damaged {
    int at = from;
    while ((file.get(at) & 0xFF) == 0xFF) {
      at++;
    }
    if (at == from) {
      throw new Damaged("a marker is missing");
    }
    return at;
  }

  /** In a scan, 0xFF is data when a zero follows, and a mark of no length when a restart does. */
  private static int afterScan(ByteBuffer file, int from) {
    int at = from;
    while (true) {
      if ((file.get(at) & 0xFF) == 0xFF) {
        int next = file.get(at + 1) & 0xFF;
        if (next != 0 && next != 0xFF && !standalone(next)) {
          return at;
        }
      }
      at++;
    }
  }

  private static boolean standalone(int marker) {
    return marker == 0x01 || marker >= 0xD0 && marker <= 0xD7;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** Of what programs may add, only that is kept without which the colours would be others. */
  private static boolean isKept(ByteBuffer file, int marker, int data, int next) {
    return switch (marker) {
      case APP0 -> begins(file, data, next, "JFIF\0") && next - data + 2 <= PLAIN_JFIF;
      case APP2 -> begins(file, data, next, "ICC_PROFILE\0");
      case APP14 -> begins(file, data, next, "Adobe");
      case COMMENT -> false;
      default -> marker < APP0 || marker > APP15 && marker < 0xF0;
    };
  }

  private static boolean begins(ByteBuffer file, int from, int to, String text) {
    byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
    return to - from >= expected.length
        && file.slice(from, expected.length).equals(ByteBuffer.wrap(expected));
  }
}
