package dev.parley.images;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The kinds of pictures that every browser shows and that can do nothing but be shown. */
public enum ImageFormat {
  PNG("image/png", "\u0089PNG\r\n\u001a\n", "png"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff", "jpg", "jpeg", "jfif"),
  GIF("image/gif", "GIF8?a", "gif"),
  WEBP("image/webp", "RIFF????WEBP", "webp");

  private final String type;
  private final byte[] beginning;
  private final List<String> extensions;

  /** In a beginning each character is a byte, and a question mark any byte. */
  ImageFormat(String type, String beginning, String... extensions) {
    this.type = type;
    this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    this.extensions = List.of(extensions);
  }

  /** The format that a file claims by its first bytes. */
  public static Optional<ImageFormat> of(byte[] head) {
    return Arrays.stream(values()).filter(format -> format.begins(head)).findFirst();
  }

  private boolean begins(byte[] head) {
    if (head.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if (beginning[i] != '?' && beginning[i] != head[i]) {
        return false;
      }
    }
    return true;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** How names of such files end, the usual one first. */
  public List<String> extensions() {
    return extensions;
  }

  Container read(ByteBuffer file, long mostPixels) throws Damaged {
    return switch (this) {
      case PNG -> PngFile.read(file);
      case JPEG -> JpegFile.read(file);
      case GIF -> GifFile.read(file, mostPixels);
      case WEBP -> WebpFile.read(file);
    };
  }

  /**
   * A decoder. That for WebP is asked directly: whether the JVM has found it is a matter of luck.
   */
  ImageReader reader() throws IOException {
    return this == WEBP
        ? new WebPImageReaderSpi().createReaderInstance(null)
        : ImageIO.getImageReadersByFormatName(name()).next();
  }
}
