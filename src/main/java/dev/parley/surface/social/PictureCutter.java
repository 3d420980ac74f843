package dev.parley.surface.social;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Takes the data URL that is the member {@code image} out of JSON while that is read, so that no
 * picture ever stands in memory as text. It looks for nothing but strings and colons; whether the
 * rest is JSON is found out by whoever reads that.
 */
final class PictureCutter {

  private static final String MEMBER = "image";
  private static final String SCHEME = "data:";
  private static final String ENCODING = ";base64";
  private static final int LONGEST_HEAD = 100;
  private static final int LONGEST_REST = 64 * 1024;

  private final InputStream in;
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private String string = "";
  private boolean value;
  private boolean found;

  PictureCutter(InputStream in) {
    this.in = in;
  }

  /** Reads all, and writes the picture's bytes. */
  void cut(OutputStream picture) throws IOException {
    for (int next = in.read(); next >= 0; next = in.read()) {
      keep(next);
      if (next == '"') {
        string(picture);
      } else if (next == ':') {
        value = string.equalsIgnoreCase(MEMBER);
      } else if (!Character.isWhitespace(next)) {
        value = false;
      }
    }
  }

  /** Everything but the picture, which is an empty text there. */
  String rest() {
    return rest.toString(StandardCharsets.UTF_8);
  }

  /** Whether there was a picture. */
  boolean found() {
    return found;
  }

  private void string(OutputStream picture) throws IOException {
    boolean wanted = value;
    value = false;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      keep(next);
      if (next == '"') {
        break;
      }
      text.write(next);
      if (next == '\\') {
        int escaped = in.read();
        keep(escaped);
        text.write(escaped);
      } else if (wanted && text.size() == SCHEME.length() && SCHEME.equals(text.toString())) {
        picture(picture);
        break;
      }
    }
    string = text.toString(StandardCharsets.UTF_8);
  }

  /** The scheme has been read. */
  private void picture(OutputStream picture) throws IOException {
    if (found) {
      throw Refusal.invalid(MEMBER, "there may be one image only");
    }
    found = true;
    StringBuilder head = new StringBuilder();
    InputStream inside = new Inside();
    for (int next = inside.read(); next != ','; next = inside.read()) {
      if (next < 0 || head.length() > LONGEST_HEAD) {
        throw noPicture();
      }
      head.append((char) next);
    }
    if (!head.toString().endsWith(ENCODING)) {
      throw noPicture();
    }
    try {
      Base64.getDecoder().wrap(inside).transferTo(picture);
    } catch (IOException e) {
      throw noPicture();
    }
    if (inside.read() >= 0) {
      throw noPicture();
    }
    // The scheme stays where it was read: what is left of the URL is never looked at.
    keep('"');
  }

  private void keep(int next) {
    rest.write(next);
    if (rest.size() > LONGEST_REST) {
      throw Refusal.of(Code.TOO_LARGE, "the body is too large");
    }
  }

  private static Refusal noPicture() {
    return Refusal.invalid(MEMBER, "image must be a picture as a data URL");
  }

  /** What is left of the string that is being read. */
  private final class Inside extends InputStream {

    private boolean ended;

    @Override
    public int read() throws IOException {
      if (ended) {
        return -1;
      }
      int next = in.read();
      if (next == '\\') {
        next = in.read();
        if (next != '/') {
          throw noPicture(); // No other character of a data URL needs to be escaped.
        }
        return next;
      }
      ended = next < 0 || next == '"';
      return ended ? -1 : next;
    }
  }
}
