package dev.parley.kernel;

/** How long texts are on the wire. */
public final class Utf8 {

  private Utf8() {}

  /** The bytes of a text in UTF-8, without encoding it. */
  public static int length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Three bytes for most, four for a pair of surrogates: two for each half.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
