package dev.parley.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing in EXIF that is needed: how the camera was held. */
final class Exif {

  static final int UPRIGHT = 1;

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  private Exif() {}

  /** The orientation that a TIFF structure tells, or upright when it makes no sense. */
  static int orientation(ByteBuffer tiff) {
    try {
      int order = tiff.getShort(0);
      if (order != 0x4949 && order != 0x4D4D) {
        return UPRIGHT;
      }
      tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = Short.toUnsignedInt(tiff.getShort(directory));
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * ENTRY;
        if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION
            && tiff.getShort(entry + 2) == SHORT) {
          int value = tiff.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : UPRIGHT;
        }
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  /** A TIFF structure that tells an orientation and nothing else. */
  static byte[] only(int orientation) {
    return ByteBuffer.allocate(26)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0x4949)
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) ORIENTATION)
        .putShort((short) SHORT)
        .putInt(1)
        .putInt(orientation)
        .putInt(0)
        .array();
  }

  /** Whether turning it upright swaps width and height. */
  static boolean lies(int orientation) {
    return orientation >= 5;
  }
}
