package dev.parley.images;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Checks and cleans pictures, and makes previews of them. */
@ApplicationScoped
public class Pictures {

  private static final long PATIENCE_SECONDS = 30;

  @Inject Settings settings;

  private int mostPixels;

  /** The pixels that may still be decoded now: many small pictures at once, or a large one. */
  private Semaphore room;

  @PostConstruct
  void readSettings() {
    mostPixels = settings.number(Setting.PARLEY_IMAGE_PIXELS);
    room = new Semaphore(mostPixels, true);
  }

  /**
   * Cleans a picture.
   *
   * @param format what its beginning says
   * @param file what was received
   * @param clean gets the picture
   * @param preview gets its preview
   * @throws Refusal {@code invalid} when it is no such picture, {@code tooLarge} when it has too
   *     many pixels
   */
  public Picture prepare(ImageFormat format, Path file, Path clean, Path preview)
      throws IOException {
    Container container;
    try (FileChannel in = FileChannel.open(file)) {
      // Mapped, not read: the heap holds nothing of it.
      container = read(format, in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()));
    }
    if (container.width() < 1 || container.height() < 1) {
      throw damaged();
    }
    if (container.largest() > mostPixels) {
      throw Refusal.of(Code.TOO_LARGE, "a picture may have at most " + mostPixels + " pixels");
    }
    write(container, clean);
    return decoded(format, container, clean, preview);
  }

  private Container read(ImageFormat format, ByteBuffer bytes) {
    try {
      return format.read(bytes, mostPixels);
    } catch (Damaged | IndexOutOfBoundsException e) {
      throw damaged();
    }
  }

  private static void write(Container container, Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      for (ByteBuffer part : container.kept()) {
        while (part.hasRemaining()) {
          out.write(part);
        }
      }
    }
  }

  private Picture decoded(ImageFormat format, Container container, Path clean, Path preview)
      throws IOException {
    int pixels = (int) Math.max(1, container.largest());
    try {
      if (!room.tryAcquire(pixels, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Refusal.of(Code.RATE_LIMITED, "too many pictures at once, try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(Code.RESTARTING, "the server is restarting, try again");
    }
    try {
      return new Decoding(format, container, clean).picture(preview);
    } catch (Damaged e) {
      throw damaged();
    } finally {
      room.release(pixels);
    }
  }

  private static Refusal damaged() {
    return Refusal.invalid(null, "the picture is damaged");
  }
}
