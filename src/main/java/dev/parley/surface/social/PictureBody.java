package dev.parley.surface.social;

import dev.parley.attachments.Scratch;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body, and the picture that stood in it. It lies in a file, which goes when this is closed.
 *
 * @param rest the JSON without the picture
 * @param picture the file, or null when there was none
 */
record PictureBody(String rest, Path picture, Scratch scratch, PictureBodies from)
    implements AutoCloseable {

  /** The body but for the picture. */
  <T> T json(Class<T> type) {
    if (rest.isBlank()) {
      throw Refusal.invalid(null, "the body is missing");
    }
    return from.payloads.parse(rest, type);
  }

  /** Makes the picture an upload of somebody's; its id. */
  String upload(Caller caller, String name) {
    if (picture == null) {
      throw Refusal.invalid("image", "image must be a picture as a data URL");
    }
    try (InputStream bytes = Files.newInputStream(picture)) {
      return from.uploads.receive(caller, PictureFile.name(name), Files.size(picture), bytes).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    PictureBodies.close(scratch);
  }
}
