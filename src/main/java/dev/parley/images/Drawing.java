package dev.parley.images;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Turning, scaling and writing of decoded pictures. */
final class Drawing {

  /** Of a preview. */
  static final int LONGEST_SIDE = 800;

  /** The quality of what replaces the original. */
  static final float FINE = 0.93f;

  private static final float SMALL = 0.82f;

  private static final Object NEAREST = RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR;
  private static final Object BILINEAR = RenderingHints.VALUE_INTERPOLATION_BILINEAR;

  private Drawing() {}

  /** The picture as it is to be seen. */
  static BufferedImage upright(BufferedImage image, int orientation) {
    int w = image.getWidth();
    int h = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> null;
        };
    if (turn == null) {
      return image;
    }
    boolean lies = Exif.lies(orientation);
    return drawn(image, lies ? h : w, lies ? w : h, turn, NEAREST);
  }

  /** The picture, made smaller if it is larger than a preview. */
  static BufferedImage fitted(BufferedImage image) {
    BufferedImage small = image;
    double scale = (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight());
    int width = Math.max(1, (int) Math.round(image.getWidth() * Math.min(1, scale)));
    int height = Math.max(1, (int) Math.round(image.getHeight() * Math.min(1, scale)));
    // By halves: in one go, most pixels would have no say.
    while (small.getWidth() > 2 * width || small.getHeight() > 2 * height) {
      small =
          scaled(
              small,
              Math.max(width, (small.getWidth() + 1) / 2),
              Math.max(height, (small.getHeight() + 1) / 2));
    }
    return scaled(small, width, height);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    AffineTransform scale =
        AffineTransform.getScaleInstance(
            (double) width / image.getWidth(), (double) height / image.getHeight());
    return drawn(image, width, height, scale, BILINEAR);
  }

  private static BufferedImage drawn(
      BufferedImage image, int width, int height, AffineTransform transform, Object interpolation) {
    boolean alpha = image.getColorModel().hasAlpha();
    BufferedImage drawn =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return drawn;
  }

  /** Writes a picture in the form that suits it; returns the media type. */
  static String write(BufferedImage image, Path file) throws IOException {
    if (!image.getColorModel().hasAlpha()) {
      writeJpeg(image, file, SMALL);
      return ImageFormat.JPEG.type();
    }
    write(ImageIO.getImageWritersByFormatName("png").next(), null, image, file);
    return ImageFormat.PNG.type();
  }

  /** Writes a picture without transparency. */
  static void writeJpeg(BufferedImage image, Path file, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    write(writer, parameters, image, file);
  }

  private static void write(
      ImageWriter writer, ImageWriteParam parameters, BufferedImage image, Path file)
      throws IOException {
    try (RandomAccessFile target = new RandomAccessFile(file.toFile(), "rw")) {
      target.setLength(0);
      try (FileImageOutputStream out = new FileImageOutputStream(target)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), parameters);
      }
    } finally {
      writer.dispose();
    }
  }
}
