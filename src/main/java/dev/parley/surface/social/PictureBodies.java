package dev.parley.surface.social;

import dev.parley.attachments.Scratch;
import dev.parley.attachments.UploadGate;
import dev.parley.attachments.Uploads;
import dev.parley.kernel.Payloads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Receives bodies that may have a picture in them. */
@ApplicationScoped
public class PictureBodies {

  @Inject UploadGate gate;
  @Inject Uploads uploads;
  @Inject Payloads payloads;

  /**
   * Receives a body.
   *
   * @param accountId who sends it, or 0
   */
  PictureBody read(long accountId, InputStream body) {
    Scratch scratch = new Scratch();
    try (UploadGate.Pass pass = gate.enter(accountId)) {
      Path file = scratch.file();
      PictureCutter cutter = new PictureCutter(new BufferedInputStream(body));
      try (OutputStream picture = uploads.open(file)) {
        cutter.cut(picture);
      }
      return new PictureBody(cutter.rest(), cutter.found() ? file : null, scratch, this);
    } catch (IOException e) {
      close(scratch);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      close(scratch);
      throw e;
    }
  }

  static void close(Scratch scratch) {
    try {
      scratch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
