package dev.parley.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a file is, told by how it begins. Whatever its uploader calls it, no kind here is one that a
 * browser would run.
 */
enum FileKind {
  PDF("application/pdf", "%PDF-"),
  ZIP("application/zip", "PK\u0003\u0004"),
  GZIP("application/gzip", "\u001f\u008b"),
  OGG("audio/ogg", "OggS"),
  MP3("audio/mpeg", "ID3", "\u00ff\u00fb", "\u00ff\u00f3", "\u00ff\u00f2"),
  FLAC("audio/flac", "fLaC"),
  WAV("audio/wav", "RIFF????WAVE"),
  M4A("audio/mp4", "????ftypM4A "),
  QUICKTIME("video/quicktime", "????ftypqt  "),
  MP4("video/mp4", "????ftypisom", "????ftypiso2", "????ftypmp4", "????ftypavc1", "????ftypM4V "),
  WEBM("video/webm", "\u001a\u0045\u00df\u00a3"),
  TEXT("text/plain"),
  OTHER("application/octet-stream");

  /** So much of a file is looked at. */
  static final int HEAD = 4096;

  private final String type;
  private final List<String> beginnings;

  /** In a beginning each character is a byte, and a question mark any byte. */
  FileKind(String type, String... beginnings) {
    this.type = type;
    this.beginnings = List.of(beginnings);
  }

  /** The media type. */
  String type() {
    return type;
  }

  /** The kind of a file, given its first {@link #HEAD} bytes. */
  static FileKind of(byte[] head) {
    return Arrays.stream(values())
        .filter(kind -> kind.beginnings.stream().anyMatch(beginning -> begins(head, beginning)))
        .findFirst()
        .orElse(isText(head) ? TEXT : OTHER);
  }

  private static boolean begins(byte[] head, String beginning) {
    if (head.length < beginning.length()) {
      return false;
    }
    for (int i = 0; i < beginning.length(); i++) {
      char expected = beginning.charAt(i);
      if (expected != '?' && expected != (head[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    // The last character may be cut off in the middle.
    for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
      try {
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head, 0, head.length - cut));
        return true;
      } catch (CharacterCodingException e) {
        if (head.length < HEAD) {
          return false;
        }
      }
    }
    return false;
  }
}
