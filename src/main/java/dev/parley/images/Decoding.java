package dev.parley.images;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** The decoding of one picture, of which it is known that it is not too large for it. */
final class Decoding {

  private static final Logger LOG = Logger.getLogger(Decoding.class.getName());

  private final ImageFormat format;
  private final Container container;
  private final Path file;

  /** A cleaned picture in a file. */
  Decoding(ImageFormat format, Container container, Path file) {
    this.format = format;
    this.container = container;
    this.file = file;
  }

  /**
   * Decodes it, which proves that it can be, and writes a preview. A photograph that lies on its
   * side is written again, upright.
   */
  Picture picture(Path preview) throws IOException, Damaged {
    int orientation = container.orientation();
    boolean turned = format == ImageFormat.JPEG && orientation != Exif.UPRIGHT;
    BufferedImage image = decoded(turned ? 1 : sparse());
    String previewType = null;
    if (image != null) {
      if (turned) {
        image = Drawing.upright(image, orientation);
        Drawing.writeJpeg(image, file, Drawing.FINE);
      }
      BufferedImage small = Drawing.fitted(image);
      previewType = Drawing.write(turned ? small : Drawing.upright(small, orientation), preview);
    }
    boolean lies = Exif.lies(orientation);
    return new Picture(
        format,
        lies ? container.height() : container.width(),
        lies ? container.width() : container.height(),
        previewType);
  }

  /** One of how many pixels of a row is enough for a good preview. */
  private int sparse() {
    return Math.max(
        1, Math.max(container.width(), container.height()) / (2 * Drawing.LONGEST_SIDE));
  }

  /** The picture, or null when it is of a kind that only browsers know. */
  private BufferedImage decoded(int every) throws IOException, Damaged {
    ImageReader reader = format.reader();
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, false, true);
      if (!reader.getImageTypes(0).hasNext()) {
        return null; // The four colours of print.
      }
      ImageReadParam parameters = reader.getDefaultReadParam();
      parameters.setSourceSubsampling(every, every, 0, 0);
      return reader.read(0, parameters);
    } catch (IOException | RuntimeException e) {
      if (format == ImageFormat.WEBP) {
        // Its decoder is younger than the format; the container was in order.
        LOG.log(Level.FINE, "A WebP picture gets no preview", e);
        return null;
      }
      throw new Damaged(String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      // One large array could not be had; everything else goes on.
      LOG.log(Level.WARNING, "A picture of {0} pixels needs too much memory", container.largest());
      throw Refusal.of(Code.TOO_LARGE, "the picture has too many pixels for this server");
    } finally {
      reader.dispose();
    }
  }
}
