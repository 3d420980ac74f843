package dev.parley.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContainerTest {

  private static final long MOST = 40_000_000;

  private static final Map<ImageFormat, byte[]> ALL =
      Map.of(
          ImageFormat.PNG, TestPictures.png(24, 16),
          ImageFormat.JPEG, TestPictures.jpeg(24, 16, 1),
          ImageFormat.GIF, TestPictures.gif(24, 16),
          ImageFormat.WEBP, TestPictures.webp(false, 1));

  @Test
  void everyFormatIsKnownByItsBeginning() {
    ALL.forEach((format, bytes) -> assertEquals(format, ImageFormat.of(bytes).orElseThrow()));
    for (String other : new String[] {"", "GIF", "<svg", "%PDF-1.7", "RIFF1234WAVE", "BM"}) {
      assertTrue(ImageFormat.of(other.getBytes(ISO_8859_1)).isEmpty(), other);
    }
  }

  @Test
  void whatIsKeptShowsTheSameAndTellsNothingElse() throws Exception {
    for (ImageFormat format : ImageFormat.values()) {
      byte[] given = ALL.get(format);
      assertTrue(text(given).contains(TestPictures.SECRET));
      Container container = format.read(ByteBuffer.wrap(given), MOST);
      byte[] kept = bytes(container);
      assertFalse(text(kept).contains(TestPictures.SECRET), format.name());
      assertFalse(text(kept).contains("GPS"), format.name());
      assertEquals(24, container.width());
      assertEquals(16, container.height());
      assertArrayEquals(pixels(format, given), pixels(format, kept), format.name());
    }
  }

  @Test
  void whatIsCleanStaysAsItIs() throws Exception {
    for (ImageFormat format : ImageFormat.values()) {
      byte[] once = bytes(format.read(ByteBuffer.wrap(ALL.get(format)), MOST));
      assertArrayEquals(once, bytes(format.read(ByteBuffer.wrap(once), MOST)), format.name());
    }
  }

  @Test
  void anAnimationStaysOne() throws Exception {
    byte[] kept = bytes(ImageFormat.GIF.read(ByteBuffer.wrap(TestPictures.gif(8, 8)), MOST));
    assertTrue(text(kept).contains("NETSCAPE2.0"));
    javax.imageio.ImageReader reader = ImageFormat.GIF.reader();
    reader.setInput(
        new javax.imageio.stream.MemoryCacheImageInputStream(
            new java.io.ByteArrayInputStream(kept)));
    assertEquals(2, reader.getNumImages(true));
  }

  @Test
  void howTheCameraWasHeldIsFound() throws Exception {
    for (int orientation = 1; orientation <= 8; orientation++) {
      for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.WEBP}) {
        byte[] given =
            format == ImageFormat.JPEG
                ? TestPictures.jpeg(24, 16, orientation)
                : TestPictures.webp(true, orientation);
        Container container = format.read(ByteBuffer.wrap(given), MOST);
        assertEquals(orientation, container.orientation());
        if (format == ImageFormat.WEBP) {
          byte[] kept = bytes(container);
          assertEquals(
              orientation, format.read(ByteBuffer.wrap(kept), MOST).orientation(), "it is kept");
        }
      }
    }
  }

  @Test
  void theLargestThingInsideCounts() throws Exception {
    byte[] gif = TestPictures.gif(24, 16);
    // The screen stays small, the first frame gets large.
    int frame = text(gif).indexOf(",\0\0\0\0\u0018\0");
    assertTrue(frame > 0);
    gif[frame + 6] = 0x40;
    gif[frame + 8] = 0x40;
    assertTrue(ImageFormat.GIF.read(ByteBuffer.wrap(gif), MOST).largest() > MOST);
    byte[] webp = TestPictures.webp(16384, 16384);
    assertThrows(Damaged.class, () -> ImageFormat.WEBP.read(ByteBuffer.wrap(webp), MOST));
  }

  @Test
  void nonsenseIsDamagedAndNothingWorse() {
    Random random = new Random(20_240_501);
    for (ImageFormat format : ImageFormat.values()) {
      byte[] good = ALL.get(format);
      for (int i = 0; i < 3000; i++) {
        byte[] bad = Arrays.copyOf(good, i % 2 == 0 ? good.length : random.nextInt(good.length));
        for (int j = random.nextInt(8); j >= 0 && bad.length > 0; j--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        try {
          bytes(format.read(ByteBuffer.wrap(bad), MOST));
        } catch (Damaged | IndexOutOfBoundsException e) {
          // That is what a reader may say.
        } catch (RuntimeException e) {
          fail(format + " " + i, e);
        }
      }
    }
  }

  private static int[] pixels(ImageFormat format, byte[] picture) throws IOException {
    javax.imageio.ImageReader reader = format.reader();
    reader.setInput(
        new javax.imageio.stream.MemoryCacheImageInputStream(
            new java.io.ByteArrayInputStream(picture)));
    return reader.read(0).getRGB(0, 0, 24, 16, null, 0, 24);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static byte[] bytes(Container container) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuffer part : container.kept()) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }
}
