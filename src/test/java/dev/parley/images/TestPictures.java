package dev.parley.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures that tell more than they show: left half red, right half blue, and a secret. */
public final class TestPictures {

  /** What must not come out again. */
  public static final String SECRET = "GPS 50.4501N 30.5234E";

  private static final String LOSSY =
      "EAQAnQEqGAAQAD7RVKNLqCSjIbAIAQAaCUAWI1AKAB9gFf/7gABzFAAA/u1n9gR93+ef+59zIGx0SdKvtX/+hJmoBbT/"
          + "+CS5+eNpltOAAAA=";
  private static final String LOSSLESS = "LxfAAwAPEPO///MfDoQEhAf+r9UtiOh/JC8=";

  private TestPictures() {}

  /** A PNG with a text, EXIF, and something behind its end. */
  public static byte[] png(int width, int height) {
    byte[] plain = written("png", halves(width, height));
    byte[] text = chunk("tEXt", ("Comment\0" + SECRET).getBytes(ISO_8859_1));
    byte[] exif = chunk("eXIf", exif(1));
    return joined(head(plain, 33), text, exif, tail(plain, 33), SECRET.getBytes(ISO_8859_1));
  }

  /** A small PNG that says it is large. */
  public static byte[] pngBomb(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {1, 0, 0, 0, 0})
            .array();
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[100_000]);
    deflater.finish();
    byte[] packed = new byte[1000];
    int length = deflater.deflate(packed);
    return joined(
        head(png(1, 1), 8),
        chunk("IHDR", header),
        chunk("IDAT", head(packed, length)),
        chunk("IEND", new byte[0]));
  }

  /** A JPEG with EXIF, a comment, and something behind its end. */
  public static byte[] jpeg(int width, int height, int orientation) {
    byte[] plain = written("jpg", halves(width, height));
    return joined(
        head(plain, 2),
        segment(0xE1, joined("Exif\0\0".getBytes(ISO_8859_1), exif(orientation))),
        segment(0xE1, ("http://ns.adobe.com/xap/1.0/\0" + SECRET).getBytes(ISO_8859_1)),
        segment(0xED, ("Photoshop 3.0\0" + SECRET).getBytes(ISO_8859_1)),
        segment(0xFE, SECRET.getBytes(ISO_8859_1)),
        tail(plain, 2),
        SECRET.getBytes(ISO_8859_1));
  }

  /** A GIF with two frames that repeats for ever, with a comment and a program's own extension. */
  public static byte[] gif(int width, int height) {
    byte[] plain = written("gif", halves(width, height));
    int begin = 13 + 3 * (2 << (plain[10] & 7));
    byte[] frame = head(tail(plain, begin), plain.length - begin - 1);
    byte[] loop =
        joined(bytes(0x21, 0xFF, 11), "NETSCAPE2.0".getBytes(ISO_8859_1), bytes(3, 1, 0, 0, 0));
    byte[] secret = joined(bytes(SECRET.length()), SECRET.getBytes(ISO_8859_1), bytes(0));
    return joined(
        "GIF89a".getBytes(ISO_8859_1),
        head(tail(plain, 6), begin - 6),
        loop,
        bytes(0x21, 0xFE),
        secret,
        bytes(0x21, 0xFF, 11),
        "XMP DataXMP".getBytes(ISO_8859_1),
        secret,
        frame,
        frame,
        bytes(0x3B),
        SECRET.getBytes(ISO_8859_1));
  }

  /** A WebP of 24 × 16 with EXIF and XMP. */
  public static byte[] webp(boolean lossless, int orientation) {
    byte[] picture =
        riff(lossless ? "VP8L" : "VP8 ", Base64.getDecoder().decode(lossless ? LOSSLESS : LOSSY));
    return webp(
        24,
        16,
        picture,
        riff("EXIF", exif(orientation)),
        riff("XMP ", SECRET.getBytes(ISO_8859_1)));
  }

  /** A WebP that claims a size. */
  public static byte[] webp(int width, int height, byte[]... chunks) {
    ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0x0C).putShort((short) (width - 1)).put((byte) (width - 1 >> 16));
    header.putShort((short) (height - 1)).put((byte) (height - 1 >> 16));
    byte[] body = joined(riff("VP8X", header.array()), joined(chunks));
    return joined(riff("RIFF", joined("WEBP".getBytes(ISO_8859_1), body)));
  }

  /** What a decoder sees. */
  public static BufferedImage decoded(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a colour is rather red than blue. */
  public static boolean isRed(int rgb) {
    return (rgb >> 16 & 0xFF) > 150 && (rgb & 0xFF) < 100;
  }

  private static BufferedImage halves(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  private static byte[] written(String format, BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A TIFF structure with an orientation, and the secret behind it. */
  private static byte[] exif(int orientation) {
    return joined(Exif.only(orientation), SECRET.getBytes(ISO_8859_1));
  }

  private static byte[] chunk(String name, byte[] data) {
    byte[] body = joined(name.getBytes(ISO_8859_1), data);
    CRC32 crc = new CRC32();
    crc.update(body);
    return joined(number(data.length), body, number((int) crc.getValue()));
  }

  private static byte[] riff(String name, byte[] data) {
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
    return joined(name.getBytes(ISO_8859_1), length, data, new byte[data.length & 1]);
  }

  private static byte[] segment(int marker, byte[] data) {
    return joined(bytes(0xFF, marker, data.length + 2 >> 8, data.length + 2), data);
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] head(byte[] bytes, int length) {
    return java.util.Arrays.copyOf(bytes, length);
  }

  private static byte[] tail(byte[] bytes, int from) {
    return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
