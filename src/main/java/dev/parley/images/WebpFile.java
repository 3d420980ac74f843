package dev.parley.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** WebP, animated or not: a RIFF file with named chunks. */
final class WebpFile {

  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int ANIMATION_FRAME = 16;
  private static final int HAS_EXIF = 0x08;
  private static final int HAS_XMP = 0x04;

  private final ByteBuffer file;
  private final Parts parts;
  private final int end;
  private final int orientation;
  private int width;
  private int height;
  private long largest;
  private boolean extended;
  private boolean pictured;

  private WebpFile(ByteBuffer file) throws Damaged {
    this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    this.parts = new Parts(file);
    long length = Integer.toUnsignedLong(file.getInt(4)) + CHUNK;
    if (length > file.limit()) {
      throw new Damaged("it is cut off");
    }
    this.end = (int) length;
    this.orientation = orientation();
  }

  static Container read(ByteBuffer file) throws Damaged {
    return new WebpFile(file).read();
  }

  private Container read() throws Damaged {
    for (int at = HEADER; at + CHUNK <= end; at = after(at)) {
      chunk(at, at + CHUNK, after(at));
    }
    if (!pictured) {
      throw new Damaged("it has no picture");
    }
    if (extended && orientation != Exif.UPRIGHT) {
      // Nothing here can write WebP, so whoever shows it has to turn it.
      parts.add(ascii("EXIF"));
      parts.add(new byte[] {26, 0, 0, 0});
      parts.add(Exif.only(orientation));
    }
    List<ByteBuffer> kept = parts.all();
    int size = 4 + kept.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    kept.add(0, header.put(ascii("RIFF")).putInt(size).put(ascii("WEBP")).flip());
    return new Container(width, height, largest, extended ? orientation : Exif.UPRIGHT, kept);
  }

  /** Where the next chunk begins: at an even place, unless the file ends there. */
  private int after(int at) throws Damaged {
    int length = file.getInt(at + 4);
    if (length < 0 || length > end - at - CHUNK) {
      throw new Damaged("a chunk is cut off");
    }
    return Math.min(end, at + CHUNK + length + (length & 1));
  }

  /** EXIF comes after the picture, but what it says has to be known at the beginning. */
  private int orientation() throws Damaged {
    for (int at = HEADER; at + CHUNK <= end; at = after(at)) {
      if (name(at).equals("EXIF")) {
        int data = at + CHUNK;
        // Some write the beginning that belongs to JPEG.
        int skipped = after(at) - data > 6 && name(data).equals("Exif") ? 6 : 0;
        return Exif.orientation(file.slice(data + skipped, after(at) - data - skipped));
      }
    }
    return Exif.UPRIGHT;
  }

  private void chunk(int at, int data, int next) throws Damaged {
    switch (name(at)) {
      case "VP8X" -> {
        if (extended || pictured || next - data != 10) {
          throw new Damaged("a header in the wrong place");
        }
        extended = true;
        width = 1 + medium(data + 4);
        height = 1 + medium(data + 7);
        largest = (long) width * height;
        int exif = orientation == Exif.UPRIGHT ? 0 : HAS_EXIF;
        parts.keep(at, data);
        parts.add(new byte[] {(byte) (file.get(data) & ~(HAS_EXIF | HAS_XMP) | exif)});
        parts.keep(data + 1, next);
      }
      case "VP8 ", "VP8L" -> {
        picture(at, !extended);
        parts.keep(at, next);
      }
      case "ANMF" -> {
        frame(data + ANIMATION_FRAME, next);
        parts.keep(at, next);
      }
      case "ALPH", "ANIM", "ICCP" -> parts.keep(at, next);
      default -> {
        // EXIF, XMP, and whatever programs put there for themselves.
      }
    }
  }

  private void frame(int from, int to) throws Damaged {
    for (int at = from; at + CHUNK <= to; at = after(at)) {
      if (name(at).startsWith("VP8")) {
        picture(at, false);
      }
    }
  }

  /** Reads how large a compressed picture is. */
  private void picture(int at, boolean alone) throws Damaged {
    int data = at + CHUNK;
    int wide;
    int high;
    if (name(at).equals("VP8L")) {
      int bits = file.getInt(data + 1);
      if (file.get(data) != 0x2F) {
        throw new Damaged("no lossless picture");
      }
      wide = 1 + (bits & 0x3FFF);
      high = 1 + (bits >>> 14 & 0x3FFF);
    } else {
      if (file.get(data + 3) != (byte) 0x9D
          || file.get(data + 4) != 0x01
          || file.get(data + 5) != 0x2A) {
        throw new Damaged("no key frame");
      }
      wide = file.getShort(data + 6) & 0x3FFF;
      high = file.getShort(data + 8) & 0x3FFF;
    }
    pictured = true;
    largest = Math.max(largest, (long) wide * high);
    if (alone) {
      width = wide;
      height = high;
    }
  }

  private String name(int at) {
    byte[] name = new byte[4];
    file.get(at, name);
    return new String(name, StandardCharsets.US_ASCII);
  }

  private int medium(int at) {
    return (file.getShort(at) & 0xFFFF) | (file.get(at + 2) & 0xFF) << 16;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
